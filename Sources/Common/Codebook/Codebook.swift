/// What a line says of its contacts and persons, in which codes, and how.
///
/// Read from `codebook.toml` with `Codebook.read(text:file:)`. Lists keep the file's order.
public struct Codebook: Sendable {
  /// The codebook's id.
  public let id: String
  /// Its version, as the steward wrote it.
  public let version: String
  /// Its date, ISO 8601.
  public let date: String
  /// The file's bytes: what a fingerprint is taken of, so that any change shows.
  public let source: [UInt8]
  /// Why an answer may be missing.
  public let missing: [MissingCode]
  /// The variables.
  public let variables: [Variable]
  /// Whom figures count, by id in alphabetical order.
  public let populations: [Population]
  /// The statements of the article.
  public let figures: [Figure]
  /// Coarser answers.
  public let groups: [CodeGroup]
  /// Cells that are never group disclosure.
  public let groupDisclosureExemptions: [Condition]
  /// How each variable is coded, in the order of coding.
  public let plans: [CodingPlan]
  /// The coding rules.
  public let rules: [CodingRule]
  /// The word lists that rules name, by id in alphabetical order.
  public let lists: [WordList]
  /// Spellings of chat, each with the word it stands for, in alphabetical order.
  public let spellings: [(variant: String, word: String)]
  /// How the fields of a registration form map to variables, by field in alphabetical order.
  public let registration: [RegistrationField]
  /// Codes that do not go together.
  public let contradictions: [Contradiction]
  let places: [String: Int]

  /// The variable with an id.
  public func variable(_ id: String) -> Variable? { places[id].map { variables[$0] } }

  /// The population with an id.
  public func population(_ id: String) -> Population? { populations.first { $0.id == id } }

  /// The groups of a variable.
  public func groups(of variable: String) -> [CodeGroup] {
    groups.filter { $0.variable == variable }
  }

  /// The name of a code, a missing code included; `nil` where the codebook has no such code.
  public func label(of code: String, in variable: String) -> Label? {
    self.variable(variable)?.code(code)?.label
      ?? missing.first { $0.code.id == code }?.code.label
  }
}
