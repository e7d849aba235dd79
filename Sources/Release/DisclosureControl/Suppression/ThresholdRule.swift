/// Few persons, which is 0 < a < T.
///
/// An observed zero that the table protects counts as few. Persons who may be one, because they share
/// a nickname, are one here: thresholds take the lower of the two counts.
/// What must hold for such a cell against the attacker's interval [lo, up]:
/// up - lo >= T - 1, and lo < a unless lo is what everybody knows (0, or 1 where zeros are shown).
///
/// A cell of contacts is few where its visitors are: 0 < v < T, whatever its count a.
///
/// Source of T: ESSNet guideline and ACRO (10), CTDC (11), NHS Digital (1-7), OHDSI (5).
struct ThresholdRule {
  /// T: the smallest number that is shown.
  let threshold: Int
  /// T of what was withheld before, from whoever had the higher one.
  var thresholdOfWithheld = 0

  /// Tells whether a cell needs protection.
  func applies(to cell: LineSystem.Cell, count: Int) -> Bool {
    if count == 0 { return cell.isDisplayed && cell.protectsZero }
    return max(1, min(count, cell.visitors ?? count) - cell.doubt) < threshold(of: cell)
  }

  private func threshold(of cell: LineSystem.Cell) -> Int {
    cell.earlier == .withheld ? max(threshold, thresholdOfWithheld) : threshold
  }

  /// What the attacker may at most find out.
  func need(_ cell: LineSystem.Cell, count: Int) -> Need {
    Need(width: threshold(of: cell) - 1, lowerAtMost: max(cell.floor, count - 1))
  }
}
