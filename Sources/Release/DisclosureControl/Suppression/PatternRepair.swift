import LinearProgramming

/// The cheapest companions for a cell whose interval is too narrow: the incremental program.
///
/// min sum c_i (d+_i + d-_i)  subject to  M (d+ - d-) = 0,  d_p = the step that is needed,
/// d- <= a - floor; what moves is withheld. Free cells move for nothing, wanted cells and earlier
/// ones not at all. (Kelly, Golden, Assad 1992; Fischetti and Salazar-González 2001.)
struct PatternRepair {
  /// The cost of withholding a cell.
  let costs: [UInt64]

  /// Withholds what one cell needs.
  ///
  /// - Parameters:
  ///   - target: The cell.
  ///   - need: What must hold for it.
  ///   - known: A cell that the attacker knows besides, and that cannot move.
  ///   - pattern: What is withheld; grows.
  ///   - system: The system.
  ///   - counts: The counts.
  /// - Returns: Whether both ends of the interval can be reached.
  /// - Throws: `DisclosureError.solverStopped`.
  func run(
    _ target: Int,
    need: Need,
    known: Int?,
    pattern: inout Pattern,
    system: LineSystem,
    counts: [Int]
  ) throws(DisclosureError) -> Bool {
    let floor = min(system.cells[target].floor, counts[target])
    let down = counts[target] - min(floor, need.lowerAtMost)
    let up = max(0, need.width - down)
    var reached = true
    for step in [up, -down] where step != 0 {
      guard let moved = try move(target, by: step, known, pattern, system, counts) else {
        reached = false
        continue
      }
      for cell in moved where !pattern.isFree(cell, in: system) { pattern.isWithheld[cell] = true }
    }
    return reached
  }

  /// The cells that move when a cell takes a step; `nil` where it cannot.
  private func move(
    _ target: Int,
    by step: Int,
    _ known: Int?,
    _ pattern: Pattern,
    _ system: LineSystem,
    _ counts: [Int]
  ) throws(DisclosureError) -> [Int]? {
    // Columns: the upward and the downward part of each cell's move.
    let count = system.cells.count
    var upper = [Double](repeating: 0, count: 2 * count)
    var objective: [(column: Int, coefficient: Double)] = []
    for cell in system.cells.indices {
      let isFree = pattern.isFree(cell, in: system)
      if cell == known { continue }
      if case .published = system.cells[cell].earlier { continue }
      guard isFree || system.mayBeCompanion(cell, count: counts[cell]) else { continue }
      upper[cell] = Double(max(0, system.cells[cell].ceiling - counts[cell]))
      upper[count + cell] = Double(max(0, counts[cell] - system.cells[cell].floor))
      // Free moves cost a trifle, so that nothing moves without need.
      let cost = isFree ? 1e-3 : price(cell, system)
      objective.append((cell, cost))
      objective.append((count + cell, cost))
    }
    upper[target] = Double(max(0, step))
    upper[count + target] = Double(max(0, -step))
    var lower = [Double](repeating: 0, count: 2 * count)
    lower[target] = Double(max(0, step))
    lower[count + target] = Double(max(0, -step))
    let rows = system.relations.map { relation in
      let slack = -relation.terms.reduce(0) { $0 + $1.coefficient * counts[$1.cell] }
      return LinearRow(
        relation.terms.flatMap { term in
          [
            (term.cell, Double(term.coefficient)),
            (count + term.cell, -Double(term.coefficient)),
          ]
        },
        lower: relation.isEquality ? 0 : -.infinity,
        upper: Double(slack)
      )
    }
    let program = LinearProgram(lower: lower, upper: upper, rows: rows)
    switch program.minimize(objective) {
    case .optimal(let solution):
      return system.cells.indices.filter {
        solution.columns[$0] + solution.columns[count + $0] > 1e-6
      }
    case .infeasible: return nil
    case .unbounded: throw .solverStopped(status: 2)
    case .stopped(let status): throw .solverStopped(status: status)
    }
  }

  /// What it costs to withhold a shown cell: fine cells first, then the caller's cost.
  private func price(_ cell: Int, _ system: LineSystem) -> Double {
    let fraction = Double(costs[cell] % 1_000) / 1_000
    return Double(system.cells[cell].coarseness) + fraction
  }
}
