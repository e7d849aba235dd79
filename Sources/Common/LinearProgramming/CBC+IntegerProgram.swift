import CCbc
import Synchronization

/// CBC keeps state outside its models while it solves: one at a time.
private let turn = Mutex(())

/// A linear program some of whose columns are whole numbers, solved by CBC's branch and cut.
///
/// Results are floating point near whole numbers; the caller rounds and checks them.
@safe public final class IntegerProgram {
  private let model: UnsafeMutableRawPointer
  private let columns: Int
  private let relaxation: LinearProgram
  private let objective: [Double]

  /// Makes a program.
  ///
  /// - Parameters:
  ///   - lower: The least value of each column.
  ///   - upper: The greatest value of each column; `.infinity` where there is none.
  ///   - whole: The columns that are whole numbers.
  ///   - rows: The rows.
  ///   - objective: What each column costs.
  public init(
    lower: [Double],
    upper: [Double],
    whole: [Int],
    rows: [LinearRow],
    objective: [Double]
  ) {
    columns = lower.count
    relaxation = LinearProgram(lower: lower, upper: upper, rows: rows)
    self.objective = objective
    unsafe model = unsafe Cbc_newModel()
    unsafe Cbc_setLogLevel(model, 0)
    let matrix = ColumnMajor(columns: columns, rows)
    unsafe Cbc_loadProblem(
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
    for column in whole { unsafe Cbc_setInteger(model, Int32(column)) }
  }

  deinit { unsafe Cbc_deleteModel(model) }

  /// Finds the least cost.
  ///
  /// Asks CLP first: CBC does not tell an infeasible relaxation from a failure.
  ///
  /// - Returns: How it ended.
  public func minimize() -> LinearOutcome {
    if case .infeasible = relaxation.minimize(objective.enumerated().map { ($0, $1) }) {
      return .infeasible
    }
    return turn.withLock { _ in solve() }
  }

  private func solve() -> LinearOutcome {
    _ = unsafe Cbc_solve(model)
    if unsafe Cbc_isProvenOptimal(model) != 0 {
      guard let values = unsafe Cbc_getColSolution(model) else { return .stopped(-1) }
      return .optimal(
        LinearSolution(
          value: unsafe Cbc_getObjValue(model),
          columns: unsafe [Double](UnsafeBufferPointer(start: values, count: columns)),
          reducedCosts: []
        )
      )
    }
    return unsafe Cbc_isProvenInfeasible(model) != 0
      ? .infeasible : .stopped(Int(unsafe Cbc_status(model)))
  }
}
