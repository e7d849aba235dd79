/// The first choice of companions: no relation may leave one withheld cell alone.
///
/// The choice does not look at counts, save that a shown zero cannot be withheld. The parts of a
/// relation are put in a fixed order, by coarseness, then by a cost that the caller makes from
/// HMAC(K_pattern, cell), and paired in that order, an odd last one joining the pair before it.
/// The whole is withheld only where no part can be.
/// Where one cell of a pair is withheld, its partners are. Pairing makes the choice mutual: who
/// sees both withheld cannot tell for which of them it was done, so a replay of the program learns
/// their sum and no more. (A line 9, 10, 11 whose companion was the smallest neighbour would tell
/// on replay that its hidden pair is 9 and 10.)
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
          pattern.isWithheld[alone.cell] || needs[alone.cell] != nil
        else { continue }
        for companion in companions(of: alone.cell, relation, pattern, system, counts) {
          pattern.isWithheld[companion] = true
          changed = true
        }
      }
    }
  }

  /// The partners of a cell in a relation, or the first cell that can be withheld in their stead.
  private func companions(
    of alone: Int,
    _ relation: LineSystem.Relation,
    _ pattern: Pattern,
    _ system: LineSystem,
    _ counts: [Int]
  ) -> [Int] {
    func isPossible(_ cell: Int) -> Bool {
      !pattern.isFree(cell, in: system) && system.mayBeCompanion(cell, count: counts[cell])
    }
    let order = relation.terms.filter {
      $0.cell == alone || system.mayEverBeCompanion($0.cell)
    }
    .sorted { left, right in
      let (a, b) = (system.cells[left.cell].coarseness, system.cells[right.cell].coarseness)
      return a == b
        ? (costs[left.cell], left.cell) < (costs[right.cell], right.cell) : a < b
    }
    let side = order.first { $0.cell == alone }?.coefficient
    let parts = order.filter { $0.coefficient == side }.map(\.cell)
    let partners = Self.partners(of: parts.firstIndex(of: alone) ?? 0, among: parts.count)
      .map { parts[$0] }.filter(isPossible)
    return partners.isEmpty
      ? Array(order.map(\.cell).filter(isPossible).prefix(1)) : partners
  }

  /// The places paired with a place: its neighbour, or the other two of the last three.
  static func partners(of place: Int, among count: Int) -> [Int] {
    guard count > 1 else { return [] }
    if count % 2 == 1, place >= count - 3 { return (count - 3..<count).filter { $0 != place } }
    return [place ^ 1]
  }
}

extension LineSystem {
  /// Tells whether a cell may be withheld for the sake of others, whatever its count.
  func mayEverBeCompanion(_ place: Int) -> Bool {
    if case .published = cells[place].earlier { return false }
    return cells[place].isDisplayed && !cells[place].isWanted
  }

  /// Tells whether a shown cell may be withheld for the sake of others.
  func mayBeCompanion(_ place: Int, count: Int) -> Bool {
    mayEverBeCompanion(place) && count >= max(1, cells[place].floor)
  }
}
