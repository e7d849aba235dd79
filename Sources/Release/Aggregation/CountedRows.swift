import Codebook

/// How many persons gave each combination of answers that a file of rows may tell: not yet safe.
///
/// Partial counts of parts of the persons add up.
public struct CountedRows: Sendable {
  /// Persons of one combination.
  public struct Group: Equatable, Sendable {
    /// How many.
    public internal(set) var persons = 0
    /// How many of them have each shared visitor: persons who may be one.
    public internal(set) var shared: [Int: Int] = [:]

    /// Nobody.
    public init() {}

    /// How many persons these are at least.
    public var personsAtLeast: Int { persons - shared.values.reduce(0) { $0 + $1 - 1 } }

    /// Takes in the persons of another group.
    public mutating func add(_ other: Group) {
      persons += other.persons
      shared.merge(other.shared, uniquingKeysWith: +)
    }
  }

  /// The file.
  public let planned: PlannedMicrodata
  /// The period.
  public let period: Period
  /// The persons by combination: the line of each identifier's finest level, then of each sensitive
  /// variable; combinations of nobody are left out.
  public private(set) var groups: [[Int]: Group] = [:]
  private let filter: PopulationFilter

  /// Prepares an empty count.
  ///
  /// - Throws: `AggregationError` for a population that the codebook does not have.
  public init(
    _ planned: PlannedMicrodata,
    period: Period,
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    self.planned = planned
    self.period = period
    filter = try PopulationFilter(planned.population, codebook: codebook, layout: layout)
  }

  /// Counts a person of the period and population; others are passed over.
  public mutating func add(_ row: PersonRow) {
    guard period.contains(year: row.year, quarter: row.quarter), filter.admits(row) else { return }
    let places =
      planned.identifying.map { $0.levels[0].place(of: row.answers[$0.column]) }
      + planned.sensitive.map { $0.level.place(of: row.answers[$0.column]) }
    // Every code has a line and who gave no answer has a missing code: there is always a place.
    let combination = places.map { $0 ?? 0 }
    groups[combination, default: Group()].persons += 1
    if let visitor = row.visitor {
      groups[combination, default: Group()].shared[visitor, default: 0] += 1
    }
  }

  /// Adds the counts of other persons.
  ///
  /// - Throws: `AggregationError.notMergeable` when they are of another file or period.
  public mutating func merge(_ other: CountedRows) throws(AggregationError) {
    guard other.planned.id == planned.id, other.planned.population == planned.population,
      other.period == period
    else { throw .notMergeable(table: planned.id) }
    groups.merge(other.groups) { one, other in
      var both = one
      both.add(other)
      return both
    }
  }
}
