/// The parts that a very long conversation is looked at in, so that memory does not grow with it.
///
/// A part ends at a blank where one is near, and begins a little before the end of the one before it:
/// a detail at a seam lies whole in one of them. The parts depend on the text alone.
struct ConversationBlocks {
  /// One part, as a conversation of its own.
  struct Block {
    /// The part's conversation.
    let conversation: Conversation
    /// The place of its first message in the whole.
    let firstMessage: Int
    /// The place of its first byte in the whole.
    let start: Int

    /// Puts findings of the part at their place in the whole.
    func placed(_ findings: [Finding]) -> [Finding] {
      findings.map { finding in
        let range = finding.range.lowerBound + start..<finding.range.upperBound + start
        return Finding(
          message: finding.message + firstMessage,
          range: range,
          kind: finding.kind,
          score: finding.score,
          detector: finding.detector,
          evidence: finding.evidence
        )
      }
    }
  }

  /// How many bytes a conversation may have before it is parted.
  static let limit = 1 << 19

  /// The bytes of each part, in order; neighbours overlap.
  let ranges: [Range<Int>]
  private let whole: Conversation

  /// Parts a conversation.
  ///
  /// - Parameters:
  ///   - conversation: The conversation.
  ///   - size: The most bytes of a part, 64 or more.
  init(_ conversation: Conversation, size: Int) {
    whole = conversation
    let text = conversation.text
    let overlap = min(4096, size / 4)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end =
        start + size < text.count ? Self.cut(text, near: start + size, overlap / 2) : text.count
      ranges.append(start..<end)
      if end == text.count { break }
      start = Self.cut(text, near: end - overlap, overlap / 2)
    }
    self.ranges = ranges
  }

  /// The part of some bytes.
  func block(_ range: Range<Int>) -> Block {
    let messages = whole.messages
    var first = 0
    while first < messages.count, messages[first].bytes.upperBound <= range.lowerBound {
      first += 1
    }
    var parts: [Conversation.Message] = []
    for message in messages[first...] where message.bytes.lowerBound < range.upperBound {
      let bytes = message.bytes.clamped(to: range)
      parts.append(
        Conversation.Message(
          index: message.index,
          bytes: bytes.lowerBound - range.lowerBound..<bytes.upperBound - range.lowerBound,
          speaker: message.speaker
        )
      )
    }
    return Block(
      conversation: Conversation(
        text: Array(whole.text[range]),
        messages: parts,
        known: whole.known
      ),
      firstMessage: first,
      start: range.lowerBound
    )
  }

  /// The last blank before a place, or the place itself, on a scalar's boundary.
  private static func cut(_ text: [UInt8], near place: Int, _ reach: Int) -> Int {
    if let blank = text[place - reach..<place].lastIndex(where: { $0 <= 0x20 }) { return blank + 1 }
    var place = place
    while text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}

/// The names that the parts of a conversation hold, as values to look for in all of them.
struct NamesOfParts {
  /// The values known of the contact, and the names, in the order they were met.
  private(set) var known: [KnownValue]
  private var seen: Set<[UInt8]> = []

  init(_ known: [KnownValue]) { self.known = known }

  /// Adds the names of a part; the first 256 of a contact.
  mutating func add(_ findings: [Finding], in conversation: Conversation) {
    for finding in findings where finding.kind == .person || finding.kind == .location {
      let value = Array(conversation.text[finding.range])
      if value.count > 64 || seen.count >= 256 || !seen.insert(value).inserted { continue }
      known.append(KnownValue(kind: finding.kind, bytes: value, field: "another part"))
    }
  }
}
