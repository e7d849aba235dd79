import Codebook

/// How many persons differ between two countings of one period, in what a plan's tables say.
///
/// Rows are compared as rows, since nothing else leaves: the number is the least that can have come,
/// gone or changed. Answers that no table counts, the quarter, and persons of no table do not
/// matter; persons who may be one count as one.
public struct CountingDifference: Sendable {
  private let columns: [Int]
  private let populations: [PopulationFilter]
  /// The rows on either side, by answers: how many, and whom those who are not alone may be.
  private var rows: [[UInt64]: (before: [Int?], after: [Int?])] = [:]

  /// Prepares the comparison.
  ///
  /// - Parameters:
  ///   - plan: The tables that may leave, to whomever.
  ///   - codebook: Defines the populations.
  ///   - layout: The layout of the rows to come.
  /// - Throws: `AggregationError` for a population or code that the codebook does not have.
  public init(
    plan: TablePlan,
    codebook: Codebook,
    layout: RowLayout
  ) throws(AggregationError) {
    var columns: Set<Int> = []
    var populations: [PopulationFilter] = []
    for table in plan.tables where codebook.population(table.population)?.unit == .person {
      let filter = try PopulationFilter(table.population, codebook: codebook, layout: layout)
      populations.append(filter)
      columns.formUnion(filter.columns)
      columns.formUnion(table.dimensions.compactMap { layout.place(of: $0.variable) })
    }
    self.columns = columns.sorted()
    self.populations = populations
  }

  /// Adds a person of the earlier counting.
  public mutating func add(earlier row: PersonRow) {
    guard let answers = answers(of: row) else { return }
    rows[answers, default: ([], [])].before.append(row.visitor)
  }

  /// Adds a person of the later counting.
  public mutating func add(later row: PersonRow) {
    guard let answers = answers(of: row) else { return }
    rows[answers, default: ([], [])].after.append(row.visitor)
  }

  /// How many persons differ at least.
  public var persons: Int {
    var sides = [(surplus: 0, doubt: 0), (surplus: 0, doubt: 0)]
    for (before, after) in rows.values where before.count != after.count {
      let side = before.count > after.count ? 0 : 1
      let visitors = (side == 0 ? before : after).compactMap(\.self)
      sides[side].surplus += abs(before.count - after.count)
      sides[side].doubt += visitors.count - Set(visitors).count
    }
    return sides.map { max(0, $0.surplus - $0.doubt) }.max() ?? 0
  }

  /// What tables can say of a row; `nil` where it is of no table.
  private func answers(of row: PersonRow) -> [UInt64]? {
    populations.contains { $0.admits(row) } ? columns.map { row.answers[$0] } : nil
  }
}
