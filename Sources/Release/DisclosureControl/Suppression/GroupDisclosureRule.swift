/// Nearly everybody: 10 a > 9 m for a margin m that holds somebody.
///
/// Such a cell says something about each member of its margin. Not for the categories that the
/// codebook exempts, nor for missing answers. What must hold: lo <= 0.9 m, unless lo is
/// what everybody knows (1 or more where zeros are shown: a lone person's margin is all hers).
struct GroupDisclosureRule {
  /// Tells whether a cell needs protection.
  func applies(to cell: LineSystem.Cell, count: Int, counts: [Int]) -> Bool {
    cell.margins.contains { counts[$0] > 0 && 10 * count > 9 * counts[$0] }
  }

  /// What the attacker may at most find out.
  func need(_ cell: LineSystem.Cell, count: Int, counts: [Int]) -> Need? {
    let limits = cell.margins.filter { counts[$0] > 0 && 10 * count > 9 * counts[$0] }
      .map { counts[$0] * 9 / 10 }
    return limits.min().map { Need(width: 0, lowerAtMost: max(cell.floor, $0)) }
  }
}
