import Aggregation

extension DisclosureControl {
  /// Draws the plan's tables under noise: a release of its own, once.
  ///
  /// - Parameters:
  ///   - tables: Counted tables whose method is `noise`.
  ///   - earlier: Every cell that left before, to anyone.
  ///   - rows: What files of rows said before, to anyone.
  ///   - spent: What earlier releases under noise cost.
  ///   - random: Gives 64 uniform bits a call, from the system's source.
  /// - Returns: The tables, and what they cost.
  /// - Throws: `NoiseError.exactTablesAreOut`, `.budgetSpent`; then nothing may leave.
  public func drawNoise(
    _ tables: [CountTable],
    earlier: [PublishedCell],
    rows: KnownRows,
    spent: [PrivacyBudget.Expense],
    random: @escaping () -> UInt64
  ) throws(NoiseError) -> (release: ProtectedRelease, cost: [PrivacyBudget.Expense]) {
    guard let variance = ExactSampler.Fraction(UInt64(plan.noise.variance), over: 1) else {
      throw .expenseMalformed
    }
    let method = NoiseMethod(variance: variance, delta: plan.noise.delta)
    var budget = PrivacyBudget(limit: plan.noise.budget, expenses: spent)
    let sampler = ExactSampler(random: random)
    var drawn: [ReleasableTable] = []
    for table in tables {
      // Rows are exact, also where all of them lost a value and none tells of a single combination.
      for sum in rows.sums where Period(sum.period)?.overlaps(table.period) ?? true {
        if let key = sum.keys.first { throw .exactTablesAreOut(key) }
      }
      drawn.append(
        try method.draw(
          table,
          codebook: codebook,
          earlier: earlier,
          budget: &budget,
          sampler: sampler
        ).table
      )
    }
    let release = ProtectedRelease(
      tables: drawn,
      figures: [],
      verdict: .pass,
      reasons: [],
      publishedCells: [],
      earlierCellCount: earlier.count,
      evidence: InternalEvidence(withheld: [], intervals: [], componentCount: 0)
    )
    return (release, Array(budget.expenses.dropFirst(spent.count)))
  }
}
