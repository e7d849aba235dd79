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
  private let filters: [PopulationFilter]
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
    var filters: [PopulationFilter] = []
    for table in planned {
      filters.append(
        try PopulationFilter(table.population, codebook: codebook, layout: layout)
      )
    }
    self.filters = filters
  }

  /// Counts a person, or a contact, into every table whose unit, population and period it belongs to.
  public mutating func add(_ row: PersonRow) {
    guard period.contains(year: row.year, quarter: row.quarter) else { return }
    for index in tables.indices where filters[index].admits(row) {
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
