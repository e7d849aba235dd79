import ChatLogs
import Detection
import JSON

extension JSONWriter {
  /// Writes the findings of one contact as a line: offsets in Unicode scalars, end exclusive.
  mutating func findings(_ findings: [Finding], of contact: RawContact) {
    let conversation = contact.conversation
    beginObject()
    key("contact_id")
    string(utf8: contact.id.bytes[...])
    key("entities")
    beginArray()
    for finding in findings {
      let message = conversation.messages[finding.message]
      let start = Self.scalars(
        conversation.text,
        message.bytes.lowerBound..<finding.range.lowerBound
      )
      beginObject()
      key("message")
      integer(message.index)
      key("start")
      integer(start)
      key("end")
      integer(start + Self.scalars(conversation.text, finding.range))
      key("type")
      string(finding.kind.rawValue)
      key("score")
      number(Double(finding.score), decimals: 2)
      key("detector")
      string(finding.detector)
      endObject()
    }
    endArray()
    endObject()
    endLine()
  }

  /// How many Unicode scalars a stretch of UTF-8 holds.
  private static func scalars(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
