import UnicodeText

/// The steward's lists: what always is a finding, and what never is.
struct ListedValues: Sendable {
  private struct Denied: Sendable {
    let words: [[UInt8]]
    let kind: EntityKind
  }

  /// Denied values by their first word.
  private let denied: [[UInt8]: [Denied]]
  private let allowed: Set<[UInt8]>

  init(_ settings: DetectionSettings) throws(DetectionError) {
    var denied: [[UInt8]: [Denied]] = [:]
    for (index, value) in settings.denied.enumerated() {
      let words = Self.words(of: value.text)
      guard let first = words.first else { throw .emptyDeniedValue(index: index) }
      denied[first, default: []].append(Denied(words: words, kind: value.kind))
    }
    self.denied = denied
    allowed = Set(settings.allowed.map { Normalisation.folded(Array($0.utf8)) })
  }

  /// Removes findings whose text is allowed as a whole.
  func removeAllowed(_ findings: inout [Finding], in text: PreparedConversation) {
    if allowed.isEmpty { return }
    findings.removeAll {
      allowed.contains(Normalisation.folded(Array(text.conversation.text[$0.range])))
    }
  }

  /// Adds the denied values that occur.
  func recogniseDenied(_ text: PreparedConversation, into findings: inout [Finding]) {
    if denied.isEmpty { return }
    for index in text.words.indices {
      for value in denied[Array(text.folded[text.words[index].range])] ?? [] {
        let last = index + value.words.count - 1
        guard last < text.words.count, text.words[last].message == text.words[index].message,
          zip(index...last, value.words).allSatisfy({
            text.folded[text.words[$0].range].elementsEqual($1)
          })
        else { continue }
        findings.append(
          text.finding(
            Int(text.words[index].start)..<Int(text.words[last].end),
            in: Int(text.words[index].message),
            value.kind,
            score: 1,
            by: "deny",
            evidence: "deny list"
          )
        )
      }
    }
  }

  private static func words(of value: String) -> [[UInt8]] {
    let prepared = PreparedConversation(Conversation([value]))
    return prepared.words.map { Array(prepared.folded[$0.range]) }
  }
}
