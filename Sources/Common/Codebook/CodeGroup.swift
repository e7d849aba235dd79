import Configuration

/// Codes of one variable under one name, coarser than the codes themselves.
public struct CodeGroup: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// The id, such as `under_15`.
  public let id: String
  /// Its name for people.
  public let label: Label
  /// The codes in it.
  public let codes: [String]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["variable", "id", "label", "codes"])
    variable = try table.requiredString("variable")
    id = try table.requiredString("id")
    label = try Label(table.requiredTable("label"))
    codes = try table.strings("codes")
  }
}
