import Aggregation

/// Why noise is refused.
public enum NoiseError: Error, Equatable, Sendable {
  /// The budget does not suffice, in billionths of rho.
  case budgetSpent(left: Int, needed: Int)
  /// Exact tables of the same persons are out: no epsilon would mean anything.
  case exactTablesAreOut(CellKey)
  /// An expense without period or cost.
  case expenseMalformed
}
