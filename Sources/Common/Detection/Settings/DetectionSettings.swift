/// What a steward adds to the built-in recognisers.
public struct DetectionSettings: Equatable, Sendable {
  /// A recogniser of the steward's own: a pattern and the kind of what it matches.
  public struct OwnRecogniser: Equatable, Sendable {
    /// The name that its findings carry.
    public let name: String
    /// The kind of its findings.
    public let kind: EntityKind
    /// The pattern, in RE2 syntax (https://github.com/google/re2/wiki/Syntax).
    ///
    /// When it has a group, the first group is what is found.
    public let pattern: String
    /// Whether upper and lower case count as the same.
    public let ignoresCase: Bool

    /// Makes an own recogniser.
    public init(name: String, kind: EntityKind, pattern: String, ignoresCase: Bool = true) {
      self.name = name
      self.kind = kind
      self.pattern = pattern
      self.ignoresCase = ignoresCase
    }
  }

  /// A value that is always a finding.
  public struct DeniedValue: Equatable, Sendable {
    /// The text; case, accents and spacing do not count, word borders do.
    public let text: String
    /// The kind of the finding.
    public let kind: EntityKind

    /// Makes a denied value.
    public init(text: String, kind: EntityKind) {
      self.text = text
      self.kind = kind
    }
  }

  /// Settings that add nothing.
  public static let none = DetectionSettings()

  /// The steward's own recognisers.
  public let ownRecognisers: [OwnRecogniser]
  /// Values that are always findings.
  public let denied: [DeniedValue]
  /// Texts that never are a finding as a whole; case and accents do not count.
  ///
  /// A denied value beats an allowed one.
  public let allowed: [String]
  /// Strict policy: a word that is not in it is replaced; `nil` where rare words stay.
  public let vocabulary: FrozenVocabulary?

  /// Makes settings.
  public init(
    ownRecognisers: [OwnRecogniser] = [],
    denied: [DeniedValue] = [],
    allowed: [String] = [],
    vocabulary: FrozenVocabulary? = nil
  ) {
    self.ownRecognisers = ownRecognisers
    self.denied = denied
    self.allowed = allowed
    self.vocabulary = vocabulary
  }
}
