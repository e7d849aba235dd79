/// The first choice of companions: no relation may leave one withheld cell alone.
///
/// Neither the choice nor its order looks at counts, save that a shown zero cannot be withheld:
/// companions come by coarseness, then by cost, which the caller makes from HMAC(K_pattern, cell).
struct CompanionPass {
  /// The cost of withholding a cell.
  let costs: [UInt64]

  /// Adds companions until no equality with a withheld or sensitive cell has a single free cell.
  func run(_ pattern: inout Pattern, system: LineSystem, counts: [Int], needs: [Need?]) {
    var changed = true
    while changed {
      changed = false
      for relation in system.relations where relation.isEquality {
        let free = relation.terms.filter { pattern.isFree($0.cell, in: system) }
        guard free.count == 1, let alone = free.first,
          pattern.isWithheld[alone.cell] || needs[alone.cell] != nil,
          let companion = candidates(relation, pattern, system, counts).first
        else { continue }
        pattern.isWithheld[companion] = true
        changed = true
      }
    }
  }

  /// The cells of a relation that may be withheld for others, best first.
  private func candidates(
    _ relation: LineSystem.Relation,
    _ pattern: Pattern,
    _ system: LineSystem,
    _ counts: [Int]
  ) -> [Int] {
    relation.terms.map(\.cell)
      .filter { !pattern.isFree($0, in: system) && system.mayBeCompanion($0, count: counts[$0]) }
      .sorted {
        let (a, b) = (system.cells[$0].coarseness, system.cells[$1].coarseness)
        if a != b { return a < b }
        return (costs[$0], $0) < (costs[$1], $1)
      }
  }
}

extension LineSystem {
  /// Tells whether a shown cell may be withheld for the sake of others.
  func mayBeCompanion(_ place: Int, count: Int) -> Bool {
    let cell = cells[place]
    if cell.isWanted || !cell.isDisplayed { return false }
    if case .published = cell.earlier { return false }
    return count >= max(1, cell.floor)
  }
}
