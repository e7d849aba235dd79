import Configuration

/// Whom a figure counts.
public struct Population: Equatable, Sendable {
  /// The id, such as `P3`.
  public let id: String
  /// What is counted.
  public let unit: Variable.Unit
  /// Its name for people.
  public let label: Label
  /// What must hold; all of it.
  public let conditions: [Condition]
  /// Whether the variable at hand must also be known (the base of shares "known").
  public let isKnownOnly: Bool

  init(id: String, _ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["unit", "label", "where", "known"])
    self.id = id
    unit = try table.requiredChoice("unit")
    label = try Label(table.requiredTable("label"))
    conditions = try table.conditions("where")
    isKnownOnly = try table.boolean("known") ?? false
  }
}

/// A condition on one variable, written `victim_status=possible|likely`.
public struct Condition: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// The codes of which one must be among the answers.
  public let codes: [String]

  /// Reads a condition; `nil` where it has no `=` or names no code.
  public init?(_ text: String) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    let codes = sides[1].split(separator: "|").map(String.init)
    guard !codes.isEmpty else { return nil }
    variable = String(sides[0])
    self.codes = codes
  }

  /// Tells whether any of the answers is one of the codes.
  public func holds(for answers: [String]) -> Bool { codes.contains(where: answers.contains) }
}
