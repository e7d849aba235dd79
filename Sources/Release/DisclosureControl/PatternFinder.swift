/// The whole program that an attacker may replay: from counts to the cells that are withheld.
struct PatternFinder {
  let rules: PrimaryRules
  let merges: MergeRule
  let costs: [UInt64]

  /// A pattern with what the last audit said of it.
  struct Outcome {
    var pattern: Pattern
    var needs: [Need?]
    var findings: [AttackerAudit.Finding]

    /// Whether every sensitive cell passed.
    var isSafe: Bool { findings.allSatisfy { $0.result == .pass } }
  }

  /// Finds which cells to withhold.
  ///
  /// - Parameters:
  ///   - system: The system.
  ///   - counts: The counts, the true ones or those of an attacker's guess.
  /// - Returns: The pattern after repair, with its audit.
  /// - Throws: `DisclosureError.solverStopped`.
  func find(_ system: LineSystem, counts: [Int]) throws(DisclosureError) -> Outcome {
    let needs = rules.needs(system, counts: counts)
    var pattern = Pattern(isWithheld: Array(repeating: false, count: counts.count))
    for cell in system.cells.indices where system.cells[cell].isDisplayed {
      switch system.cells[cell].earlier {
      case .published: continue
      case .withheld: pattern.isWithheld[cell] = true
      case nil: pattern.isWithheld[cell] = needs[cell] != nil
      }
    }
    merges.run(&pattern, counts: counts, system: system, needs: needs)
    let companions = CompanionPass(costs: costs)
    let repair = PatternRepair(costs: costs)
    while true {
      companions.run(&pattern, system: system, counts: counts, needs: needs)
      let findings = try audit(pattern, system, counts, needs)
      let failed = findings.filter { $0.result != .pass }
      let before = pattern
      for finding in failed {
        guard let need = needs[finding.cell] else { continue }
        _ = try repair.run(
          finding.cell,
          need: need,
          known: finding.known,
          pattern: &pattern,
          system: system,
          counts: counts
        )
      }
      if pattern == before {
        return Outcome(pattern: pattern, needs: needs, findings: findings)
      }
    }
  }

  /// Audits all components; in those with a cell of one person also as that person would.
  private func audit(
    _ pattern: Pattern,
    _ system: LineSystem,
    _ counts: [Int],
    _ needs: [Need?]
  ) throws(DisclosureError) -> [AttackerAudit.Finding] {
    var findings: [AttackerAudit.Finding] = []
    for component in system.components(pattern, counts: counts) {
      findings += try AttackerAudit.run(component, needs: needs)
      findings += try SingletonRule.audit(component, counts: counts, needs: needs)
    }
    return findings
  }
}
