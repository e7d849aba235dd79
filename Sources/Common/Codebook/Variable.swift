/// One thing the codebook says of a contact or a person.
public struct Variable: Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    /// One conversation.
    case contact
    /// One unique visitor.
    case person
  }

  /// What an answer looks like.
  public enum Kind: String, CaseIterable, Sendable {
    /// A pseudonym.
    case token
    /// A calendar day.
    case date
    /// A whole number.
    case int
    /// Exactly one code.
    case single
    /// One or more codes.
    case multi
  }

  /// Where the answer comes from.
  public enum Source: String, CaseIterable, Sendable {
    /// The program makes it.
    case system
    /// The contact's metadata.
    case metadata
    /// The text, or the counsellor's registration where present.
    case text
    /// Computed from other variables.
    case derived
  }

  /// The id, such as `age_band`.
  public let id: String
  /// What it is said of.
  public let unit: Unit
  /// What an answer looks like.
  public let kind: Kind
  /// Its name for people.
  public let label: Label
  /// What it means.
  public let definition: Label
  /// Where the answer comes from.
  public let source: Source
  /// The answers, in the codebook's order; empty for tokens, dates and numbers.
  public let codes: [Code]
  /// The codes that mean "no answer", the default one first; empty for numbers.
  public let missing: [String]
  /// How contacts become a person; `nil` where the variable is not rolled up.
  public let rollUp: RollUp?
  /// The order that `any`, `strongest` and `preferred` use.
  public let rollUpOrder: [String]
  /// What it is computed from.
  public let derivedFrom: [String]
  /// The computation, the first that holds; empty where the program's own.
  public let derivations: [Derivation]
  /// The bands in which a number may leave; empty where it has none.
  public let bands: [Band]
  /// How sensitive it is.
  public let privacy: Privacy
  /// The figures of the article that need it.
  public let figures: [String]
  /// What other codebooks call it, by their name, in alphabetical order.
  public let maps: [(codebook: String, name: String)]

  /// The code with an id.
  public func code(_ id: String) -> Code? { codes.first { $0.id == id } }

  /// Tells whether a code means "no answer".
  public func isMissing(_ code: String) -> Bool { missing.contains(code) }

  /// The place of a code in the codebook's order; after all others where unknown to it.
  public func order(of code: String) -> Int {
    codes.firstIndex { $0.id == code } ?? codes.count
  }

  /// The band of a number; `nil` where none holds it.
  public func band(of number: Int) -> String? { bands.first { $0.contains(number) }?.code }

  /// The derived code for the answers of the variable that it is derived from.
  ///
  /// `nil` where the codebook gives no derivation.
  public func derived(from codes: [String]) -> String? {
    derivations.first { $0.holds(for: codes) }?.code
  }
}
