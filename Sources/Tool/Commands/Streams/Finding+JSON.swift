import ChatLogs
import Detection
import JSON

extension JSONWriter {
  /// Writes the findings of one contact as a line: offsets in Unicode scalars, end exclusive.
  mutating func findings(_ findings: [Finding], of contact: RawContact) {
    let conversation = contact.conversation
    beginObject()
    key(FindingKey.contact)
    string(utf8: contact.id.bytes[...])
    key(FindingKey.entities)
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
      key(FindingKey.message)
      integer(message.index)
      key(FindingKey.start)
      integer(start)
      key(FindingKey.end)
      integer(start + Self.scalars(conversation.text, finding.range))
      key(FindingKey.type)
      string(FindingKey.kinds[finding.kind.place])
      key(FindingKey.score)
      number(Double(finding.score), decimals: 2)
      key(FindingKey.detector)
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

/// The keys and kinds of a line of findings, quoted once.
private enum FindingKey {
  static let contact = JSONText("contact_id")
  static let entities = JSONText("entities")
  static let message = JSONText("message")
  static let start = JSONText("start")
  static let end = JSONText("end")
  static let type = JSONText("type")
  static let score = JSONText("score")
  static let detector = JSONText("detector")
  /// By `EntityKind.place`.
  static let kinds = EntityKind.ordered.map { JSONText($0.rawValue) }
}
