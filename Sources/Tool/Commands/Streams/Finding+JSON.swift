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
