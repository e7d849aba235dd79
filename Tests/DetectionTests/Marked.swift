import Testing

@testable import Detection

/// A sentence with marks, `ik woon op [[ADDRESS|Kerkstraat 12a]]`, as text and expected findings.
struct Marked: Sendable, CustomTestStringConvertible {
  /// A marked or found stretch, in bytes of its message.
  struct Stretch: Hashable, Sendable {
    let message: Int
    let range: Range<Int>
    let kind: EntityKind
    let text: String
  }

  let source: [String]
  let texts: [String]
  let expected: [Stretch]

  var testDescription: String { source.joined(separator: " ⏎ ") }

  init(_ source: String...) { self.init(source) }

  init(_ source: [String]) {
    self.source = source
    var texts: [String] = []
    var expected: [Stretch] = []
    for (message, sentence) in source.enumerated() {
      var plain: [UInt8] = []
      var rest = Array(sentence.utf8)[...]
      while let open = Self.find("[[", in: rest), let bar = Self.find("|", in: rest[(open + 2)...]),
        let close = Self.find("]]", in: rest[bar...]),
        let kind = EntityKind(rawValue: String(decoding: rest[open + 2..<bar], as: UTF8.self))
      {
        plain.append(contentsOf: rest[rest.startIndex..<open])
        let start = plain.count
        plain.append(contentsOf: rest[bar + 1..<close])
        expected.append(
          Stretch(
            message: message,
            range: start..<plain.count,
            kind: kind,
            text: String(decoding: plain[start...], as: UTF8.self)
          )
        )
        rest = rest[(close + 2)...]
      }
      plain.append(contentsOf: rest)
      texts.append(String(decoding: plain, as: UTF8.self))
    }
    self.texts = texts
    self.expected = expected
  }

  var conversation: Conversation { Conversation(texts) }

  /// What recognisers find, resolved, as stretches.
  func found(by recognisers: [any Recogniser]) -> [Stretch] {
    let conversation = conversation
    let text = PreparedConversation(conversation)
    var findings: [Finding] = []
    for recogniser in recognisers { recogniser.recognise(text, into: &findings) }
    return stretches(OverlapRule.resolve(findings, in: conversation.text))
  }

  /// What a detector finds, as stretches.
  func found(by detector: Detector) -> [Stretch] { stretches(detector.findings(in: conversation)) }

  private func stretches(_ findings: [Finding]) -> [Stretch] {
    let conversation = conversation
    return findings.map {
      let base = conversation.messages[$0.message].bytes.lowerBound
      return Stretch(
        message: $0.message,
        range: $0.range.lowerBound - base..<$0.range.upperBound - base,
        kind: $0.kind,
        text: String(decoding: conversation.text[$0.range], as: UTF8.self)
      )
    }
  }

  private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let needle = Array(text.utf8)
    guard bytes.count >= needle.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - needle.count).first {
      bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
