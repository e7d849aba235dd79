import Aggregation
import LinearProgramming

/// A cell of one person: she knows her own number, 1, and uses it against the others in her lines.
///
/// With x_s = 1 known for a withheld or hidden cell of one person, every cell of 0 < a < T that shares a
/// relation with it must still have the width that the threshold rule demands: up - lo >= T - 1. Of
/// the differences of two countings not those that hold nobody but her: that nobody else came or went
/// may be known.
struct SingletonRule {
  /// Audits a component as each of its lone persons would.
  static func audit(
    _ component: Component,
    of system: LineSystem,
    counts: [Int],
    needs: [Need?],
    except passed: AttackerAudit.Passed = .init(),
    audit: inout AttackerAudit
  ) throws(DisclosureError) -> [AttackerAudit.Finding] {
    var findings: [AttackerAudit.Finding] = []
    for (place, cell) in component.cells.enumerated() where counts[cell] == 1 {
      var neighbours: Set<Int> = []
      for row in component.rows where row.terms.contains(where: { $0.cell == place }) {
        neighbours.formUnion(row.terms.map(\.cell))
      }
      neighbours.remove(place)
      neighbours = neighbours.filter {
        !holdsNobodyElse(component.cells[$0], cell, component, of: system, counts: counts)
      }
      let others = neighbours.sorted().compactMap { other -> (Int, Need)? in
        guard let need = needs[component.cells[other]], need.width > 0,
          !passed.contains(component.cells[other], known: cell)
        else { return nil }
        return (other, Need(width: need.width, lowerAtMost: counts[component.cells[other]]))
      }
      guard !others.isEmpty else { continue }
      findings += try audit.run(others, known: (place, 1))
    }
    return findings
  }

  /// Tells whether a difference surely holds nobody but a lone person of another.
  ///
  /// That is so inside a difference of one person that holds hers.
  private static func holdsNobodyElse(
    _ difference: Int,
    _ own: Int,
    _ component: Component,
    of system: LineSystem,
    counts: [Int]
  ) -> Bool {
    let cells = system.cells
    guard cells[difference].leastDifference != nil, cells[own].leastDifference != nil else {
      return false
    }
    return component.cells.contains { wider in
      counts[wider] == 1 && cells[wider].leastDifference != nil
        && cells[own].key.isInside(cells[wider].key)
        && cells[difference].key.isInside(cells[wider].key)
    }
  }
}
