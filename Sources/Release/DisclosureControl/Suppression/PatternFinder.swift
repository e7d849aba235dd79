/// The whole program that an attacker may replay: from counts to the cells that are withheld.
struct PatternFinder {
  let rules: PrimaryRules
  let merges: MergeRule
  let costs: [UInt64]
  /// Whether repair seeks the optimum at once, as it does for systems of few cells.
  var seeksOptimum = false
  /// Cells that are withheld in any case: what a replay asked for.
  var forced: Set<Int> = []

  /// A pattern with what the last audit said of it.
  struct Outcome {
    var pattern: Pattern
    var needs: [Need?]
    var findings: [AttackerAudit.Finding]

    /// Whether no sensitive cell failed.
    var isSafe: Bool { findings.allSatisfy { $0.result != .fail } }
  }

  /// Finds which cells to withhold.
  ///
  /// - Parameters:
  ///   - system: The system.
  ///   - counts: The counts, the true ones or those of an attacker's guess.
  /// - Returns: The pattern after repair, with its audit.
  /// - Throws: `DisclosureError.solverStopped`.
  func find(_ system: LineSystem, counts: [Int]) throws(DisclosureError) -> Outcome {
    try find(system, counts: counts, needs: rules.needs(system, counts: counts))
  }

  /// Finds which cells to withhold besides those that must be protected.
  func find(
    _ system: LineSystem,
    counts: [Int],
    needs: [Need?]
  ) throws(DisclosureError) -> Outcome {
    var outcome = start(system, counts: counts, needs: needs)
    while try advance(&outcome, system, counts) {}
    return outcome
  }

  /// Tells whether the program withholds exactly these cells, and is content with that.
  ///
  /// Stops as soon as it withholds another one.
  func gives(
    _ pattern: Pattern,
    _ system: LineSystem,
    counts: [Int]
  ) throws(DisclosureError) -> Bool {
    func isWithin(_ other: Pattern) -> Bool {
      zip(other.isWithheld, pattern.isWithheld).allSatisfy { !$0 || $1 }
    }
    let needs = rules.needs(system, counts: counts)
    var outcome = start(system, counts: counts, needs: needs)
    CompanionPass(costs: costs)
      .run(&outcome.pattern, system: system, counts: counts, needs: needs)
    guard isWithin(outcome.pattern) else { return false }
    while try advance(&outcome, system, counts) {
      guard isWithin(outcome.pattern) else { return false }
    }
    return outcome.isSafe && outcome.pattern == pattern
  }

  /// The cells that are withheld before any companion is sought.
  private func start(_ system: LineSystem, counts: [Int], needs: [Need?]) -> Outcome {
    var pattern = Pattern(isWithheld: Array(repeating: false, count: counts.count))
    var sensitive = pattern.isWithheld
    for cell in system.cells.indices where system.cells[cell].isDisplayed {
      let isSensitive =
        needs[cell] != nil || rules.difference.silences(system.cells[cell], count: counts[cell])
      sensitive[cell] = isSensitive
      switch system.cells[cell].earlier {
      // Out to a recipient under a lower threshold: the audit takes it as known, this table is silent.
      case .published: pattern.isWithheld[cell] = isSensitive
      case .withheld: pattern.isWithheld[cell] = true
      case nil: pattern.isWithheld[cell] = isSensitive || forced.contains(cell)
      }
    }
    merges.run(&pattern, counts: counts, system: system, sensitive: sensitive)
    return Outcome(pattern: pattern, needs: needs, findings: [])
  }

  /// One round of companions, audit and repair; false where nothing more is withheld.
  private func advance(
    _ outcome: inout Outcome,
    _ system: LineSystem,
    _ counts: [Int]
  ) throws(DisclosureError) -> Bool {
    CompanionPass(costs: costs)
      .run(&outcome.pattern, system: system, counts: counts, needs: outcome.needs)
    outcome.findings = try audit(outcome, system, counts)
    let before = outcome.pattern
    if seeksOptimum, outcome.findings.contains(where: { $0.result == .fail && $0.known == nil }) {
      let optimum = OptimalPattern(
        system: system,
        counts: counts,
        needs: outcome.needs,
        prices: system.cells.indices.map {
          Double(system.cells[$0].coarseness) + Double(costs[$0] % 1_000) / 1_000
        }
      )
      // Without an optimum the repair below shows which cells stay exposed.
      if let pattern = try optimum.run(outcome.pattern) {
        outcome.pattern = pattern
        if pattern != before { return true }
      }
    }
    // What anybody finds out comes first; a lone person's knowledge is often cured with it.
    let fails = outcome.findings.filter { $0.result == .fail }
    let anybody = fails.filter { $0.known == nil }
    let failed = anybody.isEmpty ? fails : anybody
    if failed.isEmpty { return false }
    let repair = PatternRepair(system, counts: counts, costs: costs, pattern: outcome.pattern)
    for finding in failed {
      guard let need = outcome.needs[finding.cell] else { continue }
      try repair.run(
        finding.cell,
        need: need,
        known: finding.known,
        pattern: &outcome.pattern
      )
    }
    return outcome.pattern != before
  }

  /// Audits all components; in those with a cell of one person also as that person would.
  ///
  /// What passed before stays passed: its two tables still fit when more is withheld.
  private func audit(
    _ outcome: Outcome,
    _ system: LineSystem,
    _ counts: [Int]
  ) throws(DisclosureError) -> [AttackerAudit.Finding] {
    var findings = outcome.findings.filter { $0.result == .pass }
    let passed = AttackerAudit.Passed(findings)
    for component in system.components(outcome.pattern, counts: counts)
    where component.cells.contains(where: { outcome.needs[$0] != nil }) {
      var attacker = AttackerAudit(component, counts: counts)
      findings += try attacker.run(needs: outcome.needs, except: passed)
      findings += try SingletonRule.audit(
        component,
        of: system,
        counts: counts,
        needs: outcome.needs,
        except: passed,
        audit: &attacker
      )
    }
    return findings
  }
}
