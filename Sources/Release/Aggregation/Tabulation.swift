import Codebook

/// Counts persons into the tables of a plan, one row at a time.
///
/// A person counts once in a cell, however many of its codes they have. Memory is that of the
/// tables and of the distinct answers seen.
public struct Tabulation: Sendable {
  /// The tables as counted so far, in the plan's order.
  public private(set) var tables: [CountTable]
  /// The period.
  public let period: Period
  private let filters: [[(column: Int, bits: UInt64)]]
  private let units: [Variable.Unit]
  private var places: [[[UInt64]: [Int]]]

  /// Prepares empty tables.
  ///
  /// - Parameters:
  ///   - planned: The tables.
  ///   - period: The period whose persons count.
  ///   - codebook: Defines the populations.
  ///   - layout: The layout of the rows to come.
  /// - Throws: `AggregationError` for a population or code that the codebook does not have.
  public init(
    _ planned: [PlannedTable],
    period: Period,
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    self.period = period
    tables = planned.map { CountTable($0, period: period) }
    places = planned.map { _ in [:] }
    var filters: [[(column: Int, bits: UInt64)]] = []
    var units: [Variable.Unit] = []
    for table in planned {
      guard let population = codebook.population(table.population) else {
        throw .unknownPopulation(table.population)
      }
      units.append(population.unit)
      var filter: [(column: Int, bits: UInt64)] = []
      for condition in population.conditions {
        guard let column = layout.place(of: condition.variable) else {
          throw .unknownVariable(condition.variable)
        }
        var bits: UInt64 = 0
        for code in condition.codes {
          guard let bit = layout.columns[column].bit(of: code) else {
            throw .unknownCode(variable: condition.variable, code: code)
          }
          bits |= bit
        }
        filter.append((column, bits))
      }
      filters.append(filter)
    }
    self.filters = filters
    self.units = units
  }

  /// Counts a person, or a contact, into every table whose unit, population and period it belongs to.
  public mutating func add(_ row: PersonRow) {
    guard period.contains(year: row.year, quarter: row.quarter) else { return }
    for index in tables.indices
    where units[index] == row.unit
      && filters[index].allSatisfy({ row.answers[$0.column] & $0.bits != 0 })
    {
      let dimensions = tables[index].table.dimensions
      let answers = dimensions.map { row.answers[$0.column] }
      let cells: [Int]
      if let known = places[index][answers] {
        cells = known
      } else {
        cells = Self.cells(of: answers, in: tables[index])
        places[index][answers] = cells
      }
      switch row.unit {
      case .person: tables[index].add(row, at: cells)
      case .contact: tables[index].add(contactOf: row.recordKey, at: cells)
      }
    }
  }

  /// The cells that hold a person with these answers, one set of bits a dimension.
  static func cells(of answers: [UInt64], in table: CountTable) -> [Int] {
    var cells = [0]
    for (dimension, answer) in answers.enumerated() {
      let elements = table.elements[dimension]
      let all = table.table.dimensions[dimension].layout.all
      // Everybody counts in the total, whatever they answered.
      let hits = elements.indices.filter {
        elements[$0].bits & answer != 0 || elements[$0].bits == all
      }
      cells = cells.flatMap { cell in hits.map { cell * elements.count + $0 } }
    }
    return cells
  }
}
