import Foundation
import Testing

@testable import Commands

/// The offsets that `luwte detect` prints: Unicode code points of the message, end exclusive.
struct FindingOffsetTests {
  /// Details behind signs of two, three and four bytes, and a letter with a combining mark.
  private static let messages = [
    "één café: sanne@voorbeeld.nl, of e\u{301}erst NL91 ABNA 0417 1643 00",
    "\u{1F642}\u{1F469}\u{200D}\u{1F467} \u{20AC}5 voor sanne@voorbeeld.nl",
  ]
  private static let details = [
    (0, "sanne@voorbeeld.nl"), (0, "NL91 ABNA 0417 1643 00"), (1, "sanne@voorbeeld.nl"),
  ]

  private struct Line: Decodable {
    struct Entity: Decodable, Equatable {
      let message: Int
      let start: Int
      let end: Int
    }

    let entities: [Entity]
  }

  @Test func `offsets count code points, not bytes or letters`() async throws {
    try await Place.withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let messages = Self.messages.map { ["from": "visitor", "text": $0] }
      let contact: [String: Any] = [
        "contact_id": "o1", "started_at": "2021-08-14T21:03:07+02:00", "channel": "chat",
        "messages": messages,
      ]
      let input = "\(path)/in.jsonl"
      let output = "\(path)/out.jsonl"
      let json = try JSONSerialization.data(withJSONObject: contact) + Data("\n".utf8)
      try json.write(to: URL(fileURLWithPath: input))
      let ran = await luwte("detect", input, "-o", output, shippedFiles: Place.repository)
      #expect(ran.status == .done, "\(ran.error)")
      let line = try JSONDecoder().decode(
        Line.self,
        from: Data(contentsOf: URL(fileURLWithPath: output))
      )
      let expected = Self.details.map { message, detail in
        let text = Array(Self.messages[message].unicodeScalars)
        let wanted = Array(detail.unicodeScalars)
        let start = text.indices.first { text[$0...].starts(with: wanted) } ?? -1
        return Line.Entity(message: message, start: start, end: start + wanted.count)
      }
      for entity in expected { #expect(line.entities.contains(entity)) }
    }
  }
}
