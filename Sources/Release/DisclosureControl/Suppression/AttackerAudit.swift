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
      /// Wide enough in real numbers; no integer tables were found.
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

  /// Audits every sensitive cell of a component.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - needs: What must hold, by place in the system.
  ///   - known: Cells that the attacker knows besides, by place in the component.
  /// - Returns: A finding for each sensitive cell, in the order of cells.
  /// - Throws: `DisclosureError.solverStopped`.
  static func run(
    _ component: Component,
    needs: [Need?],
    known: [Int: Int] = [:]
  ) throws(DisclosureError) -> [Finding] {
    let sensitive = component.cells.indices.filter {
      needs[component.cells[$0]] != nil && known[$0] == nil
    }
    guard !sensitive.isEmpty else { return [] }
    let program = program(component, known: known)
    var harvest = Harvest(component)
    var findings: [Finding] = []
    for cell in sensitive {
      guard let need = needs[component.cells[cell]] else { continue }
      var result = harvest.meets(need, cell) ? Finding.Result.pass : .unproven
      if result != .pass {
        let upper = try bound(program, cell, 1, &harvest)
        let lower = harvest.meets(need, cell) ? nil : try bound(program, cell, -1, &harvest)
        if harvest.meets(need, cell) {
          result = .pass
        } else if let upper, let lower,
          upper - lower < Double(need.width) - 1e-6 || lower > Double(need.lowerAtMost) + 1e-6
        {
          result = .fail
        } else if component.cells.count <= OptimalPattern.cellsAtMost {
          // Wide enough in real numbers, but at a corner that is no table: ask in whole numbers.
          for direction in [1.0, -1.0] {
            if let table = wholeTable(component, cell, direction, known) { harvest.add(table) }
          }
          if harvest.meets(need, cell) { result = .pass }
        }
      }
      findings.append(
        Finding(cell: component.cells[cell], result: result, interval: harvest.interval(cell))
      )
    }
    return findings
  }

  /// A table of whole numbers in which a cell is greatest (1) or least (-1).
  private static func wholeTable(
    _ component: Component,
    _ cell: Int,
    _ direction: Double,
    _ known: [Int: Int]
  ) -> [Int]? {
    let program = IntegerProgram(
      lower: component.floors.indices.map { Double(known[$0] ?? component.floors[$0]) },
      upper: component.floors.indices.map { Double(known[$0] ?? component.ceilings[$0]) },
      whole: Array(component.cells.indices),
      rows: rows(component),
      objective: component.cells.indices.map { $0 == cell ? -direction : 0 }
    )
    guard case .optimal(let solution) = program.minimize() else { return nil }
    return solution.columns.map { Int($0.rounded()) }
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

  /// The exact interval of every cell of a component over the real numbers, by place in it.
  ///
  /// - Parameter component: The component.
  /// - Returns: Least and greatest value of each cell.
  /// - Throws: `DisclosureError.solverStopped`.
  static func bounds(
    _ component: Component
  ) throws(DisclosureError) -> [(lower: Double, upper: Double)] {
    let program = program(component, known: [:])
    var harvest = Harvest(component)
    var bounds: [(lower: Double, upper: Double)] = []
    for cell in component.cells.indices {
      bounds.append(
        (
          try bound(program, cell, -1, &harvest) ?? 0,
          try bound(program, cell, 1, &harvest) ?? 0
        )
      )
    }
    return bounds
  }

  /// What is known of a component, as a linear program.
  static func program(_ component: Component, known: [Int: Int]) -> LinearProgram {
    LinearProgram(
      lower: component.floors.indices.map { Double(known[$0] ?? component.floors[$0]) },
      upper: component.floors.indices.map { Double(known[$0] ?? component.ceilings[$0]) },
      rows: rows(component)
    )
  }

  /// Solves for one end of a cell's interval; harvests the table.
  private static func bound(
    _ program: LinearProgram,
    _ cell: Int,
    _ direction: Double,
    _ harvest: inout Harvest
  ) throws(DisclosureError) -> Double? {
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
  private let component: Component
  private var least: [Int?]
  private var greatest: [Int?]

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
    for (cell, value) in table.enumerated() {
      least[cell] = min(least[cell] ?? value, value)
      greatest[cell] = max(greatest[cell] ?? value, value)
    }
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
