import CClp

/// A linear program solved by CLP's simplex; keeps its basis, so that a new objective starts warm.
///
/// Results are floating point: what they prove must be checked in integers by the caller.
@safe public final class LinearProgram {
  private let model: UnsafeMutableRawPointer
  private let columns: Int
  private var isSolved = false

  /// Makes a program with an empty objective.
  ///
  /// - Parameters:
  ///   - lower: The least value of each column.
  ///   - upper: The greatest value of each column; `.infinity` where there is none.
  ///   - rows: The rows.
  public init(lower: [Double], upper: [Double], rows: [LinearRow]) {
    columns = lower.count
    unsafe model = unsafe Clp_newModel()
    unsafe Clp_setLogLevel(model, 0)
    // CLP wants columns, one after the other.
    var starts = [CoinBigIndex](repeating: 0, count: columns + 1)
    for row in rows { for term in row.terms { starts[term.column + 1] += 1 } }
    for column in 0..<columns { starts[column + 1] += starts[column] }
    var next = starts
    var indices = [Int32](repeating: 0, count: Int(starts[columns]))
    var values = [Double](repeating: 0, count: Int(starts[columns]))
    for (number, row) in rows.enumerated() {
      for term in row.terms {
        indices[Int(next[term.column])] = Int32(number)
        values[Int(next[term.column])] = term.coefficient
        next[term.column] += 1
      }
    }
    let objective = [Double](repeating: 0, count: columns)
    unsafe Clp_loadProblem(
      model,
      Int32(columns),
      Int32(rows.count),
      starts,
      indices,
      values,
      lower.map(Self.bounded),
      upper.map(Self.bounded),
      objective,
      rows.map { Self.bounded($0.lower) },
      rows.map { Self.bounded($0.upper) }
    )
  }

  deinit { unsafe Clp_deleteModel(model) }

  /// Finds the least value of an objective.
  ///
  /// - Parameter objective: Columns and coefficients; a column at most once.
  /// - Returns: How it ended.
  public func minimize(_ objective: [(column: Int, coefficient: Double)]) -> LinearOutcome {
    if let costs = unsafe Clp_objective(model) {
      for column in 0..<columns { unsafe costs[column] = 0 }
      for (column, coefficient) in objective {
        precondition((0..<columns).contains(column))
        unsafe costs[column] = coefficient
      }
    }
    unsafe Clp_setOptimizationDirection(model, 1)
    if isSolved {
      _ = unsafe Clp_primal(model, 0)
    } else {
      _ = unsafe Clp_initialSolve(model)
      isSolved = true
    }
    switch unsafe Clp_status(model) {
    case 0:
      guard let values = unsafe Clp_primalColumnSolution(model) else { return .stopped(-1) }
      let columns = unsafe [Double](UnsafeBufferPointer(start: values, count: self.columns))
      return .optimal(
        LinearSolution(value: unsafe Clp_objectiveValue(model), columns: columns)
      )
    case 1: return .infeasible
    case 2: return .unbounded
    case let status: return .stopped(Int(status))
    }
  }

  /// Changes the bounds of a column.
  public func bound(column: Int, lower: Double, upper: Double) {
    precondition((0..<columns).contains(column))
    unsafe Clp_columnLower(model)?[column] = Self.bounded(lower)
    unsafe Clp_columnUpper(model)?[column] = Self.bounded(upper)
  }

  /// CLP takes the largest double as "no bound".
  private static func bounded(_ value: Double) -> Double {
    max(-Double.greatestFiniteMagnitude, min(Double.greatestFiniteMagnitude, value))
  }
}
