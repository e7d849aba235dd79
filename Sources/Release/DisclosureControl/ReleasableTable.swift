import Aggregation
import Codebook

/// A table behind the second wall: having one proves that the rules of disclosure were applied.
///
/// Only `DisclosureControl` makes one; there is no public initializer and no `Decodable`.
public struct ReleasableTable: Sendable {
  /// The plan's id, such as `T03`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// The population's id.
  public let population: String
  /// The population's name for people.
  public let populationLabel: Label
  /// What is counted.
  public let unit: Variable.Unit
  /// The period.
  public let period: Period
  /// The dimensions with their lines, labels and codes; none for a table of one cell.
  public let dimensions: [Dimension]
  /// What is said of each cell.
  public let measures: [PlannedTable.Measure]
  /// How it was protected.
  public let protection: Protection
  /// What an observed zero looks like.
  public let zeros: PlannedTable.Zeros
  /// The cells, row-major over the dimensions' lines.
  public let cells: [ReleasableCell]

  /// Whether a person may stand in several lines, so that lines add up to more than everybody.
  public var countsPersonsOncePerCode: Bool { dimensions.contains(where: \.isMulti) }

  /// How many of its cells are withheld.
  public var withheldCount: Int { cells.count { $0.count == .withheld } }

  /// The cell of these lines, by place in each dimension.
  public subscript(lines: [Int]) -> ReleasableCell {
    cells[zip(lines, dimensions).reduce(0) { $0 * $1.1.lines.count + $1.0 }]
  }

  /// The cell of these lines, by id; `nil` where a dimension has no such line.
  public func cell(_ lines: [String]) -> ReleasableCell? {
    guard lines.count == dimensions.count else { return nil }
    var places: [Int] = []
    for (line, dimension) in zip(lines, dimensions) {
      guard let place = dimension.place(of: line) else { return nil }
      places.append(place)
    }
    return self[places]
  }
}

/// One cell that may leave.
public struct ReleasableCell: Equatable, Sendable {
  /// The place of its line in each dimension.
  public let lines: [Int]
  /// Whom it counts; the same key is the same cell anywhere.
  public let key: CellKey
  /// How many persons.
  public let count: CellValue
  /// The share of those whose answer is known; `nil` where it is not said.
  public let shareOfKnown: Share?
  /// The share of all; `nil` where it is not said.
  public let shareOfAll: Share?
  /// The change against the period before; `nil` where it is not said.
  public let change: Change?
}

/// What a cell says.
public enum CellValue: Equatable, Sendable {
  /// A number of persons.
  case count(Int)
  /// Secret; shown as `.`.
  case withheld
  /// Cannot occur; shown as nothing.
  case impossible

  /// The number; `nil` where none is shown.
  public var number: Int? {
    guard case .count(let number) = self else { return nil }
    return number
  }
}

/// A part of a base, with the base beside it.
public struct Share: Equatable, Sendable {
  /// How many have it.
  public let numerator: Int
  /// Of how many.
  public let base: Int

  /// Tenths of a percent, rounded half up: 189 is 18.9 %.
  public var tenths: Int { (2_000 * numerator + base) / (2 * base) }

  init?(_ numerator: CellValue, of base: CellValue, minimumBase: Int) {
    // Numbers of a table that is not additive may not make a share.
    guard let numerator = numerator.number, let base = base.number, base >= max(1, minimumBase),
      numerator <= base
    else { return nil }
    self.numerator = numerator
    self.base = base
  }
}

/// A number against that of the period before.
public struct Change: Equatable, Sendable {
  /// The number now.
  public let count: Int
  /// The number it is compared with.
  public let base: Int
  /// The base's period.
  public let basePeriod: Period

  /// Tenths of a percent, rounded half away from zero: 140 is 14.0 % more.
  public var tenths: Int {
    let difference = count - base
    let size = (2_000 * abs(difference) + base) / (2 * base)
    return difference < 0 ? -size : size
  }
}
