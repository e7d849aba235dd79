import Codebook

/// One table of the plan.
public struct PlannedTable: Sendable {
  /// What is said of each cell.
  public enum Measure: String, CaseIterable, Sendable {
    /// How many persons.
    case count
    /// The share of the persons whose answer is known.
    case shareOfKnown = "share_known"
    /// The share of all persons.
    case shareOfAll = "share_all"
    /// The change against the period before.
    case index
  }

  /// How the table is protected.
  public enum Method: String, CaseIterable, Sendable {
    /// Cells are withheld.
    case suppress
    /// Cells are changed by the cell key method.
    case cellKey = "cellkey"
    /// Inner cells are rounded to a base.
    case round
    /// Noise is drawn once.
    case noise
  }

  /// Who may have it.
  public enum Reach: String, CaseIterable, Sendable {
    /// Anyone.
    case `public`
    /// A recipient under contract.
    case contract

    /// Whether a variable may travel as far, as its codebook says.
    public func permits(_ variable: Variable) -> Bool {
      switch variable.privacy.reach {
      case .never: false
      case .researcher: self == .contract
      case .public: true
      }
    }
  }

  /// What a zero means.
  public enum Zeros: String, CaseIterable, Sendable {
    /// An observed zero is shown.
    case published
    /// An observed zero is withheld like a small number.
    case protected
  }

  /// The id, such as `T03`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// Whom it counts.
  public let population: String
  /// Its dimensions; none for a table of one cell.
  public let dimensions: [Dimension]
  /// What is said of each cell.
  public let measures: [Measure]
  /// How it is protected.
  public let method: Method
  /// Who may have it.
  public let reach: Reach
  /// What a zero means.
  public let zeros: Zeros
  /// Cells that are never withheld to protect others; lines in the order of dimensions.
  public let wanted: [[String]]

  /// Tells whether a cell's line is a code of a merged group, so that it may have to go with it.
  public func isMerged(_ lines: [String]) -> Bool {
    zip(lines, dimensions).contains { line, dimension in
      guard let place = dimension.place(of: line), dimension.lines[place].kind == .code else {
        return false
      }
      return dimension.merges.compactMap(dimension.place).contains {
        dimension.lines[$0].bits & dimension.lines[place].bits != 0
      }
    }
  }

  /// The shape of the table: how many lines each dimension has.
  public var shape: [Int] { dimensions.map(\.lines.count) }
  /// How many cells there are.
  public var cellCount: Int { shape.reduce(1, *) }

  /// The lines of a cell, from its place in row-major order.
  public func coordinates(of place: Int) -> [Int] {
    var rest = place
    var coordinates = [Int](repeating: 0, count: dimensions.count)
    for index in dimensions.indices.reversed() {
      let count = dimensions[index].lines.count
      coordinates[index] = rest % count
      rest /= count
    }
    return coordinates
  }

  /// The place of a cell in row-major order.
  public func place(of coordinates: [Int]) -> Int {
    zip(coordinates, dimensions).reduce(0) { $0 * $1.1.lines.count + $1.0 }
  }

  /// The key of a cell.
  public func key(of coordinates: [Int], period: String) -> CellKey {
    var conditions: [CellKey.Condition] = []
    for (dimension, line) in zip(dimensions, coordinates) {
      guard let condition = dimension.condition(dimension.lines[line].bits) else { continue }
      conditions.append(condition)
    }
    return CellKey(population: population, period: period, conditions: conditions)
  }
}

extension Dimension {
  /// The condition "any of these codes"; `nil` where everybody meets it.
  public func condition(_ bits: UInt64) -> CellKey.Condition? {
    guard bits != layout.all else { return nil }
    let codes = layout.codes.enumerated()
      .filter { bits & (1 << UInt64($0.offset)) != 0 }
      .map(\.element)
    return CellKey.Condition(variable: variable, codes: codes)
  }
}
