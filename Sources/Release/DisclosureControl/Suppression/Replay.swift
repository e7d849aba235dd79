/// What an attacker learns who runs this open program on every table that fits.
///
/// Among all integer tables consistent with the publication, those for which the program would
/// have withheld the same cells must still leave each sensitive cell its width. A pass needs two
/// such tables for each cell; they are sought from near the true table outward, and in components
/// that are small enough every table is tried.
struct Replay {
  /// What came of a component.
  enum Result: Equatable {
    /// Every sensitive cell keeps its width.
    case pass
    /// Every table was tried, and these cells (places in the system) are too narrow.
    case narrow([Int])
    /// No proof was found for these cells within the tries allowed.
    case open([Int])
  }

  /// Components of more cells are not replayed: a person must look at the release instead.
  static let cellsAtMost = 600
  /// How many tables are tried at most where every table is tried.
  static let tablesAtMost = 5_000
  /// How many values of a cell are tried at most.
  static let valuesAtMost = 200

  let component: Component
  let needs: [Need?]
  let neighbourhood: Neighbourhood
  private let truth: [Int]
  private var harvest: Harvest

  init(
    _ component: Component,
    of system: LineSystem,
    finder: PatternFinder,
    outcome: PatternFinder.Outcome
  ) {
    self.component = component
    needs = component.cells.map { outcome.needs[$0] }
    neighbourhood = Neighbourhood(
      component,
      of: system,
      finder: finder,
      pattern: outcome.pattern
    )
    truth = component.cells.map { system.cells[$0].count }
    harvest = Harvest(component)
  }

  /// Replays the program.
  mutating func run() throws(DisclosureError) -> Result {
    let sensitive = component.cells.indices.filter { needs[$0] != nil }
    guard !sensitive.isEmpty else { return .pass }
    guard try neighbourhood.givesSamePattern(truth) else {
      return .open(sensitive.map { component.cells[$0] })
    }
    harvest.add(truth)
    let bounds = try AttackerAudit.bounds(component)
    let steps = StepProgram(component, truth)
    for cell in sensitive where !isMet(cell) {
      try search(cell, Int(bounds[cell].lower.rounded(.up)), Int(bounds[cell].upper), steps)
    }
    let missed = sensitive.filter { !isMet($0) }
    if missed.isEmpty { return .pass }
    let all = try tryEveryTable(bounds, missed)
    let places = sensitive.filter { !isMet($0) }.map { component.cells[$0] }
    return places.isEmpty ? .pass : all ? .narrow(places) : .open(places)
  }

  private func isMet(_ cell: Int) -> Bool { needs[cell].map { harvest.meets($0, cell) } ?? true }

  /// Looks for a low and a high table of a cell.
  private mutating func search(
    _ cell: Int,
    _ lower: Int,
    _ upper: Int,
    _ steps: StepProgram
  ) throws(DisclosureError) {
    guard let need = needs[cell], lower <= upper else { return }
    for value in (lower...max(lower, truth[cell])).prefix(Self.valuesAtMost)
    where try harvest(cell, value, steps) {
      break
    }
    let low = harvest.interval(cell)?.lowerBound ?? truth[cell]
    let first = max(low + need.width, truth[cell])
    guard first <= upper else { return }
    for value in (first...upper).prefix(Self.valuesAtMost) where !isMet(cell) {
      _ = try harvest(cell, value, steps)
    }
  }

  /// Tries the table nearest to the true one in which a cell has a value.
  private mutating func harvest(
    _ cell: Int,
    _ value: Int,
    _ steps: StepProgram
  ) throws(DisclosureError) -> Bool {
    guard let table = steps.nearest(cell, value), component.isConsistent(table),
      try neighbourhood.givesSamePattern(table)
    else { return false }
    harvest.add(table)
    return true
  }

  /// Tries all tables; false where there are too many.
  private mutating func tryEveryTable(
    _ bounds: [(lower: Double, upper: Double)],
    _ missed: [Int]
  ) throws(DisclosureError) -> Bool {
    let ranges = bounds.map { bound in
      Int((bound.lower - 1e-6).rounded(.up))...Int((bound.upper + 1e-6).rounded(.down))
    }
    guard let tables = TableEnumeration(component, ranges).tables(atMost: Self.tablesAtMost) else {
      return false
    }
    for table in tables where missed.contains(where: { !isMet($0) }) {
      if try neighbourhood.givesSamePattern(table) { harvest.add(table) }
    }
    return true
  }
}
