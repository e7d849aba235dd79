import LinearProgramming

/// Finds the table nearest to the true one in which one cell has another value.
///
/// min sum |d| subject to rows of x + d, floors, and d_cell = the step.
struct StepProgram {
  private let component: Component
  private let truth: [Int]
  private let program: LinearProgram

  init(_ component: Component, _ truth: [Int]) {
    self.component = component
    self.truth = truth
    let count = truth.count
    program = LinearProgram(
      lower: Array(repeating: 0, count: 2 * count),
      upper: zip(truth, component.ceilings).map { Double(max(0, $1 - $0)) }
        + zip(truth, component.floors).map { Double(max(0, $0 - $1)) },
      rows: component.rows.map { row in
        let now = row.terms.reduce(0) { $0 + $1.coefficient * truth[$1.cell] }
        return LinearRow(
          row.terms.flatMap {
            [
              ($0.cell, Double($0.coefficient)), (count + $0.cell, -Double($0.coefficient)),
            ]
          },
          lower: row.lower.map { Double($0 - now) } ?? -.infinity,
          upper: Double(row.upper - now)
        )
      }
    )
  }

  /// The nearest table; `nil` where there is none, or none in integers.
  ///
  /// - Parameters:
  ///   - cell: The cell that moves.
  ///   - value: Its value in that table.
  ///   - kept: A cell that keeps its true value.
  /// - Returns: The values, by place in the component.
  func nearest(_ cell: Int, _ value: Int, keeping kept: Int? = nil) -> [Int]? {
    if let kept { fix(kept) }
    defer { if let kept { release(kept) } }
    let count = truth.count
    let step = Double(value - truth[cell])
    let down = Double(max(0, truth[cell] - component.floors[cell]))
    let up = Double(max(0, component.ceilings[cell] - truth[cell]))
    guard -step <= down, step <= up else { return nil }
    program.bound(column: cell, lower: max(0, step), upper: max(0, step))
    program.bound(column: count + cell, lower: max(0, -step), upper: max(0, -step))
    defer { release(cell) }
    let all = (0..<2 * count).map { (column: $0, coefficient: 1.0) }
    guard case .optimal(let solution) = program.minimizeFromLowerBounds(all) else { return nil }
    return truth.indices.map {
      truth[$0] + Int((solution.columns[$0] - solution.columns[count + $0]).rounded())
    }
  }

  private func fix(_ cell: Int) {
    program.bound(column: cell, lower: 0, upper: 0)
    program.bound(column: truth.count + cell, lower: 0, upper: 0)
  }

  private func release(_ cell: Int) {
    let up = Double(max(0, component.ceilings[cell] - truth[cell]))
    let down = Double(max(0, truth[cell] - component.floors[cell]))
    program.bound(column: cell, lower: 0, upper: up)
    program.bound(column: truth.count + cell, lower: 0, upper: down)
  }
}
