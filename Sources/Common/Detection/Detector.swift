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
  /// A conversation above 512 KiB is looked at in overlapping parts, twice: names that one part holds
  /// are looked for in all.
  ///
  /// - Parameter conversation: The contact's text, valid UTF-8; linear in its length.
  /// - Returns: Findings sorted by message and place, disjoint, on scalar boundaries.
  public func findings(in conversation: Conversation) -> [Finding] {
    conversation.text.count <= ConversationBlocks.limit
      ? whole(conversation) : findings(in: conversation, partedAt: ConversationBlocks.limit)
  }

  /// Looks at a conversation in parts of a size.
  func findings(in conversation: Conversation, partedAt size: Int) -> [Finding] {
    let blocks = ConversationBlocks(conversation, size: size)
    var names = NamesOfParts(conversation.known)
    for range in blocks.ranges {
      let block = blocks.block(range)
      names.add(whole(block.conversation), in: block.conversation)
    }
    var findings: [Finding] = []
    for range in blocks.ranges {
      let block = blocks.block(range)
      let known = Conversation(
        text: block.conversation.text,
        messages: block.conversation.messages,
        known: names.known
      )
      // Only what reaches into this part can meet its findings.
      var seam = findings.count
      while seam > 0, findings[seam - 1].range.upperBound > block.start { seam -= 1 }
      let met = findings[seam...] + block.placed(whole(known))
      findings.removeSubrange(seam...)
      findings += OverlapRule.resolve(Array(met), in: conversation.text)
    }
    return findings
  }

  private func whole(_ conversation: Conversation) -> [Finding] {
    let text = PreparedConversation(conversation)
    var findings: [Finding] = []
    for recogniser in recognisers { recogniser.recognise(text, into: &findings) }
    listed.removeAllowed(&findings, in: text)
    own.recognise(text, into: &findings)
    listed.recogniseDenied(text, into: &findings)
    return OverlapRule.resolve(findings, in: conversation.text)
  }
}
