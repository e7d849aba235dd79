/// A pattern that passed the audit, with what the replay said of it.
struct SafePattern {
  /// The pattern with its audit.
  let outcome: PatternFinder.Outcome
  /// Why a person must decide; empty for a pass.
  let reasons: [ReviewReason]
  /// How many components were replayed.
  let componentCount: Int

  /// How many cells are withheld at most because a replay asked for them.
  private static let roundsAtMost = 20

  /// Finds a pattern, audits and replays it.
  ///
  /// Where the replay proves a cell too narrow, one more cell beside it is withheld and all is done
  /// again. That choice depends on counts, so a person has to look at the release.
  ///
  /// - Parameters:
  ///   - finder: The program.
  ///   - system: The system.
  /// - Throws: `DisclosureError.infeasible` where nothing more can be withheld.
  init(_ finder: PatternFinder, _ system: LineSystem) throws(DisclosureError) {
    var finder = finder
    for _ in 0..<Self.roundsAtMost {
      let outcome = try finder.find(system, counts: system.counts)
      guard outcome.isSafe else {
        throw Self.infeasible(
          system,
          outcome.findings.filter { $0.result == .fail }.map(\.cell)
        )
      }
      let components = system.components(outcome.pattern, counts: system.counts)
      var narrow: [Int] = []
      var open: [Int] = []
      var unreplayed: [ReviewReason] = []
      for component in components {
        guard component.cells.count <= Replay.cellsAtMost else {
          if let cell = component.cells.first(where: { outcome.needs[$0] != nil }) {
            unreplayed.append(
              .tooLargeToReplay(system.cells[cell].key, cells: component.cells.count)
            )
          }
          continue
        }
        var replay = Replay(component, of: system, finder: finder, outcome: outcome)
        switch try replay.run() {
        case .pass: continue
        case .narrow(let cells): narrow += cells
        case .open(let cells): open += cells
        }
      }
      if narrow.isEmpty {
        self.outcome = outcome
        reasons =
          outcome.findings.filter { $0.result == .unproven && $0.known == nil }
          .map { .provedInRealNumbersOnly(system.cells[$0.cell].key) }
          + unreplayed
          + open.sorted().map { .replayUnfinished(system.cells[$0].key) }
          + finder.forced.sorted().map { .withheldAfterReplay(system.cells[$0].key) }
        componentCount = components.count
        return
      }
      let further = narrow.compactMap { Self.neighbour(of: $0, finder, system, outcome.pattern) }
      guard !further.isEmpty else { throw Self.infeasible(system, narrow) }
      finder.forced.formUnion(further)
    }
    throw Self.infeasible(system, [])
  }

  /// The best cell beside a narrow one that may still be withheld, as few relations away as any is.
  ///
  /// A year's cell has no shown neighbour left where its line and its sum over the years are withheld;
  /// what narrows it is then a line of the sum, two relations away.
  private static func neighbour(
    of cell: Int,
    _ finder: PatternFinder,
    _ system: LineSystem,
    _ pattern: Pattern
  ) -> Int? {
    var seen: Set<Int> = [cell]
    var edge = [cell]
    while !edge.isEmpty {
      let beside = Set(
        edge.flatMap { system.relationsOfCell[$0] }
          .flatMap { system.relations[$0].terms.map(\.cell) }
      )
      .subtracting(seen)
      let best = beside.filter {
        !pattern.isFree($0, in: system)
          && system.mayBeCompanion($0, count: system.cells[$0].count)
      }
      .min { left, right in
        let (a, b) = (system.cells[left].coarseness, system.cells[right].coarseness)
        return a == b ? (finder.costs[left], left) < (finder.costs[right], right) : a < b
      }
      if let best { return best }
      seen.formUnion(beside)
      edge = beside.filter { pattern.isFree($0, in: system) }.sorted()
    }
    return nil
  }

  private static func infeasible(_ system: LineSystem, _ exposed: [Int]) -> DisclosureError {
    .infeasible(
      wanted: system.cells.filter(\.isWanted).map(\.key),
      exposed: Set(exposed).sorted().map { system.cells[$0].key },
      remedy: []
    )
  }
}
