import Codebook

/// A file of rows, one a person, that recipients under contract may ask for.
public struct PlannedMicrodata: Sendable {
  /// One way to write a variable: lines that lie apart and hold every code.
  public struct Level: Equatable, Sendable {
    /// The id of the dimension that it was made of.
    public let id: String
    /// The lines, in the dimension's order.
    public let lines: [Line]

    /// The line that holds a code, by the code's bit.
    public func place(of bit: UInt64) -> Int? { lines.firstIndex { $0.bits & bit != 0 } }
  }

  /// A quasi-identifier: what a recipient may know of a person from elsewhere.
  public struct Identifier: Sendable {
    /// The variable's id.
    public let variable: String
    /// The variable's name for people.
    public let label: Label
    /// The variable's place in the layout.
    public let column: Int
    /// The variable's codes and bits.
    public let layout: RowLayout.Column
    /// How much a lost value counts against one of another variable.
    public let weight: Int
    /// The levels, each coarser than the one before; above the last the variable is left out.
    public let levels: [Level]
  }

  /// A sensitive variable: what nobody may find out of a person whose identifiers are known.
  public struct Sensitive: Sendable {
    /// The variable's id.
    public let variable: String
    /// The variable's name for people.
    public let label: Label
    /// The variable's place in the layout.
    public let column: Int
    /// The variable's codes and bits.
    public let layout: RowLayout.Column
    /// How it is written.
    public let level: Level
  }

  /// The id, such as `M01`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// Whose rows they are.
  public let population: String
  /// k: how many persons share each combination of identifiers at least.
  public let leastAlike: Int
  /// l: how many answers each sensitive variable has among them at least.
  public let leastAnswers: Int
  /// The quasi-identifiers, in the order of the file's columns.
  public let identifying: [Identifier]
  /// The sensitive variables, in the order of the file's columns.
  public let sensitive: [Sensitive]

  /// k where the plan says nothing: the Counter Trafficking Data Collaborative's.
  public static let leastAlikeByDefault = 11
  /// l where the plan says nothing: the least that is no certainty.
  public static let leastAnswersByDefault = 2
  /// How many combinations of levels are tried at most.
  public static let layoutsAtMost = 10_000
  /// How many combinations of answers a file may have at most; each is a cell of the audit.
  public static let combinationsAtMost = 20_000

  /// How many combinations of lines the finest levels have.
  public var combinations: Int {
    (identifying.map { $0.levels[0].lines.count } + sensitive.map { $0.level.lines.count })
      .reduce(1) { min($0 * $1, 1 << 30) }
  }

  /// How many combinations of levels there are, the one above the last included.
  public var layouts: Int {
    identifying.reduce(1) { min($0 * ($1.levels.count + 1), 1 << 30) }
  }
}

extension Dimension {
  /// The smallest lines that hold every code once; `nil` where lines tear each other.
  ///
  /// A code goes to the smallest line that has it. A line that keeps only part of its codes then is
  /// torn: its name would say more than it holds.
  public var partition: [Line]? {
    let candidates = lines.filter { $0.kind != .total && $0.kind != .known }
    var held = [UInt64](repeating: 0, count: candidates.count)
    for code in layout.codes.indices {
      let bit = 1 << UInt64(code) as UInt64
      let smallest = candidates.indices.filter { candidates[$0].bits & bit != 0 }
        .min { left, right in
          let (a, b) = (
            candidates[left].bits.nonzeroBitCount, candidates[right].bits.nonzeroBitCount
          )
          return a == b ? left < right : a < b
        }
      guard let smallest else { return nil }
      held[smallest] |= bit
    }
    let used = candidates.indices.filter { held[$0] != 0 }
    return used.allSatisfy { candidates[$0].bits == held[$0] } ? used.map { candidates[$0] } : nil
  }
}
