import Configuration

/// A rule that computes a code from the answers of another variable.
///
/// A list that is left out does not restrict; all lists that are there must hold.
public struct Derivation: Equatable, Sendable {
  /// The code it gives.
  public let code: String
  /// Codes that must all be among the answers.
  public let all: [String]
  /// Codes of which at least one must be among the answers.
  public let any: [String]
  /// Codes outside which no answer may lie.
  public let only: [String]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["code", "all", "any", "only"])
    code = try table.requiredString("code")
    all = try table.strings("all")
    any = try table.strings("any")
    only = try table.strings("only")
  }

  /// Tells whether the rule holds for a set of answers.
  public func holds(for answers: [String]) -> Bool {
    all.allSatisfy(answers.contains)
      && (any.isEmpty || any.contains(where: answers.contains))
      && (only.isEmpty || answers.allSatisfy(only.contains))
  }
}
