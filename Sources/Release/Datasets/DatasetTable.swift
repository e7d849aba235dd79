import Codebook

/// A protected table as a release holds it: what is written, shown and read back.
///
/// Made from a `ReleasableTable` or by reading a release; either way nothing in it is secret.
public struct DatasetTable: Equatable, Sendable {
  /// The id, such as `T03`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// The population's id.
  public let population: String
  /// The population's name for people.
  public let populationLabel: Label
  /// What is counted.
  public let unit: Variable.Unit
  /// The period, such as `2021`.
  public let period: String
  /// The dimensions with their lines; none for a table of one cell.
  public let dimensions: [DatasetDimension]
  /// What is said of each cell, the count first.
  public let measures: [DatasetMeasure]
  /// How it was protected.
  public let protection: DatasetProtection
  /// The cells, row-major over the dimensions' lines.
  public let cells: [DatasetCell]

  init(
    id: String,
    title: Label,
    population: String,
    populationLabel: Label,
    unit: Variable.Unit = .person,
    period: String,
    dimensions: [DatasetDimension],
    measures: [DatasetMeasure],
    protection: DatasetProtection,
    cells: [DatasetCell]
  ) {
    self.id = id
    self.title = title
    self.population = population
    self.populationLabel = populationLabel
    self.unit = unit
    self.period = period
    self.dimensions = dimensions
    self.measures = measures
    self.protection = protection
    self.cells = cells
  }

  /// How many cells the dimensions make.
  public var cellCount: Int { dimensions.reduce(1) { $0 * $1.lines.count } }

  /// The place of a cell's line in each dimension, from its place in `cells`.
  public func coordinates(of place: Int) -> [Int] {
    var rest = place
    var result = [Int](repeating: 0, count: dimensions.count)
    for index in dimensions.indices.reversed() {
      result[index] = rest % dimensions[index].lines.count
      rest /= dimensions[index].lines.count
    }
    return result
  }

  /// The place of a cell in `cells`.
  public func place(of coordinates: [Int]) -> Int {
    zip(coordinates, dimensions).reduce(0) { $0 * $1.1.lines.count + $1.0 }
  }

  /// The same table with other cells.
  func with(cells: [DatasetCell]) -> DatasetTable {
    DatasetTable(
      id: id,
      title: title,
      population: population,
      populationLabel: populationLabel,
      unit: unit,
      period: period,
      dimensions: dimensions,
      measures: measures,
      protection: protection,
      cells: cells
    )
  }
}

/// How one variable is laid out in a table.
public struct DatasetDimension: Equatable, Sendable {
  /// The column's name.
  public let id: String
  /// The codebook's variable.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// Whether a person may stand in several lines.
  public let isMulti: Bool
  /// The lines, the total first.
  public let lines: [DatasetLine]
}

/// One line of a dimension.
public struct DatasetLine: Equatable, Sendable {
  /// What a line is to its dimension.
  public enum Kind: String, CaseIterable, Sendable {
    /// Everybody.
    case total
    /// Everybody whose answer is known.
    case known
    /// One code.
    case code
    /// Several codes under one name.
    case group
    /// No answer.
    case missing
  }

  /// The code, the group's id, `total` or `known`.
  public let id: String
  /// Its name for people.
  public let label: Label
  /// What it is.
  public let kind: Kind
  /// The codes it counts.
  public let codes: [String]

  /// Whether it is the base of shares.
  public var isMargin: Bool { kind == .total || kind == .known }
}

/// What may be said of a cell.
public enum DatasetMeasure: String, CaseIterable, Sendable {
  /// How many persons.
  case count
  /// The share of the persons whose answer is known.
  case shareOfKnown = "share_known"
  /// The share of all persons.
  case shareOfAll = "share_all"
  /// The change against the period before.
  case change
}

/// How a table was protected.
public struct DatasetProtection: Equatable, Sendable {
  /// The method's name in the table plan, such as `suppress`.
  public let method: String
  /// Its parameters by name, such as `threshold`.
  public let parameters: [String: String]
  /// Whether an observed zero is shown.
  public let showsZeros: Bool

  /// No cell of fewer persons is shown; 0 where the method has no threshold.
  public var threshold: Int { parameters["threshold"].flatMap(Int.init) ?? 0 }
  /// No share is shown on fewer persons.
  public var minimumBase: Int { parameters["minimum_base"].flatMap(Int.init) ?? 0 }
}
