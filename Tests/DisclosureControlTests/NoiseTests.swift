import Aggregation
import Foundation
import Testing

@testable import DisclosureControl

@Suite struct NoiseTests {
  /// A sampler from a fixed seed: a class, so that copies draw on.
  private final class Source {
    var dice: Dice
    init(_ seed: UInt64) { dice = Dice(state: seed) }
  }

  private func sampler(_ seed: UInt64) -> ExactSampler {
    let source = Source(seed)
    return ExactSampler { source.dice.next() }
  }

  /// Pearson's statistic of draws against probabilities, cells of fewer than 8 expected left out.
  private func statistic(_ draws: [Int], _ probability: (Int) -> Double) -> (Double, Int) {
    var counts: [Int: Int] = [:]
    for draw in draws { counts[draw, default: 0] += 1 }
    var (sum, cells) = (0.0, 0)
    for value in -200...200 {
      let expected = probability(value) * Double(draws.count)
      guard expected >= 8 else { continue }
      let difference = Double(counts[value] ?? 0) - expected
      sum += difference * difference / expected
      cells += 1
    }
    return (sum, cells)
  }

  /// Four standard deviations above the mean of chi squared: 1 in 10,000 or less by chance, and
  /// the seed is fixed.
  private func fits(_ statistic: (Double, Int)) -> Bool {
    statistic.0 < Double(statistic.1) + 4 * (2 * Double(statistic.1)).squareRoot()
  }

  @Test(arguments: [(1, 1), (3, 2), (7, 1), (1, 2)] as [(UInt64, UInt64)])
  func `draws follow the discrete Laplace distribution`(t: UInt64, s: UInt64) throws {
    let scale = try #require(ExactSampler.Fraction(t, over: s))
    let sampler = sampler(t &* 31 &+ s)
    let draws = (0..<6_000).map { _ in sampler.laplace(scale: scale) }
    // P(x) = (1 - q) / (1 + q) q^|x| with q = exp(-s / t).
    let q = exp(-1 / scale.value)
    #expect(fits(statistic(draws) { x in (1 - q) / (1 + q) * pow(q, Double(abs(x))) }))
  }

  @Test(arguments: [(1, 2), (4, 1), (25, 2), (100, 1)] as [(UInt64, UInt64)])
  func `draws follow the discrete Gaussian distribution`(a: UInt64, b: UInt64) throws {
    let variance = try #require(ExactSampler.Fraction(a, over: b))
    let sampler = sampler(a &* 77 &+ b)
    let draws = (0..<5_000).map { _ in sampler.gaussian(variance: variance) }
    func weight(_ x: Int) -> Double { exp(-Double(x * x) / (2 * variance.value)) }
    let total = (-300...300).reduce(0) { $0 + weight($1) }
    #expect(fits(statistic(draws) { weight($0) / total }))
  }

  @Test func `a draw is accepted with probability exp(-g) also for large g`() {
    let sampler = sampler(5)
    let hits = (0..<40_000).count { _ in sampler.bernoulliExp(minus: 5, over: 2) }
    // exp(-2.5) = 0.082085; one standard deviation is 55.
    #expect(abs(Double(hits) - 40_000 * 0.082085) < 4 * 55)
  }

  @Test func `rho and epsilon are those of the papers' formulas`() throws {
    let variance = try #require(ExactSampler.Fraction(50, over: 1))
    // D^2 = 1, sigma^2 = 50: rho = 0.01. epsilon at delta 1e-6: 0.01 + 2 sqrt(0.01 * 13.8155).
    let cost = PrivacyBudget.cost(squaredSensitivity: 1, variance: variance)
    #expect(cost == 10_000_000)
    #expect(abs(PrivacyBudget.epsilon(billionths: cost, delta: 1e-6) - 0.753_387) < 1e-5)
  }

  @Test func `a spent budget refuses, and years that overlap share it`() throws {
    func expense(_ period: String, _ billionths: Int) -> PrivacyBudget.Expense {
      .init(population: "P3", period: period, table: "T", billionths: billionths)
    }
    var budget = PrivacyBudget(limit: 100)
    try budget.spend(expense("2021", 60))
    #expect(throws: NoiseError.budgetSpent(left: 40, needed: 41)) {
      try budget.spend(expense("2021-Q2", 41))
    }
    #expect(throws: NoiseError.budgetSpent(left: 40, needed: 50)) {
      try budget.spend(expense("2019..2021", 50))
    }
    try budget.spend(expense("2020", 100))
    try budget.spend(expense("2021-Q3", 40))
    #expect(budget.left(for: "P3", Period(year: 2021)) == 0)
    #expect(budget.left(for: "P2", Period(year: 2021)) == 100)
  }

  @Test func `noise is refused where exact tables of the same persons are out`() throws {
    let line = try SmallLine()
    let table = try #require(
      try line.tables(["AB"], [9, 8, 7, 6, 5, 4], of: SmallLine.kinds(of: ["a", "b"])).first
    )
    let method = NoiseMethod(
      variance: try #require(ExactSampler.Fraction(4, over: 1)),
      delta: 1e-6
    )
    var budget = PrivacyBudget(limit: 10_000_000_000)
    let out = PublishedCell(
      key: CellKey(population: "P", period: "2021-Q1", conditions: []),
      count: 39
    )
    #expect(throws: NoiseError.exactTablesAreOut(out.key)) {
      try method.draw(
        table,
        codebook: line.codebook,
        earlier: [out],
        budget: &budget,
        sampler: sampler(1)
      )
    }
    #expect(budget.expenses.isEmpty)
    let drawn = try method.draw(
      table,
      codebook: line.codebook,
      earlier: [],
      budget: &budget,
      sampler: sampler(1)
    )
    // A person counts in 2 x 2 of the cells: a line and the total in each dimension.
    #expect(NoiseMethod.squaredSensitivity(table.table) == 4)
    #expect(budget.expenses.first?.billionths == 500_000_000)
    #expect(drawn.table.cells.allSatisfy { ($0.count.number ?? -1) >= 0 })
  }
}
