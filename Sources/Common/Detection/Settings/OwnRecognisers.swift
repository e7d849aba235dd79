import UnicodeText

/// The steward's own patterns.
struct OwnRecognisers: Sendable {
  private struct Own: Sendable {
    let settings: DetectionSettings.OwnRecogniser
    let pattern: RE2Pattern
  }

  private let own: [Own]

  /// Compiles the patterns of the settings.
  init(_ settings: DetectionSettings) throws(DetectionError) {
    var own: [Own] = []
    for recogniser in settings.ownRecognisers {
      let pattern: RE2Pattern
      do {
        pattern = try RE2Pattern(recogniser.pattern, ignoresCase: recogniser.ignoresCase)
      } catch {
        throw .invalidPattern(
          recogniser: recogniser.name,
          offset: error.offset,
          reason: error.reason
        )
      }
      if pattern.matchesEmpty { throw .emptyMatch(recogniser: recogniser.name) }
      own.append(Own(settings: recogniser, pattern: pattern))
    }
    self.own = own
  }

  /// Adds the matches in the original text of each message.
  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for own in own {
      for (index, message) in text.conversation.messages.enumerated() {
        var start = message.bytes.lowerBound
        while start < message.bytes.upperBound,
          let match = own.pattern.match(text.conversation.text, in: message.bytes, from: start)
        {
          if !match.subject.isEmpty {
            findings.append(
              Finding(
                message: index,
                range: match.subject,
                kind: own.settings.kind,
                score: 1,
                detector: own.settings.name,
                evidence: "own pattern"
              )
            )
          }
          start = match.whole.isEmpty ? next(after: start, in: text) : match.whole.upperBound
        }
      }
    }
  }

  private func next(after offset: Int, in text: PreparedConversation) -> Int {
    offset + UTF8Scalar.read(text.conversation.text, at: offset).width
  }
}
