import Configuration

/// A statement of the article that the tables must carry.
public struct Figure: Equatable, Sendable {
  /// The id, such as `F3`.
  public let id: String
  /// The statement.
  public let label: Label
  /// Count, index, share and so on.
  public let kind: String
  /// How it is computed.
  public let expression: String
  /// The published value, where there is one.
  public let target: Double?
  /// What to know about it.
  public let note: String

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["id", "label", "kind", "expression", "target", "note"])
    id = try table.requiredString("id")
    label = try Label(table.requiredTable("label"))
    guard
      let kind = try table.word(
        "kind",
        of: ["count", "index", "share", "multi-share", "trend", "cross", "distribution"]
      )
    else { throw table.error("kind", "missing", remedy: "say what kind of figure it is") }
    self.kind = kind
    expression = try table.requiredString("expression")
    target = try table.number("target")
    note = try table.string("note") ?? ""
  }
}
