import Configuration

/// A language in which the codebook names things.
public enum Language: String, CaseIterable, Sendable {
  /// Dutch.
  case nl
  /// English.
  case en
}

/// A name for people, in each language of the codebook.
public struct Label: Equatable, Sendable {
  /// Dutch.
  public let nl: String
  /// English.
  public let en: String

  /// Makes a label.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// The name in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: Language.allCases.map(\.rawValue))
    self.init(nl: try table.requiredString("nl"), en: try table.requiredString("en"))
  }
}
