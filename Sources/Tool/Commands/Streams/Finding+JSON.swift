import ChatLogs
import Detection
import JSON

extension JSONWriter {
  /// Writes the findings of one contact as a line: offsets in Unicode scalars, end exclusive.
  mutating func findings(_ findings: [Finding], of contact: RawContact) {
    let conversation = contact.conversation
    beginObject()
    key(plain: "contact_id")
    string(utf8: contact.id.bytes[...])
    key(plain: "entities")
    beginArray()
    // Findings come in order, so each is counted on from the one before it in its message.
    var counted = (message: -1, byte: 0, scalars: 0)
    for finding in findings {
      let message = conversation.messages[finding.message]
      if counted.message != finding.message || counted.byte > finding.range.lowerBound {
        counted = (finding.message, message.bytes.lowerBound, 0)
      }
      let start =
        counted.scalars
        + Self.scalars(conversation.text, counted.byte..<finding.range.lowerBound)
      counted = (finding.message, finding.range.lowerBound, start)
      beginObject()
      key(plain: "message")
      integer(message.index)
      key(plain: "start")
      integer(start)
      key(plain: "end")
      integer(start + Self.scalars(conversation.text, finding.range))
      key(plain: "type")
      string(FindingKind.quoted[finding.kind.place])
      key(plain: "score")
      number(Double(finding.score), decimals: 2)
      key(plain: "detector")
      string(finding.detector)
      endObject()
    }
    endArray()
    endObject()
    endLine()
  }

  /// How many Unicode scalars a stretch of UTF-8 holds.
  private static func scalars(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let bytes = text.span
    var count = 0
    for offset in range where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

/// The kinds of findings by `EntityKind.place`, quoted once.
private enum FindingKind {
  static let quoted = EntityKind.ordered.map { JSONText($0.rawValue) }
}
