/// Rows with a suppressed value: nobody may be sure of the value.
///
/// For the count a > 0 of the rows of one class and answer that have a value they lost, and of those
/// that have a whole combination of values, it must hold that lo <= a - 1: in some table that fits, at
/// least one of the rows has another value. Then also lo < up. Where everybody knows more, as tables that
/// show zeros say that a withheld number is 1 or more, lo may be what everybody knows.
struct LocalSuppressionRule {
  /// Tells whether a cell needs protection.
  func applies(to cell: LineSystem.Cell, count: Int) -> Bool { cell.isSuppressedValue && count > 0 }

  /// What the attacker may at most find out.
  func need(_ cell: LineSystem.Cell, count: Int) -> Need {
    Need(width: 0, lowerAtMost: max(cell.floor, count - 1))
  }
}
