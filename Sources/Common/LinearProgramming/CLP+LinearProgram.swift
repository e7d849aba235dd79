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
    let matrix = ColumnMajor(columns: columns, rows)
    let objective = [Double](repeating: 0, count: columns)
    unsafe Clp_loadProblem(
      model,
      Int32(columns),
      Int32(rows.count),
      matrix.starts,
      matrix.indices,
      matrix.values,
      lower.map(ColumnMajor.bounded),
      upper.map(ColumnMajor.bounded),
      objective,
      rows.map { ColumnMajor.bounded($0.lower) },
      rows.map { ColumnMajor.bounded($0.upper) }
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
      guard let values = unsafe Clp_primalColumnSolution(model),
        let costs = unsafe Clp_dualColumnSolution(model)
      else { return .stopped(-1) }
      let columns = unsafe [Double](UnsafeBufferPointer(start: values, count: self.columns))
      return .optimal(
        LinearSolution(
          value: unsafe Clp_objectiveValue(model),
          columns: columns,
          reducedCosts: unsafe [Double](UnsafeBufferPointer(start: costs, count: self.columns))
        )
      )
    case 1: return .infeasible
    case 2: return .unbounded
    case let status: return .stopped(Int(status))
    }
  }

  /// Changes the bounds of a column.
  public func bound(column: Int, lower: Double, upper: Double) {
    precondition((0..<columns).contains(column))
    unsafe Clp_columnLower(model)?[column] = ColumnMajor.bounded(lower)
    unsafe Clp_columnUpper(model)?[column] = ColumnMajor.bounded(upper)
  }
}
