/// Few persons between two countings of a period, which is 0 < |d| < T for the difference d of a cell.
///
/// No difference and one of T or more are shown: a revision holds T persons or more, and in a batch
/// of T nobody is told apart. What must hold against the attacker's interval [lo, up] of d:
/// up - lo >= T - 1 and lo <= max(1, d - 1) for d > 0, lo <= d - 1 for d < 0: as a difference of nobody
/// is shown, that there is one may be known.
/// A number that would tell d beside one that is out is withheld, wanted or not.
///
/// Source: a revision is audited as a difference against what is out; a difference of 1..T-1 persons
/// is a small cell of those who changed.
struct DifferenceRule {
  /// T: the smallest difference that is shown.
  let threshold: Int

  /// Tells whether a difference needs protection.
  func applies(to cell: LineSystem.Cell, count: Int) -> Bool {
    cell.leastDifference != nil && isSmall(count)
  }

  /// Tells whether a number would stand beside one of another counting that few persons part from it.
  func silences(_ cell: LineSystem.Cell, count: Int) -> Bool {
    cell.otherCountings.contains { isSmall(count - $0) }
  }

  /// What the attacker may at most find out.
  func need(_ count: Int) -> Need {
    Need(width: threshold - 1, lowerAtMost: count > 0 ? max(1, count - 1) : count - 1)
  }

  private func isSmall(_ difference: Int) -> Bool { (1..<threshold).contains(abs(difference)) }
}
