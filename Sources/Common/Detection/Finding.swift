/// A stretch of a conversation that may identify somebody.
public struct Finding: Equatable, Sendable {
  /// The place in `Conversation.messages`, 0-based (not the input's index).
  public let message: Int
  /// The bytes in `Conversation.text`; they begin and end on scalar boundaries of that message.
  public let range: Range<Int>
  /// What kind of detail.
  public let kind: EntityKind
  /// How sure, 0 to 1.
  public let score: Float
  /// The recogniser that found it, such as `iban` or `name.lexicon`; never text of the contact.
  public let detector: String
  /// Why, in the recogniser's words, such as `mod 97` or `after "ik heet"`; never text of the
  /// contact.
  public let evidence: String

  /// Makes a finding.
  public init(
    message: Int,
    range: Range<Int>,
    kind: EntityKind,
    score: Float,
    detector: String,
    evidence: String = ""
  ) {
    self.message = message
    self.range = range
    self.kind = kind
    self.score = score
    self.detector = detector
    self.evidence = evidence
  }
}
