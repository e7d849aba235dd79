import Codebook

/// Counts persons into cells that are named by their keys, of whatever table or file they came.
public struct KeyTabulation: Sendable {
  /// How many persons each cell counts.
  public var persons: [CellKey: Int] {
    var persons: [CellKey: Int] = [:]
    for (index, key) in keys.enumerated() { persons[key] = counts[index] }
    return persons
  }

  private let keys: [CellKey]
  private let periods: [Period?]
  private let conditions: [[(column: Int, bits: UInt64)]]
  private let filters: [PopulationFilter]
  private var counts: [Int]

  /// Prepares empty cells.
  ///
  /// - Throws: `AggregationError` for a population, variable or code that the codebook does not have.
  public init(
    _ keys: Set<CellKey>,
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    self.keys = keys.sorted()
    var conditions: [[(column: Int, bits: UInt64)]] = []
    var filters: [PopulationFilter] = []
    for key in self.keys {
      filters.append(try PopulationFilter(key.population, codebook: codebook, layout: layout))
      var tests: [(column: Int, bits: UInt64)] = []
      for condition in key.conditions {
        tests.append(try layout.bits(of: condition.codes, variable: condition.variable))
      }
      conditions.append(tests)
    }
    self.conditions = conditions
    self.filters = filters
    periods = self.keys.map { Period($0.period) }
    counts = Array(repeating: 0, count: self.keys.count)
  }

  /// Counts a person of a period into every cell of that period that holds them.
  public mutating func add(_ row: PersonRow, in period: Period) {
    guard period.contains(year: row.year, quarter: row.quarter) else { return }
    for index in keys.indices
    where periods[index] == period
      && conditions[index].allSatisfy({ row.answers[$0.column] & $0.bits != 0 })
      && filters[index].admits(row)
    {
      counts[index] += 1
    }
  }
}
