import Aggregation
import Codebook

/// The persons of a release as answers to the variables that it publishes, for the risk report.
///
/// It stays inside: combinations of answers are no table, and nothing of it was made safe.
public struct PersonSample: Sendable {
  /// The variables that tables of persons cross or show, in the codebook's order.
  public let columns: [RowLayout.Column]
  /// Each person's answers, one set of bits a column.
  public private(set) var answers: [[UInt64]] = []
  private let places: [Int]
  /// Whom it holds; everybody where `nil`.
  private let populations: [PopulationFilter]?

  /// Prepares a sample.
  ///
  /// - Parameters:
  ///   - tables: The tables that leave.
  ///   - codebook: Defines the populations.
  ///   - layout: The layout of the rows to come.
  /// - Throws: `AggregationError` for a population or code that the codebook does not have.
  public init(
    of tables: [PlannedTable],
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    var places: Set<Int> = []
    var populations: [PopulationFilter] = []
    for table in tables where codebook.population(table.population)?.unit == .person {
      populations.append(
        try PopulationFilter(table.population, codebook: codebook, layout: layout)
      )
      places.formUnion(table.dimensions.compactMap { layout.place(of: $0.variable) })
    }
    self.places = places.sorted()
    self.populations = populations
    columns = self.places.map { layout.columns[$0] }
  }

  /// Prepares a sample of a file of rows: its identifying and sensitive variables.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - codebook: Defines its population.
  ///   - layout: The layout of the rows to come.
  /// - Throws: `AggregationError` for a population that the codebook does not have.
  public init(
    of file: PlannedMicrodata,
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    places = Set(file.identifying.map(\.column) + file.sensitive.map(\.column)).sorted()
    populations = [
      try PopulationFilter(file.population, codebook: codebook, layout: layout)
    ]
    columns = places.map { layout.columns[$0] }
  }

  /// Prepares a sample of every person and every variable of a layout.
  public init(layout: RowLayout) {
    places = Array(layout.columns.indices)
    populations = nil
    columns = layout.columns
  }

  /// Adds a person whom some table counts; others are left out.
  public mutating func add(_ row: PersonRow) {
    guard populations?.contains(where: { $0.admits(row) }) ?? true else { return }
    answers.append(places.map { row.answers[$0] })
  }
}
