/// Finds the identifying stretches of conversations.
///
/// Holds no state between conversations and may be used from many threads. The same conversation,
/// lexicons, policy and settings give the same findings.
public struct Detector: Sendable {
  private let recognisers: [any Recogniser]
  private let own: OwnRecognisers
  private let listed: ListedValues

  /// Makes a detector.
  ///
  /// - Parameters:
  ///   - lexicons: The lists of names, places and ordinary words.
  ///   - policy: How far it goes.
  ///   - settings: What the steward adds.
  /// - Throws: `DetectionError` when an own pattern or a listed value cannot be used.
  public init(
    lexicons: Lexicons,
    policy: DetectionPolicy = .balanced,
    settings: DetectionSettings = .none
  ) throws(DetectionError) {
    let rare = policy == .strict ? settings.vocabulary : nil
    recognisers =
      RecogniserCatalogue.recognisers(lexicons: lexicons, policy: policy)
      + (rare.map { [RareWordRecogniser(vocabulary: $0)] } ?? [])
    own = try OwnRecognisers(settings)
    listed = try ListedValues(settings)
  }

  /// Finds what may identify somebody.
  ///
  /// - Parameter conversation: The contact's text, valid UTF-8; linear in its length.
  /// - Returns: Findings sorted by message and place, disjoint, on scalar boundaries.
  public func findings(in conversation: Conversation) -> [Finding] {
    let text = PreparedConversation(conversation)
    var findings: [Finding] = []
    for recogniser in recognisers { recogniser.recognise(text, into: &findings) }
    listed.removeAllowed(&findings, in: text)
    own.recognise(text, into: &findings)
    listed.recogniseDenied(text, into: &findings)
    return OverlapRule.resolve(findings, in: conversation.text)
  }
}
