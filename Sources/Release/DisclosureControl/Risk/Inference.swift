import Aggregation

/// How far one published answer tells another: who is known to have the one, has the other with
/// what chance.
///
/// Missing answers tell nothing and are not told. Distances are those of t-closeness (Li, Li and
/// Venkatasubramanian 2007) with all answers equally far apart: half the sum of the differences for a
/// variable of single answers, the greatest difference for one of several. All in whole per mille.
public struct Inference: Sendable {
  /// One answer given another.
  public struct Conditional: Equatable, Sendable {
    /// The known answer.
    public let given: CellKey.Condition
    /// What it tells.
    public let told: CellKey.Condition
    /// How many have both.
    public let both: Int
    /// How many have the known one.
    public let base: Int

    /// The chance in whole per mille, rounded half up.
    public var perMille: Int { (2_000 * both + base) / (2 * base) }
  }

  /// How the answers to a variable differ among those with one answer from those of all.
  public struct Distance: Equatable, Sendable {
    /// The known answer.
    public let given: CellKey.Condition
    /// The other variable.
    public let variable: String
    /// The distance in whole per mille.
    public let perMille: Int
  }

  /// The strongest, where the known answer is that of the threshold or more; falling.
  public let strongest: [Conditional]
  /// How many pairs of answers tell with more than nine in ten, base at the threshold or more.
  public let nearlyCertain: Int
  /// How many pairs of answers tell with certainty, where fewer than the threshold have the known one.
  public let certainOfFew: Int
  /// The greatest distances, base at the threshold or more; falling.
  public let farthest: [Distance]

  /// How many of each are kept.
  public static let kept = 20

  /// Looks at all pairs of answers to two variables.
  ///
  /// Time is the square of a person's answers for each person; memory the square of all codes.
  ///
  /// - Parameters:
  ///   - sample: The persons.
  ///   - threshold: Answers of fewer are not shown.
  public init(_ sample: PersonSample, threshold: Int) {
    var codes: [(column: Int, bit: UInt64)] = []
    for (place, column) in sample.columns.enumerated() {
      for bit in column.codes.indices where column.missing & (1 << UInt64(bit)) == 0 {
        codes.append((place, 1 << UInt64(bit)))
      }
    }
    var pairs = [Int](repeating: 0, count: codes.count * codes.count)
    for row in sample.answers {
      let own = codes.indices.filter { row[codes[$0].column] & codes[$0].bit != 0 }
      for one in own { for other in own { pairs[one * codes.count + other] += 1 } }
    }
    func condition(_ code: Int) -> CellKey.Condition {
      let column = sample.columns[codes[code].column]
      return CellKey.Condition(
        variable: column.variable,
        codes: [column.codes[codes[code].bit.trailingZeroBitCount]]
      )
    }
    var conditionals: [Conditional] = []
    var distances: [Distance] = []
    var certainOfFew = 0
    for given in codes.indices {
      let base = pairs[given * codes.count + given]
      guard base > 0 else { continue }
      for told in codes.indices where codes[told].column != codes[given].column {
        let both = pairs[given * codes.count + told]
        if base < threshold {
          if both == base { certainOfFew += 1 }
        } else if both > 0 {
          conditionals.append(
            Conditional(given: condition(given), told: condition(told), both: both, base: base)
          )
        }
      }
      guard base >= threshold else { continue }
      for (place, column) in sample.columns.enumerated() where place != codes[given].column {
        let differences = codes.indices.filter { codes[$0].column == place }.map { code in
          abs(
            pairs[given * codes.count + code] * sample.answers.count
              - pairs[code * codes.count + code] * base
          )
        }
        let whole = base * sample.answers.count
        let (sum, most) = (differences.reduce(0, +), differences.max() ?? 0)
        distances.append(
          Distance(
            given: condition(given),
            variable: column.variable,
            perMille: column.isMulti ? 1_000 * most / whole : 500 * sum / whole
          )
        )
      }
    }
    nearlyCertain = conditionals.count { 10 * $0.both > 9 * $0.base }
    self.certainOfFew = certainOfFew
    strongest = Array(
      conditionals.sorted { left, right in
        let (a, b) = (left.both * right.base, right.both * left.base)
        return a == b
          ? (left.given, left.told) < (right.given, right.told) : a > b
      }
      .prefix(Self.kept)
    )
    farthest = Array(
      distances.sorted { left, right in
        left.perMille == right.perMille
          ? (left.given, left.variable) < (right.given, right.variable)
          : left.perMille > right.perMille
      }
      .prefix(Self.kept)
    )
  }
}
