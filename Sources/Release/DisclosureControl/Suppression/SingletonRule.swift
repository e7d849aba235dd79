/// A cell of one person: she knows her own number, 1, and uses it against the others.
///
/// With x_s = 1 known for a withheld cell of one person, every other cell of 0 < a < T in its
/// component must still have the width that the threshold rule demands: up - lo >= T - 1.
struct SingletonRule {
  /// Audits a component as each of its lone persons would.
  static func audit(
    _ component: Component,
    counts: [Int],
    needs: [Need?]
  ) throws(DisclosureError) -> [AttackerAudit.Finding] {
    var findings: [AttackerAudit.Finding] = []
    for (place, cell) in component.cells.enumerated() where counts[cell] == 1 {
      let others: [Need?] = needs.enumerated().map { other, need in
        guard let need, other != cell, need.width > 0 else { return nil }
        return Need(width: need.width, lowerAtMost: counts[other])
      }
      for var finding in try AttackerAudit.run(component, needs: others, known: [place: 1]) {
        finding.known = cell
        findings.append(finding)
      }
    }
    return findings
  }
}
