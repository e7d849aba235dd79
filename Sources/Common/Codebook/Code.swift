import Configuration

/// One answer of a variable.
public struct Code: Equatable, Sendable {
  /// The code, such as `12_14`; never renamed once released.
  public let id: String
  /// Its number in data files, never reused; from 90 on it is a missing answer.
  public let number: Int
  /// Its name for people.
  public let label: Label

  /// Makes a code.
  public init(id: String, number: Int, label: Label) {
    self.id = id
    self.number = number
    self.label = label
  }

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["code", "number", "nl", "en"])
    id = try table.requiredString("code")
    guard let number = try table.integer("number", in: 0...99) else {
      throw table.error("number", "missing", remedy: "give the code its stable number, 0 to 99")
    }
    self.number = number
    label = Label(nl: try table.requiredString("nl"), en: try table.requiredString("en"))
  }
}

/// Why an answer is missing: a code that every variable may list under `missing`.
public struct MissingCode: Equatable, Sendable {
  /// The code, its number (the same in every variable) and its name.
  public let code: Code
  /// What it means.
  public let definition: String

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["code", "number", "label", "definition"])
    guard let number = try table.integer("number", in: 90...99) else {
      throw table.error("number", "missing", remedy: "give it a number from 90 to 99")
    }
    code = Code(
      id: try table.requiredString("code"),
      number: number,
      label: try Label(table.requiredTable("label"))
    )
    definition = try table.requiredString("definition")
  }
}
