import Configuration

/// Codes that cannot all be true of one contact or person, or hardly ever.
public struct Contradiction: Equatable, Sendable {
  /// The id, such as `child_with_long_partner`.
  public let id: String
  /// Conditions that do not go together.
  public let conditions: [Condition]
  /// Why they do not.
  public let why: String

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["id", "where", "why"])
    id = try table.requiredString("id")
    conditions = try table.conditions("where")
    why = try table.requiredString("why")
  }

  /// Tells whether the answers contradict each other.
  ///
  /// - Parameter answers: Gives the answers of a variable.
  /// - Returns: Whether all conditions hold.
  public func holds(for answers: (_ variable: String) -> [String]) -> Bool {
    conditions.allSatisfy { $0.holds(for: answers($0.variable)) }
  }
}
