/// Why persons cannot be counted.
public enum AggregationError: Error, Equatable, Sendable {
  /// A variable has more codes than a row can hold.
  case tooManyCodes(variable: String, count: Int)
  /// The codebook has no such variable, or it has no codes.
  case unknownVariable(String)
  /// The variable has no such code.
  case unknownCode(variable: String, code: String)
  /// The codebook has no such population.
  case unknownPopulation(String)
  /// Two partial tables are not of one table, population and period.
  case notMergeable(table: String)
}
