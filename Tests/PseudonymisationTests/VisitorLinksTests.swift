import ChatLogs
import Detection
import Keys
import Testing

@testable import Pseudonymisation

@Suite struct VisitorLinksTests {
  private func links(
    _ texts: [String] = ["hoi"],
    visitor: String = "{}",
    _ details: [(String, EntityKind)] = [],
    id: String = "c-1"
  ) throws -> VisitorLinks {
    let contact = try Fixture.contact(id: id, says: texts, visitor: visitor)
    return try Fixture.pseudonymiser()
      .links(of: contact, findings: Fixture.findings(details, in: contact))
  }

  @Test func `the account, mail address and number of the metadata link two contacts`() throws {
    for (one, other) in [
      (#"{"id":"u-4711"}"#, #"{"id":"U-4711"}"#),
      (#"{"email":"noor@example.nl"}"#, #"{"email":"Noor@Example.nl"}"#),
      (#"{"phone":"06-53276801"}"#, #"{"phone":"+31653276801"}"#),
      (#"{"id":"noor@example.nl"}"#, #"{"email":"noor@example.nl"}"#),
    ] {
      let first = try links(visitor: one, id: "c-1")
      #expect(try links(visitor: other, id: "c-2") == first)
      #expect(first.strong.count == 1)
      #expect(first.weak.isEmpty)
    }
  }

  @Test func `a nickname links weakly and apart`() throws {
    let first = try links(visitor: #"{"nickname":"Stérretje"}"#)
    #expect(first.strong.isEmpty)
    #expect(first.weak.count == 1)
    #expect(try links(visitor: #"{"nickname":"sterretje"}"#).weak == first.weak)
  }

  @Test(arguments: [
    "hulp", "Hulp!", "xx", "xxx", "ik", "IK", "anoniem", "Anoniem 12", "visitor 12345", "gast",
    "...",
    "aaaa", "1", "000", "😀", "meisje", "meisje15", "help me", "no name", "ik ik", "x", "-", "1111",
  ])
  func `a generic nickname never links`(name: String) throws {
    let found = try links(visitor: #"{"nickname":"\#(name)"}"#)
    #expect(found == VisitorLinks(strong: [], weak: []))
  }

  @Test(arguments: [
    "0", "-1", "000", "00000000-0000-0000-0000-000000000000", "null", "guest", "Anonymous",
    "undefined", "bezoeker", "x", "...",
  ])
  func `an account that is none never links`(name: String) throws {
    #expect(try links(visitor: #"{"id":"\#(name)"}"#).strong.isEmpty)
  }

  @Test(arguments: ["12", "guest 12345", "u-4711", "meisje15", "7f3a-99c1"])
  func `an account that the chat program numbered links`(name: String) throws {
    #expect(try links(visitor: #"{"id":"\#(name)"}"#).strong.count == 1)
  }

  @Test(arguments: ["Sterretje", "noor_07", "blauwe vogel", "x-tiger", "7f3a-99c1", "Fatima"])
  func `a nickname of one's own links`(name: String) throws {
    #expect(try links(visitor: #"{"nickname":"\#(name)"}"#).weak.count == 1)
  }

  @Test func `an account or nickname that is an address, also a spoken one, links as the address`()
    throws
  {
    let address = try links(visitor: #"{"email":"sterretje77@mail.example"}"#).strong
    #expect(address.count == 1)
    for name in ["sterretje77@mail.example", "sterretje77 at mail punt example"] {
      for field in ["id", "nickname"] {
        let found = try links(visitor: #"{"\#(field)":"\#(name)"}"#)
        #expect(found == VisitorLinks(strong: address, weak: []))
      }
    }
  }

  @Test func `a network address and a browser never link`() throws {
    let found = try links(visitor: #"{"ip":"192.0.2.7","user_agent":"Mozilla/5.0"}"#)
    #expect(found == VisitorLinks(strong: [], weak: []))
  }

  @Test(arguments: [
    #"{"phone":"0000000000"}"#, #"{"phone":"0612345678"}"#, #"{"phone":"112"}"#,
    #"{"email":"anoniem@example.nl"}"#, #"{"email":"x"}"#, #"{"email":"info@example.nl"}"#,
    #"{"phone":"geen"}"#, #"{"email":"a@b"}"#,
  ])
  func `what people make up never links`(visitor: String) throws {
    #expect(try links(visitor: visitor).strong.isEmpty)
  }

  static let number = "0653276801"
  static let own = [
    "mijn nummer is 0653276801", "Mijn nr: 0653276801", "m'n nummer is 0653276801",
    "me nummer 0653276801", "mijn nieuwe nummer is 0653276801", "mijn 06 is 0653276801",
    "bel me op 0653276801", "bel mij maar op 0653276801", "app me op 0653276801",
    "je kunt me bereiken op 0653276801", "jullie mogen me bellen op 0653276801",
    "0653276801 is mijn nummer", "0653276801, dat is mijn eigen nummer",
    "0653276801 is m'n nummer", "my number is 0653276801", "mijn whatsapp nummer is 0653276801",
    "ok mijn telefoonnummer dus: 0653276801",
  ]
  static let another = [
    "zijn nummer is 0653276801", "het nummer van hem is 0653276801", "hij belt me op 0653276801",
    "mijn vriend zijn nummer is 0653276801", "mijn moeder haar nummer is 0653276801",
    "0653276801 is zijn nummer", "ik moest 0653276801 bellen", "hij appt met 0653276801",
    "hij wil dat ik hem bel op 0653276801", "bel hem op 0653276801",
    "mijn vriendje, bel hem op 0653276801", "mijn nummer heeft hij, het zijne is 0653276801",
    "dit nummer stuurt me berichten: 0653276801", "0653276801", "kent u 0653276801?",
    "mijn baas: 0653276801", "nummer 0653276801", "mijn nummer staat op zijn site 0653276801",
    "0653276801 is mijn vriend", "0653276801 is van mijn ex",
    "hij zegt dat je me kunt bereiken op 0653276801",
  ]

  @Test(arguments: own)
  func `a number that the visitor calls their own links`(text: String) throws {
    let found = try links([text], [(Self.number, .phoneNumber)])
    #expect(try found.strong == links(visitor: #"{"phone":"+31 6 53276801"}"#).strong)
    #expect(found.strong.count == 1)
  }

  @Test(arguments: another)
  func `a number that may be somebody else's never links`(text: String) throws {
    #expect(try links([text], [(Self.number, .phoneNumber)]).strong.isEmpty)
  }

  @Test(arguments: [
    ("mijn mail is noor@example.nl", "noor@example.nl", EntityKind.emailAddress, true),
    ("mail me op noor@example.nl", "noor@example.nl", .emailAddress, true),
    ("mail hem op noor@example.nl", "noor@example.nl", .emailAddress, false),
    ("mijn insta is ster_77", "ster_77", .username, true),
    ("mijn snap heet ster_77", "ster_77", .username, true),
    ("zijn insta is ster_77", "ster_77", .username, false),
    ("voeg mij toe op ster_77", "ster_77", .username, true),
    ("mijn bsn is 111222333", "111222333", .nlBSN, true),
    ("mijn nummer is noor@example.nl", "noor@example.nl", .emailAddress, false),
    ("mijn naam is Noor", "Noor", .person, false),
  ])
  func `addresses and handles follow the same rule`(
    text: String,
    detail: String,
    kind: EntityKind,
    isOwn: Bool
  ) throws {
    #expect(try links([text], [(detail, kind)]).strong.isEmpty == !isOwn)
  }

  @Test(arguments: [(80, 1), (81, 0)])
  func `a bare number answers a question when at most 240 bytes stand beside it`(
    fillers: Int,
    links: Int
  ) throws {
    // "ja " has three bytes.
    let found = try conversation([
      ("counsellor", "wat is je nummer?"),
      ("visitor", String(repeating: "ja ", count: fillers) + Self.number),
    ])
    #expect(found.strong.count == links)
  }

  private func conversation(_ lines: [(String, String)]) throws -> VisitorLinks {
    let messages = lines.map { #"{"from":"\#($0.0)","text":"\#($0.1)"}"# }
    let contact = try Fixture.contact(
      #"{"contact_id":"c-1","started_at":"2021-08-14T21:03:00Z","messages":["#
        + messages.joined(separator: ",") + "]}"
    )
    return try Fixture.pseudonymiser().links(
      of: contact,
      findings: Fixture.findings([(Self.number, .phoneNumber)], in: contact)
    )
  }

  @Test(arguments: [
    ("counsellor", "Wat is je nummer?", "0653276801", true),
    ("counsellor", "Op welk nummer kunnen we je bereiken?", "op 0653276801", true),
    ("counsellor", "Mag ik uw telefoonnummer?", "ja 0653276801", true),
    ("counsellor", "Wat is zijn nummer?", "0653276801", false),
    ("counsellor", "Heb je het nummer van je vriend?", "0653276801", false),
    ("counsellor", "Wil je iets vertellen?", "0653276801", false),
    ("visitor", "mijn nummer is", "0653276801", true),
    ("visitor", "zijn nummer is", "0653276801", false),
    ("system", "je nummer?", "0653276801", false),
  ])
  func `a bare answer belongs to what was said before`(
    speaker: String,
    said: String,
    answer: String,
    isOwn: Bool
  ) throws {
    #expect(try conversation([(speaker, said), ("visitor", answer)]).strong.isEmpty == !isOwn)
  }

  @Test func `what a counsellor says never links`() throws {
    #expect(try conversation([("counsellor", "mijn nummer is 0653276801")]).strong.isEmpty)
  }

  @Test func `an identifier from outside finds the links and marks of its contacts`() throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(
      id: "c-77",
      says: ["mijn nummer is 0653276801"],
      visitor: #"{"id":"u-4711","nickname":"Sterretje","email":"noor@example.nl"}"#
    )
    let findings = Fixture.findings([(Self.number, .phoneNumber)], in: contact)
    let links = try wall.links(of: contact, findings: findings)
    let marks = try wall.marks(of: contact, findings: findings, .erased)
    #expect(links.strong.count == 3)
    #expect(links.weak.count == 1)
    // Five of what it tells, four of the tokens in the ledger.
    #expect(marks.count == 9)
    let known = Set(links.strong + links.weak)
    for text in ["U-4711", "sterretje", "NOOR@example.nl", "+31 6 53276801"] {
      let asked = try wall.tokens(ofIdentifier: Withheld(text))
      #expect(known.intersection(asked.links).count == 1)
      let left = try wall.marks(ofIdentifier: Withheld(text), .erased)
      #expect(Set(marks).intersection(left).count == 1)
      #expect(
        try Set(marks).isDisjoint(with: wall.marks(ofIdentifier: Withheld(text), .optedOut))
      )
    }
    let id = Withheld("c-77")
    #expect(try Set(marks).intersection(wall.marks(ofIdentifier: id, .erased)).count == 1)
    #expect(
      try wall.tokens(ofIdentifier: id).contacts == [wall.sanitize(contact, findings: []).token]
    )
    let other = try wall.marks(ofIdentifier: Withheld("Fatima"), .erased)
    #expect(Set(marks).isDisjoint(with: other))
    let token = try wall.sanitize(contact, findings: []).token
    let left = try wall.marks(ofToken: token, links: links.strong, .erased)
    #expect(Set(left).isSubset(of: marks))
    // Marks say nothing to who holds the link root.
    #expect(Set(marks).isDisjoint(with: links.strong + links.weak))
  }

  @Test(arguments: [
    "31653276801", "+31653276801", "0031 6 53276801", "0653276801", "31653276801@c.us",
    "31653276801@s.whatsapp.net",
  ])
  func `a number finds the account that a messenger made of it`(account: String) throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: ["x"], visitor: #"{"id":"\#(account)"}"#)
    let links = try wall.links(of: contact, findings: [])
    let marks = try wall.marks(of: contact, findings: [], .erased)
    for text in ["0653276801", "+31 6 53 27 68 01"] {
      let asked = Withheld(text)
      #expect(try !wall.tokens(ofIdentifier: asked).links.isDisjoint(with: links.strong))
      #expect(try !Set(marks).isDisjoint(with: wall.marks(ofIdentifier: asked, .erased)))
    }
    let other = Withheld("0653276802")
    #expect(try wall.tokens(ofIdentifier: other).links.isDisjoint(with: links.strong))
  }

  @Test func `identifiers do not print`() throws {
    let contact = try Fixture.contact(says: ["x"], visitor: #"{"id":"u-4711"}"#)
    let all = VisitorIdentifier.all(of: contact, findings: [], mail: .init())
    #expect("\(all)" == "[VisitorIdentifier(visitor.id, value withheld)]")
  }
}
