import Aggregation
import Glibc

/// How much of the privacy of a population and period noise has spent, in zero-concentrated DP.
///
/// A release of sensitivity D under Gaussian noise of variance sigma^2 costs rho = D^2 / (2 sigma^2);
/// costs add up; for any delta the whole is (epsilon, delta)-DP with
/// epsilon = rho + 2 sqrt(rho ln(1 / delta)). Source: Bun and Steinke 2016 (arXiv 1605.02065).
public struct PrivacyBudget: Equatable, Sendable {
  /// One release's cost.
  public struct Expense: Equatable, Sendable {
    /// The population.
    public let population: String
    /// The period.
    public let period: String
    /// The table.
    public let table: String
    /// rho, in billionths, rounded up.
    public let billionths: Int

    /// Names an expense.
    public init(population: String, period: String, table: String, billionths: Int) {
      self.population = population
      self.period = period
      self.table = table
      self.billionths = billionths
    }
  }

  /// One line an expense, as a release's record keeps it.
  public static func write(_ expenses: [Expense]) -> String {
    expenses.map { "noise\t\($0.population)\t\($0.period)\t\($0.table)\t\($0.billionths)\n" }
      .joined()
  }

  /// Reads the expenses of a record; lines of another kind are passed over.
  public static func read(_ text: String) -> [Expense] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 5, fields[0] == "noise", let cost = Int(fields[4]) else { return nil }
      return Expense(
        population: fields[1],
        period: fields[2],
        table: fields[3],
        billionths: cost
      )
    }
  }

  /// What may be spent on a population and period, in billionths of rho.
  public let limit: Int
  /// What was spent, oldest first.
  public private(set) var expenses: [Expense]

  /// Opens a budget.
  public init(limit: Int, expenses: [Expense] = []) {
    self.limit = limit
    self.expenses = expenses
  }

  /// What is left for a population and period, in billionths of rho.
  ///
  /// Periods that share a quarter share persons, so each is charged for the other.
  public func left(for population: String, _ period: Period) -> Int {
    expenses.reduce(limit) { left, expense in
      let overlaps = Period(expense.period)?.overlaps(period) ?? true
      return expense.population == population && overlaps ? left - expense.billionths : left
    }
  }

  /// Spends, or refuses.
  ///
  /// - Parameter expense: The cost of one release.
  /// - Throws: `NoiseError.budgetSpent`.
  public mutating func spend(_ expense: Expense) throws(NoiseError) {
    guard let period = Period(expense.period), expense.billionths > 0 else {
      throw .expenseMalformed
    }
    let left = left(for: expense.population, period)
    guard expense.billionths <= left else {
      throw .budgetSpent(left: left, needed: expense.billionths)
    }
    expenses.append(expense)
  }

  /// The cost of one release: rho = D^2 / (2 sigma^2) in billionths, rounded up.
  public static func cost(squaredSensitivity: Int, variance: ExactSampler.Fraction) -> Int {
    let numerator = UInt128(squaredSensitivity) * 1_000_000_000 * UInt128(variance.denominator)
    let denominator = 2 * UInt128(variance.numerator)
    return Int((numerator + denominator - 1) / denominator)
  }

  /// The epsilon of a rho at a delta between 0 and 1.
  public static func epsilon(billionths: Int, delta: Double) -> Double {
    let rho = Double(billionths) / 1e9
    return rho + 2 * (rho * log(1 / delta)).squareRoot()
  }
}
