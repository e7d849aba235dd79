import LinearProgramming

/// What an attacker with all published tables and a solver learns about each sensitive cell.
///
/// For every sensitive cell the least and the greatest value over all tables that fit what is
/// published. A pass rests on two witness tables checked in integers, not on floating point.
struct AttackerAudit {
  /// What was found about one cell.
  struct Finding: Equatable, Sendable {
    /// How it ended.
    enum Result: String, Sendable {
      /// Two integer tables prove that the interval is wide enough.
      case pass
      /// The interval is too narrow.
      case fail
      /// Wide enough in real numbers, in a component too large to look for integer tables.
      case unproven
    }

    /// The cell's place in the system.
    let cell: Int
    /// How it ended.
    let result: Result
    /// The widest interval that witnesses prove.
    let interval: ClosedRange<Int>?
    /// The cell that the attacker knows besides, as its one person does; `nil` for anybody.
    var known: Int?
  }

  /// What passed before, and need not be asked again.
  struct Passed {
    private var cells: Set<[Int]> = []

    init(_ findings: [Finding] = []) {
      for finding in findings where finding.result == .pass {
        cells.insert([finding.cell, finding.known ?? -1])
      }
    }

    func contains(_ cell: Int, known: Int? = nil) -> Bool { cells.contains([cell, known ?? -1]) }
  }

  private let component: Component
  private let truth: [Int]
  private let program: LinearProgram
  private var steps: StepProgram?
  private var harvest: Harvest

  /// Prepares the audit of a component; the solver keeps its basis from one question to the next.
  ///
  /// The true counts serve only where a corner of the solver's is no table of whole numbers: what
  /// moves away from them in whole steps is one.
  init(_ component: Component, counts: [Int]) {
    self.component = component
    truth = component.cells.map { counts.isEmpty ? 0 : counts[$0] }
    program = LinearProgram(
      lower: component.floors.map(Double.init),
      upper: component.ceilings.map(Double.init),
      rows: Self.rows(component)
    )
    harvest = Harvest(component)
  }

  /// Audits every sensitive cell of a component.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - counts: The counts, by place in the system.
  ///   - needs: What must hold, by place in the system.
  /// - Returns: A finding for each sensitive cell, in the order of cells.
  /// - Throws: `DisclosureError.solverStopped`.
  static func run(
    _ component: Component,
    counts: [Int],
    needs: [Need?]
  ) throws(DisclosureError) -> [Finding] {
    var audit = AttackerAudit(component, counts: counts)
    return try audit.run(needs: needs)
  }

  /// Audits every sensitive cell that did not pass before.
  mutating func run(
    needs: [Need?],
    except passed: Passed = .init()
  ) throws(DisclosureError) -> [Finding] {
    try run(
      component.cells.enumerated().compactMap { place, cell in
        passed.contains(cell) ? nil : needs[cell].map { (place, $0) }
      },
      known: nil
    )
  }

  /// Audits some cells, by place in the component, for an attacker who may know one cell more.
  mutating func run(
    _ cells: [(place: Int, need: Need)],
    known: (place: Int, value: Int)?
  ) throws(DisclosureError) -> [Finding] {
    var harvest = harvest
    if let known {
      harvest = harvest.restricted(to: known.value, at: known.place)
      let value = Double(known.value)
      program.bound(column: known.place, lower: value, upper: value)
    }
    var findings: [Finding] = []
    for (cell, need) in cells {
      let result = try judge(cell, need, known?.place, &harvest)
      findings.append(
        Finding(
          cell: component.cells[cell],
          result: result,
          interval: harvest.interval(cell),
          known: known.map { component.cells[$0.place] }
        )
      )
    }
    if let known {
      program.bound(
        column: known.place,
        lower: Double(component.floors[known.place]),
        upper: Double(component.ceilings[known.place])
      )
    } else {
      self.harvest = harvest
    }
    return findings
  }

  /// Seeks two tables that prove a cell's need; asks for its bounds only where there are none near.
  private mutating func judge(
    _ cell: Int,
    _ need: Need,
    _ known: Int?,
    _ harvest: inout Harvest
  ) throws(DisclosureError) -> Finding.Result {
    if harvest.meets(need, cell) { return .pass }
    walk(cell, need, known, &harvest)
    if harvest.meets(need, cell) { return .pass }
    let upper = try Self.bound(program, cell, 1, &harvest)
    let lower = try Self.bound(program, cell, -1, &harvest)
    if harvest.meets(need, cell) { return .pass }
    let isNarrow =
      upper - lower < Double(need.width) - 1e-6 || lower > Double(need.lowerAtMost) + 1e-6
    // Wide enough in real numbers, but no table was found: in a small component there is none near.
    return isNarrow || component.cells.count <= OptimalPattern.cellsAtMost ? .fail : .unproven
  }

  /// Harvests tables some whole steps away from the true one: as few steps as the need asks for,
  /// then as far down as the floor.
  private mutating func walk(
    _ cell: Int,
    _ need: Need,
    _ known: Int?,
    _ harvest: inout Harvest
  ) {
    let steps = self.steps ?? StepProgram(component, truth)
    self.steps = steps
    for low in [min(need.lowerAtMost, truth[cell]), component.floors[cell]] {
      if low < truth[cell], let table = steps.nearest(cell, low, keeping: known) {
        harvest.add(table)
      }
      let least = harvest.interval(cell)?.lowerBound ?? truth[cell]
      if let table = steps.nearest(cell, least + need.width, keeping: known) { harvest.add(table) }
      if harvest.meets(need, cell) { return }
    }
  }

  /// The exact interval of every cell of a component over the real numbers, by place in it.
  ///
  /// - Parameter component: The component.
  /// - Returns: Least and greatest value of each cell.
  /// - Throws: `DisclosureError.solverStopped`.
  static func bounds(
    _ component: Component
  ) throws(DisclosureError) -> [(lower: Double, upper: Double)] {
    let audit = AttackerAudit(component, counts: [])
    var harvest = Harvest(component)
    var bounds: [(lower: Double, upper: Double)] = []
    for cell in component.cells.indices {
      bounds.append(
        (
          try bound(audit.program, cell, -1, &harvest),
          try bound(audit.program, cell, 1, &harvest)
        )
      )
    }
    return bounds
  }

  private static func rows(_ component: Component) -> [LinearRow] {
    component.rows.map { row in
      LinearRow(
        row.terms.map { ($0.cell, Double($0.coefficient)) },
        lower: row.lower.map(Double.init) ?? -.infinity,
        upper: Double(row.upper)
      )
    }
  }

  /// Solves for one end of a cell's interval; harvests the table.
  private static func bound(
    _ program: LinearProgram,
    _ cell: Int,
    _ direction: Double,
    _ harvest: inout Harvest
  ) throws(DisclosureError) -> Double {
    switch program.minimize([(cell, -direction)]) {
    case .optimal(let solution):
      harvest.add(solution.columns)
      return solution.columns[cell]
    case .infeasible: throw .solverStopped(status: 1)
    case .unbounded: throw .solverStopped(status: 2)
    case .stopped(let status): throw .solverStopped(status: status)
    }
  }
}

/// The integer tables seen so far, as each cell's least and greatest value.
struct Harvest {
  /// How many tables are kept for attackers who know one cell more.
  private static let tablesKept = 64

  private let component: Component
  private var least: [Int?]
  private var greatest: [Int?]
  private var tables: [[Int]] = []

  init(_ component: Component) {
    self.component = component
    least = Array(repeating: nil, count: component.cells.count)
    greatest = least
  }

  /// Keeps a solver's table if its nearest integers fit every row exactly.
  mutating func add(_ values: [Double]) {
    guard values.allSatisfy({ abs($0) < 1e15 }) else { return }
    add(values.map { Int($0.rounded()) })
  }

  /// Keeps a table of integers if it fits.
  mutating func add(_ table: [Int]) {
    guard component.isConsistent(table) else { return }
    take(table)
  }

  private mutating func take(_ table: [Int]) {
    if tables.count < Self.tablesKept { tables.append(table) }
    for (cell, value) in table.enumerated() {
      least[cell] = min(least[cell] ?? value, value)
      greatest[cell] = max(greatest[cell] ?? value, value)
    }
  }

  /// The tables in which a cell has a value.
  func restricted(to value: Int, at cell: Int) -> Harvest {
    var restricted = Harvest(component)
    for table in tables where table[cell] == value { restricted.take(table) }
    return restricted
  }

  /// The interval that witnesses prove.
  func interval(_ cell: Int) -> ClosedRange<Int>? {
    guard let low = least[cell], let high = greatest[cell] else { return nil }
    return low...high
  }

  /// Tells whether the witnesses prove enough.
  func meets(_ need: Need, _ cell: Int) -> Bool {
    interval(cell).map(need.isMet) ?? false
  }
}
