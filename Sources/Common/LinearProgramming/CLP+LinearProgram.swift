import CClp

/// A linear program solved by CLP's simplex; keeps its basis, so that a new objective starts warm.
///
/// Results are floating point: what they prove must be checked in integers by the caller.
@safe public final class LinearProgram {
  private let model: UnsafeMutableRawPointer
  private let columns: Int
  private let rows: Int
  private var isSolved = false

  /// Makes a program with an empty objective.
  ///
  /// - Parameters:
  ///   - lower: The least value of each column.
  ///   - upper: The greatest value of each column; `.infinity` where there is none.
  ///   - rows: The rows.
  public init(lower: [Double], upper: [Double], rows: [LinearRow]) {
    columns = lower.count
    self.rows = rows.count
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
    set(objective)
    if isSolved {
      _ = unsafe Clp_primal(model, 0)
    } else {
      _ = unsafe Clp_initialSolve(model)
      isSolved = true
    }
    return outcome
  }

  /// Finds the least value of an objective, from every column at its lower bound.
  ///
  /// For programmes whose costs are at least 0 and that only a few rows keep from being solved
  /// there: the dual simplex needs a few steps, and no earlier question has a part in the answer.
  ///
  /// - Parameter objective: Columns and coefficients; a column at most once.
  /// - Returns: How it ended.
  public func minimizeFromLowerBounds(
    _ objective: [(column: Int, coefficient: Double)]
  ) -> LinearOutcome {
    set(objective)
    // 1 is basic, 3 is at the lower bound (ClpSimplex::Status).
    for row in 0..<rows { unsafe Clp_setRowStatus(model, Int32(row), 1) }
    for column in 0..<columns { unsafe Clp_setColumnStatus(model, Int32(column), 3) }
    _ = unsafe Clp_dual(model, 0)
    isSolved = true
    return outcome
  }

  private func set(_ objective: [(column: Int, coefficient: Double)]) {
    if let costs = unsafe Clp_objective(model) {
      for column in 0..<columns { unsafe costs[column] = 0 }
      for (column, coefficient) in objective {
        precondition((0..<columns).contains(column))
        unsafe costs[column] = coefficient
      }
    }
    unsafe Clp_setOptimizationDirection(model, 1)
  }

  /// How the last solve ended.
  private var outcome: LinearOutcome {
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
