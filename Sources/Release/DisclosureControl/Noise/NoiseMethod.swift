import Aggregation
import Codebook

/// A table under discrete Gaussian noise: drawn once, stored, never drawn again.
public struct NoiseMethod {
  /// sigma^2.
  public let variance: ExactSampler.Fraction
  /// The delta at which epsilon is stated.
  public let delta: Double

  /// Prepares noise of a variance.
  public init(variance: ExactSampler.Fraction, delta: Double) {
    self.variance = variance
    self.delta = delta
  }

  /// A noisy table with what it cost.
  public struct Drawn: Sendable {
    /// The table.
    public let table: ReleasableTable
    /// What left, for later releases: nothing exact.
    public let publishedCells: [PublishedCell]
  }

  /// Draws a table and charges it to the budget.
  ///
  /// - Parameters:
  ///   - table: The counted table.
  ///   - codebook: Names the population.
  ///   - earlier: Every cell that left before.
  ///   - budget: What may be spent; grows by this release's cost.
  ///   - sampler: Draws from the system's source of randomness.
  /// - Returns: The noisy table; negative numbers are shown as 0.
  /// - Throws: `NoiseError.exactTablesAreOut`, `.budgetSpent`.
  public func draw(
    _ table: CountTable,
    codebook: Codebook,
    earlier: [PublishedCell],
    budget: inout PrivacyBudget,
    sampler: ExactSampler
  ) throws(NoiseError) -> Drawn {
    // Populations are nested, so an exact cell of any of them tells of the same persons.
    for cell in earlier {
      let overlaps = Period(cell.key.period)?.overlaps(table.period) ?? true
      if overlaps, cell.count != nil { throw .exactTablesAreOut(cell.key) }
    }
    let squared = Self.squaredSensitivity(table.table)
    let cost = PrivacyBudget.cost(squaredSensitivity: squared, variance: variance)
    try budget.spend(
      .init(
        population: table.table.population,
        period: table.period.description,
        table: table.table.id,
        billionths: cost
      )
    )
    // The same cell gets the same number wherever the table shows it.
    var values: [CellKey: CellValue] = [:]
    for place in 0..<table.table.cellCount {
      let lines = table.table.coordinates(of: place)
      let key = table.table.key(of: lines, period: table.period.description)
      guard values[key] == nil else { continue }
      let noisy = table.persons[table.place(of: lines)] + sampler.gaussian(variance: variance)
      values[key] = .count(max(0, noisy))
    }
    let epsilon = PrivacyBudget.epsilon(billionths: cost, delta: delta)
    let builder = TableBuilder(earlier: [:], codebook: codebook, minimumBase: 30)
    return Drawn(
      table: builder.table(
        table,
        values,
        Protection(
          .noise,
          [
            ("sigma2", "\(variance.numerator)/\(variance.denominator)"),
            ("sensitivity2", "\(squared)"), ("rho_billionths", "\(cost)"),
            ("delta", "\(delta)"), ("epsilon_hundredths", "\(Int((epsilon * 100).rounded(.up)))"),
            ("additive", "no"),
          ]
        )
      ),
      publishedCells: []
    )
  }

  /// The greatest number of shown cells in which one person counts: D^2 for counts.
  static func squaredSensitivity(_ table: PlannedTable) -> Int {
    table.dimensions.reduce(1) { product, dimension in
      if dimension.isMulti { return product * dimension.lines.count }
      let most = dimension.layout.codes.indices.map { bit in
        dimension.lines.count { $0.bits & (1 << UInt64(bit)) != 0 }
      }.max()
      return product * (most ?? 1)
    }
  }
}
