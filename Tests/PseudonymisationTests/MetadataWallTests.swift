import ChatLogs
import Detection
import Testing

@testable import Pseudonymisation

@Suite struct MetadataWallTests {
  /// A line in which each field holds a string of its own; `q…q` so that no two contain each other.
  private static let line = """
    {"contact_id":"qaq","started_at":"2021-08-14T21:03:07+02:00",\
    "ended_at":"2021-08-14T21:45:09+02:00","channel":"chat","qfieldq":"qbq",\
    "visitor":{"id":"qcq","nickname":"qdq","name":"qeq","email":"qfq@example.nl","phone":"0653276801",\
    "ip":"192.0.2.77","user_agent":"qgq","city":"qhq","qfield2q":{"deep":["qiq"]}},\
    "counsellor":{"id":"qjq","name":"qkq","team":"qlq"},\
    "messages":[{"at":"2021-08-14T21:03:11+02:00","from":"visitor","text":"hoi","author":"qmq"},\
    {"at":"2021-08-14T21:04:13+02:00","from":"counsellor","text":"qnq","internal":true},\
    {"at":"2021-08-14T21:05:17+02:00","from":"visitor","text":"qoq","deleted":true}],\
    "registration":{"gender":["female","qpq"],"notes":"qqq","qfield3q":["qrq"]}}
    """

  /// Every string of the line, and the parts of its times and numbers.
  private static let unique =
    "abcdefghijklmnopqr".map { "q\($0)q" } + [
      "qfieldq", "qfield2q", "qfield3q", "0653276801", "53276801", "192.0.2.77", "example.nl",
      "21:03", "21:45", "08-14", "2021-08", "T21", ":07", ":11",
    ]

  @Test func `nothing of any field of the metadata stands in a transcript`() throws {
    let contact = try Fixture.contact(Self.line)
    let wall = try Fixture.pseudonymiser()
    let sanitized = try wall.sanitize(contact, findings: [])
    let written = Fixture.written(sanitized)
    for text in Self.unique { #expect(!written.contains(text), "\(text)") }
    #expect(written.contains(#""quarter":"2021-Q3""#))
    #expect(written.contains(#""minutes":42"#))
    #expect(written.contains(#""registration":{"gender":["female"]}"#))
    #expect(sanitized.messages.count == 1)
  }

  @Test func `nothing of it stands in a token, a link or a mark either`() throws {
    let contact = try Fixture.contact(Self.line)
    let wall = try Fixture.pseudonymiser()
    let links = try wall.links(of: contact, findings: [])
    let marks = try Barring.allCases.flatMap { try wall.marks(of: contact, findings: [], $0) }
    let tokens = links.strong + links.weak + marks
    #expect(links.strong.count == 3)
    for text in Self.unique {
      #expect(!tokens.contains { $0.lowercased().contains(text) })
    }
  }

  @Test func `every field of the schema has a fate`() {
    let fates = ChatLogField.allCases.map { MetadataFate(of: $0) }
    #expect(Set(fates) == Set(MetadataFate.allCases))
    #expect(MetadataFate.ofUnknownFields == .dropped)
    let passes = ChatLogField.allCases.filter { MetadataFate(of: $0) == .sanitizedText }
    #expect(passes == [.messageText])
  }

  @Test func `a printout of a contact, raw or sanitized, shows none of it`() throws {
    let contact = try Fixture.contact(Self.line)
    var dumped = ""
    dump(contact, to: &dumped)
    let shown = "\(contact) \(contact.visitor) \(contact.id) \(contact.conversation) \(dumped)"
    for text in Self.unique { #expect(!shown.contains(text), "\(text)") }
  }
}
