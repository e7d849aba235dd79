import LinearProgramming

/// The cheapest cells to withhold besides those that are: for systems of few cells.
///
/// Fischetti and Salazar-González (Management Science 47(7), 2001). Master: min sum c_i y_i with
/// y = 1 for what is withheld and the cuts so far. The attacker's program, for each sensitive cell p
/// and both ends of its interval, with a_i - LB_i y_i <= x_i <= a_i + UB_i y_i. By duality an end's
/// distance from a_p is at most sum (alpha_i UB_i + beta_i LB_i) y_i with its reduced costs r,
/// alpha_i = max(-r_i, 0), beta_i = max(r_i, 0). Where the width or the lower end falls short of
/// `need`, the cut is sum min(need, reach_i) y_i >= need, for the width with the reach of both ends.
struct OptimalPattern {
  /// Above this many cells the master is too slow; repair one cell at a time instead.
  static let cellsAtMost = 300
  /// More rounds of cuts than any small system was seen to need.
  private static let roundsAtMost = 400

  let system: LineSystem
  let counts: [Int]
  let needs: [Need?]
  /// What it costs to withhold each cell.
  let prices: [Double]

  /// Finds the cheapest pattern that holds this one.
  ///
  /// - Parameter pattern: What is withheld already.
  /// - Returns: The pattern; `nil` where there is none.
  /// - Throws: `DisclosureError.solverStopped`.
  func run(_ pattern: Pattern) throws(DisclosureError) -> Pattern? {
    let sensitive = system.cells.indices.filter { needs[$0] != nil && canMove($0, pattern) }
    var cuts: [LinearRow] = []
    var chosen = pattern
    for _ in 0..<Self.roundsAtMost {
      var found: [LinearRow] = []
      let attacker = attacker(chosen)
      for cell in sensitive { found += try self.cuts(cell, attacker) }
      if found.isEmpty { return chosen }
      cuts += found
      guard let next = try master(cuts, pattern) else { return nil }
      chosen = next
    }
    throw .solverStopped(status: 3)
  }

  private func canMove(_ cell: Int, _ pattern: Pattern) -> Bool {
    if case .published = system.cells[cell].earlier { return false }
    return pattern.isFree(cell, in: system)
  }

  /// How far a cell can go down and up once it is withheld.
  private func room(_ cell: Int) -> (down: Double, up: Double) {
    (
      Double(max(0, counts[cell] - system.cells[cell].floor)),
      Double(max(0, system.cells[cell].ceiling - counts[cell]))
    )
  }

  /// What an attacker knows under a pattern; columns are steps from the true counts.
  private func attacker(_ pattern: Pattern) -> LinearProgram {
    let moves = system.cells.indices.map { canMove($0, pattern) }
    return LinearProgram(
      lower: moves.indices.map { moves[$0] ? -room($0).down : 0 },
      upper: moves.indices.map { moves[$0] ? room($0).up : 0 },
      rows: system.relations.map { relation in
        let slack = -relation.terms.reduce(0) { $0 + $1.coefficient * counts[$1.cell] }
        return LinearRow(
          relation.terms.map { ($0.cell, Double($0.coefficient)) },
          lower: relation.isEquality ? 0 : -.infinity,
          upper: Double(slack)
        )
      }
    )
  }

  /// One end of a cell's interval: its distance from the count, and each cell's part in it.
  private func end(
    _ cell: Int,
    _ sign: Double,
    _ attacker: LinearProgram
  ) throws(DisclosureError) -> (distance: Double, reach: [Double]) {
    guard case .optimal(let solution) = attacker.minimize([(cell, sign)]) else {
      throw .solverStopped(status: 4)
    }
    let reach = system.cells.indices.map { place in
      let cost = solution.reducedCosts[place]
      return system.cells[place].isDisplayed
        ? max(-cost, 0) * room(place).up + max(cost, 0) * room(place).down : 0
    }
    return (-solution.value, reach)
  }

  /// The cuts that a cell asks for; none where its need is met.
  private func cuts(
    _ cell: Int,
    _ attacker: LinearProgram
  ) throws(DisclosureError) -> [LinearRow] {
    guard let need = needs[cell] else { return [] }
    let low = try end(cell, 1, attacker)
    let high = try end(cell, -1, attacker)
    var cuts: [LinearRow] = []
    let drop = Double(counts[cell] - need.lowerAtMost)
    if low.distance < drop - 1e-6 { cuts.append(cut(low.reach, drop)) }
    if low.distance + high.distance < Double(need.width) - 1e-6 {
      cuts.append(cut(zip(low.reach, high.reach).map(+), Double(need.width)))
    }
    return cuts
  }

  private func cut(_ reach: [Double], _ need: Double) -> LinearRow {
    LinearRow(
      reach.enumerated().filter { $0.element > 1e-9 }.map { ($0.offset, min(need, $0.element)) },
      lower: need,
      upper: .infinity
    )
  }

  /// The cheapest choice that meets all cuts.
  private func master(
    _ cuts: [LinearRow],
    _ pattern: Pattern
  ) throws(DisclosureError) -> Pattern? {
    let possible = system.cells.indices.map {
      pattern.isWithheld[$0] || system.mayBeCompanion($0, count: counts[$0])
    }
    let program = IntegerProgram(
      lower: pattern.isWithheld.map { $0 ? 1 : 0 },
      upper: possible.map { $0 ? 1 : 0 },
      whole: Array(system.cells.indices),
      rows: cuts,
      objective: prices
    )
    switch program.minimize() {
    case .optimal(let solution):
      return Pattern(isWithheld: solution.columns.map { $0 > 0.5 })
    case .infeasible: return nil
    case .unbounded: throw .solverStopped(status: 2)
    case .stopped(let status): throw .solverStopped(status: status)
    }
  }
}
