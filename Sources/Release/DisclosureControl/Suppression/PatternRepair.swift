import LinearProgramming

/// The cheapest companions for a cell whose interval is too narrow: the incremental program.
///
/// min sum c_i (d+_i + d-_i)  subject to  M (d+ - d-) = 0,  d_p = the step that is needed,
/// d- <= a - floor; what moves is withheld. Free cells move for nothing, wanted cells and earlier
/// ones not at all. (Kelly, Golden, Assad 1992; Fischetti and Salazar-González 2001.) One program
/// serves all cells of a round: only the step and the costs change.
struct PatternRepair {
  private let system: LineSystem
  private let counts: [Int]
  private let costs: [UInt64]
  private let program: LinearProgram
  /// The greatest upward and downward move of each cell.
  private let room: [(up: Double, down: Double)]

  /// Prepares the repair of a pattern.
  ///
  /// - Parameters:
  ///   - system: The system.
  ///   - counts: The counts.
  ///   - costs: The cost of withholding each cell.
  ///   - pattern: What is withheld; it may grow while this repair is used.
  init(_ system: LineSystem, counts: [Int], costs: [UInt64], pattern: Pattern) {
    self.system = system
    self.counts = counts
    self.costs = costs
    room = system.cells.indices.map { cell in
      if case .published = system.cells[cell].earlier { return (0, 0) }
      guard pattern.isFree(cell, in: system) || system.mayBeCompanion(cell, count: counts[cell])
      else { return (0, 0) }
      return (
        Double(max(0, system.cells[cell].ceiling - counts[cell])),
        Double(max(0, counts[cell] - system.cells[cell].floor))
      )
    }
    let count = system.cells.count
    // Columns: the upward and the downward part of each cell's move.
    program = LinearProgram(
      lower: Array(repeating: 0, count: 2 * count),
      upper: room.map(\.up) + room.map(\.down),
      rows: system.relations.map { relation in
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
    )
  }

  /// Withholds what one cell needs.
  ///
  /// - Parameters:
  ///   - target: The cell.
  ///   - need: What must hold for it.
  ///   - known: A cell that the attacker knows besides, and that cannot move.
  ///   - pattern: What is withheld; grows.
  /// - Throws: `DisclosureError.solverStopped`.
  func run(
    _ target: Int,
    need: Need,
    known: Int?,
    pattern: inout Pattern
  ) throws(DisclosureError) {
    if let known { bound(known, up: 0...0, down: 0...0) }
    let isDifference = system.cells[target].leastDifference != nil
    let floor = isDifference ? need.lowerAtMost : min(system.cells[target].floor, counts[target])
    var down = counts[target] - min(floor, need.lowerAtMost)
    if try !take(-down, target, &pattern) {
      // The floor is out of reach, whatever is withheld: as far down as it goes, then further up.
      down = try farthest(target)
      _ = try take(-down, target, &pattern)
    }
    _ = try take(max(0, need.width - down), target, &pattern)
    if let known { bound(known, up: 0...room[known].up, down: 0...room[known].down) }
  }

  /// Withholds what moves when a cell takes a step; false where it cannot take it.
  private func take(
    _ step: Int,
    _ target: Int,
    _ pattern: inout Pattern
  ) throws(DisclosureError) -> Bool {
    guard step != 0 else { return true }
    guard let moving = try move(target, by: step, pattern) else { return false }
    for cell in moving where !pattern.isFree(cell, in: system) {
      pattern.isWithheld[cell] = true
    }
    return true
  }

  /// How many whole steps a cell can go down when all that may move does.
  private func farthest(_ target: Int) throws(DisclosureError) -> Int {
    switch program.minimize([(system.cells.count + target, -1)]) {
    case .optimal(let solution): return Int(1e-6 - solution.value)
    case .infeasible: return 0
    case .unbounded: throw .solverStopped(status: 2)
    case .stopped(let status): throw .solverStopped(status: status)
    }
  }

  /// The cells that move when a cell takes a step; `nil` where it cannot.
  private func move(
    _ target: Int,
    by step: Int,
    _ pattern: Pattern
  ) throws(DisclosureError) -> [Int]? {
    let count = system.cells.count
    var objective: [(column: Int, coefficient: Double)] = []
    for cell in system.cells.indices where room[cell].up > 0 || room[cell].down > 0 {
      // Free moves cost a trifle, so that nothing moves without need.
      let cost = pattern.isFree(cell, in: system) ? 1e-3 : price(cell)
      objective.append((cell, cost))
      objective.append((count + cell, cost))
    }
    let (rise, fall) = (Double(max(0, step)), Double(max(0, -step)))
    guard rise <= room[target].up, fall <= room[target].down else { return nil }
    bound(target, up: rise...rise, down: fall...fall)
    defer { bound(target, up: 0...room[target].up, down: 0...room[target].down) }
    switch program.minimizeFromLowerBounds(objective) {
    case .optimal(let solution):
      return system.cells.indices.filter {
        solution.columns[$0] + solution.columns[count + $0] > 1e-6
      }
    case .infeasible: return nil
    case .unbounded: throw .solverStopped(status: 2)
    case .stopped(let status): throw .solverStopped(status: status)
    }
  }

  private func bound(_ cell: Int, up: ClosedRange<Double>, down: ClosedRange<Double>) {
    program.bound(column: cell, lower: up.lowerBound, upper: up.upperBound)
    program.bound(
      column: system.cells.count + cell,
      lower: down.lowerBound,
      upper: down.upperBound
    )
  }

  /// What it costs to withhold a shown cell: fine cells first, then the caller's cost.
  private func price(_ cell: Int) -> Double {
    Double(system.cells[cell].coarseness) + Double(costs[cell] % 1_000) / 1_000
  }
}
