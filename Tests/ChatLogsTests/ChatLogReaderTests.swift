import ChatLogs
import Compression
import Detection
import Testing

struct ChatLogReaderTests {
  /// A valid line; invented.
  static let line = #"""
    {"contact_id":"c-1","started_at":"2021-02-01T20:00:00+01:00","ended_at":"2021-02-01T20:30:00+01:00","channel":"chat","visitor":{"id":77,"nickname":"zonnetje_04","email":"zon.netje@voorbeeld.example","phone":null,"ip":"192.0.2.7","user_agent":"Mozilla"},"counsellor":{"id":"m12","name":"Merel"},"messages":[{"at":"2021-02-01T20:00:00+01:00","from":"system","text":"Welkom."},{"at":"2021-02-01T20:01:00+01:00","from":"visitor","text":"hoi é 🙂"},{"from":"counsellor","text":"let op","internal":true},{"from":"visitor","text":null,"deleted":true},{"from":"counsellor","text":"Dag!"}],"registration":{"gender":"girl","exploit_form":["sexual","criminal"],"age":15,"note":null}}
    """#

  private func items(_ text: String, _ settings: ChatLogSettings = ChatLogSettings()) throws
    -> [ChatLogItem]
  {
    try ChatLogReader.items(in: Array(text.utf8), settings: settings)
  }

  private func damage(_ text: String) throws -> LineDamage? {
    guard case .damaged(let line)? = try items(text).first else { return nil }
    return line.damage
  }

  private func contact(_ text: String) throws -> RawContact? {
    guard case .contact(let contact)? = try items(text).first else { return nil }
    return contact
  }

  @Test(arguments: [("  c-1\\t", "c-1"), ("c 1 ", "c 1"), ("\\u0007c-1", "c-1")])
  func `blanks around an id do not count`(written: String, id: String) throws {
    let line = Self.line.replacing(#""c-1""#, with: "\"\(written)\"")
    #expect(try contact(line)?.id == Withheld(id))
  }

  @Test func `an id of blanks is none`() throws {
    #expect(try damage(Self.line.replacing("c-1", with: " ")) == .missing(.contactID))
  }

  @Test func `a contact is read with its messages, metadata and registration`() throws {
    let contact = try #require(try contact(Self.line))
    #expect(contact.id == Withheld("c-1"))
    #expect(contact.position == InputPosition(input: 1, line: 1))
    #expect(contact.endedAt.seconds - contact.startedAt.seconds == 1800)
    #expect(contact.channel == "web_chat")
    #expect(contact.visitor["id"] == Withheld("77"))
    #expect(contact.visitor["phone"] == nil)
    #expect(contact.counsellor == ["id": Withheld("m12"), "name": Withheld("Merel")])
    #expect(contact.registration["exploit_form"] == ["sexual", "criminal"])
    #expect(contact.registration["age"] == ["15"])
    #expect(contact.registration["note"] == nil)
    let texts = contact.conversation.messages.map {
      String(decoding: contact.conversation.text[$0.bytes], as: UTF8.self)
    }
    #expect(texts == ["Welkom.", "hoi é 🙂", "Dag!"])
    #expect(contact.conversation.messages.map(\.index) == [0, 1, 4])
    #expect(contact.conversation.messages.map(\.speaker) == [.system, .visitor, .counsellor])
    #expect(contact.line == Withheld(Self.line))
  }

  @Test func `metadata becomes values to search for`() throws {
    let known = try #require(try contact(Self.line)).conversation.known
    let seen = known.map { "\($0.kind.rawValue) \(String(decoding: $0.bytes, as: UTF8.self))" }
    #expect(
      seen == [
        "ID_NUMBER c-1", "ID_NUMBER 77", "USERNAME zonnetje_04",
        "EMAIL_ADDRESS zon.netje@voorbeeld.example", "USERNAME zon.netje", "IP_ADDRESS 192.0.2.7",
        "ID_NUMBER m12", "PERSON Merel",
      ]
    )
  }

  @Test func `an unknown field is dropped and counted by place, and still searched for`() throws {
    let text = Self.line
      .replacing(#""nickname""#, with: #""school":{"naam":"De Wilgentuin"},"nickname""#)
      .replacing(#"{"contact_id""#, with: #"{"x":1,"x":2,"contact_id""#)
    let reader = try ChatLogReader(InputFile(bytes: Array(text.utf8)))
    guard case .contact(let contact)? = try reader.next() else {
      Issue.record("no contact")
      return
    }
    #expect(reader.counts.droppedFields == [.contact: 2, .visitor: 1])
    #expect(contact.conversation.known.contains { $0.bytes == Array("De Wilgentuin".utf8) })
    #expect(reader.counts.internalNotes == 1 && reader.counts.deletedMessages == 1)
    #expect(reader.counts.messages == 3)
  }

  @Test func `a contact never prints`() throws {
    let contact = try #require(try contact(Self.line))
    var dumped = ""
    dump(contact, to: &dumped)
    let printed = "\(contact) \(contact.visitor) \(contact.conversation) \(dumped)"
    for secret in ["c-1", "zon", "Merel", "192.0", "hoi"] { #expect(!printed.contains(secret)) }
  }

  static let damages: [(String, String, LineDamage)] = [
    (#""contact_id":"c-1","#, "", .missing(.contactID)),
    (#""contact_id":"c-1""#, #""contact_id":"""#, .missing(.contactID)),
    (#""contact_id":"c-1""#, #""contact_id":1"#, .wrongType(.contactID)),
    (#""contact_id":"c-1""#, #""contact_id":"c-1","contact_id":"c-2""#, .repeated(.contactID)),
    (#""started_at":"#, #""begun_at":"#, .missing(.startedAt)),
    (#""2021-02-01T20:00:00+01:00","ended"#, #""gisteren","ended"#, .invalidTime(.startedAt)),
    (#""2021-02-01T20:00:00+01:00","ended"#, #"1612206000,"ended"#, .wrongType(.startedAt)),
    (#""2021-02-01T20:30:00+01:00""#, #""2021-02-30T20:30:00+01:00""#, .invalidTime(.endedAt)),
    (#""channel":"chat""#, #""channel":"duif""#, .unknownValue(.channel)),
    (#""channel":"chat""#, #""channel":["chat"]"#, .wrongType(.channel)),
    (#""messages":["#, #""berichten":["#, .missing(.messages)),
    (#""messages":["#, #""messages":{},"y":["#, .wrongType(.messages)),
    (#""messages":["#, #""messages":["hoi","#, .wrongType(.messages)),
    (#""from":"system""#, #""from":"agent""#, .unknownValue(.messageFrom)),
    (#""from":"system""#, #""from":0"#, .wrongType(.messageFrom)),
    (#""from":"system","#, "", .missing(.messageFrom)),
    (#","text":"Welkom.""#, "", .missing(.messageText)),
    (#""text":"Welkom.""#, #""text":7"#, .wrongType(.messageText)),
    (#""text":"Welkom.""#, #""text":"a","text":"b""#, .repeated(.messageText)),
    (#""internal":true"#, #""internal":"ja""#, .wrongType(.messageInternal)),
    (#""visitor":{"#, #""visitor":[],"z":{"#, .wrongType(.visitor)),
    (#""nickname":"zonnetje_04""#, #""nickname":["a"]"#, .wrongType(.visitorNickname)),
    (#""gender":"girl""#, #""gender":{"a":1}"#, .wrongType(.registration)),
    (#""gender":"girl""#, #""gender":"girl","gender":"boy""#, .repeated(.registration)),
  ]

  @Test(arguments: damages.indices)
  func `a line that breaks the schema is damaged, with the field`(index: Int) throws {
    let (old, new, wanted) = Self.damages[index]
    #expect(Self.line.contains(old))
    let text = Self.line.replacing(old, with: new, maxReplacements: 1)
    #expect(try damage(text) == wanted)
  }

  @Test func `what is not an object of JSON is damaged`() throws {
    #expect(try damage("[1]") == .notAnObject)
    #expect(try damage(Self.line + "x")?.code == "malformed")
    #expect(try damage("{")?.code == "malformed")
    let invalid = Array(#"{"contact_id":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    guard case .damaged(let line)? = try ChatLogReader.items(in: invalid).first else {
      Issue.record("invalid UTF-8 was read")
      return
    }
    #expect(line.damage == .invalidUTF8)
    #expect(line.bytes == Withheld(bytes: invalid))
  }

  @Test func `one damaged line does not stop the others`() throws {
    let text = [Self.line, "kapot", "", "  \r", Self.line + "\r"].joined(separator: "\n")
    let reader = try ChatLogReader(InputFile(bytes: Array(text.utf8)), number: 4)
    var seen: [String] = []
    while let item = try reader.next() {
      switch item {
      case .contact(let contact): seen.append("\(contact.position)")
      case .damaged(let line): seen.append("\(line.position): \(line.damage.code)")
      }
    }
    #expect(seen == ["input 4, line 1", "input 4, line 2: malformed", "input 4, line 5"])
    #expect(reader.counts.lines == 5 && reader.counts.blankLines == 2)
    #expect(reader.counts.contacts == 2 && reader.counts.damaged == 1)
  }

  @Test func `a byte order mark is passed over`() throws {
    #expect(try contact("\u{FEFF}" + Self.line)?.id == Withheld("c-1"))
  }

  @Test func `an empty input is reported unless it is expected`() throws {
    #expect(try damage("") == .emptyInput)
    #expect(try items("", ChatLogSettings(emptyInput: .accepted)).isEmpty)
    #expect(try items("\n").isEmpty)
  }

  @Test func `the end is the last message where none is given, and never before the start`() throws
  {
    let open = Self.line.replacing(
      #""ended_at":"2021-02-01T20:30:00+01:00""#,
      with: #""ended_at":null"#
    )
    let first = try #require(try contact(open))
    #expect(first.endedAt.seconds - first.startedAt.seconds == 60)
    let early = Self.line.replacing("20:30:00", with: "19:30:00")
    let second = try #require(try contact(early))
    #expect(second.endedAt == second.startedAt)
  }

  @Test func `a line above the limit comes in pieces that add up`() throws {
    let long = #"{"contact_id":""# + String(repeating: "x", count: 3000) + #""}"#
    let text = [Self.line, long, Self.line].joined(separator: "\n")
    let settings = ChatLogSettings(lineLimit: 1000)
    let reader = try ChatLogReader(InputFile(bytes: Array(text.utf8)), settings: settings)
    var bytes: [UInt8] = []
    var contacts = 0
    while let item = try reader.next() {
      switch item {
      case .contact: contacts += 1
      case .damaged(let line):
        #expect(line.damage == .tooLong(limit: 1000))
        #expect(line.position.line == 2)
        bytes += line.bytes.bytes
      }
    }
    #expect(contacts == 2 && reader.counts.damaged == 1)
    #expect(bytes == Array(long.utf8))
  }

  @Test func `a truncated gzip gives its contacts and then says where it ends`() throws {
    let text = [Self.line, Self.line, Self.line].joined(separator: "\n")
    let bytes = try Gzip.compress(Array(text.utf8))
    let items = try ChatLogReader.items(in: Array(bytes.dropLast(9)))
    guard case .damaged(let line)? = items.last else {
      Issue.record("the cut was not seen")
      return
    }
    #expect(line.damage == .truncatedGzip(offset: bytes.count - 9))
    #expect(line.endsInput)
    #expect(items.count >= 2)
  }
}
