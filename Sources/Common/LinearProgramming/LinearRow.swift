/// A row of a linear program: lower <= sum of coefficient * column <= upper.
public struct LinearRow: Sendable {
  /// Column and coefficient; a column at most once.
  public let terms: [(column: Int, coefficient: Double)]
  /// The least value; `-.infinity` where there is none.
  public let lower: Double
  /// The greatest value; `.infinity` where there is none.
  public let upper: Double

  /// Makes a row.
  public init(_ terms: [(column: Int, coefficient: Double)], lower: Double, upper: Double) {
    self.terms = terms
    self.lower = lower
    self.upper = upper
  }
}

/// The values of the columns at an optimum.
public struct LinearSolution: Sendable {
  /// The optimum.
  public let value: Double
  /// The columns' values.
  public let columns: [Double]
}

/// How a linear program ends.
public enum LinearOutcome: Sendable {
  /// An optimum was found.
  case optimal(LinearSolution)
  /// No values meet all rows.
  case infeasible
  /// The objective has no bound.
  case unbounded
  /// The solver stopped before it knew, with its status.
  case stopped(Int)
}
