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
  /// The columns' reduced costs; empty for a program in whole numbers.
  public let reducedCosts: [Double]
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

/// A linear program as CLP and CBC take it: column by column.
struct ColumnMajor {
  /// Where each column's entries start; one more than columns.
  private(set) var starts: [Int32]
  /// The row of each entry.
  private(set) var indices: [Int32]
  /// The coefficient of each entry.
  private(set) var values: [Double]

  init(columns: Int, _ rows: [LinearRow]) {
    starts = [Int32](repeating: 0, count: columns + 1)
    for row in rows { for term in row.terms { starts[term.column + 1] += 1 } }
    for column in 0..<columns { starts[column + 1] += starts[column] }
    var next = starts
    indices = [Int32](repeating: 0, count: Int(starts[columns]))
    values = [Double](repeating: 0, count: indices.count)
    for (number, row) in rows.enumerated() {
      for term in row.terms {
        indices[Int(next[term.column])] = Int32(number)
        values[Int(next[term.column])] = term.coefficient
        next[term.column] += 1
      }
    }
  }

  /// The solvers take the largest double as "no bound".
  static func bounded(_ value: Double) -> Double {
    max(-Double.greatestFiniteMagnitude, min(Double.greatestFiniteMagnitude, value))
  }
}
