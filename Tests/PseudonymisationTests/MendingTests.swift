import ChatLogs
import Detection
import Testing

@testable import Pseudonymisation

@Suite struct MendingTests {
  private static let common = Set(
    "anna de wit het was van der meer en ik ben met roos".split(separator: " ")
      .map { Array($0.utf8) }
  )

  /// A night that knows details of another contact.
  private func watch(_ details: (String, EntityKind)...) throws -> LeakWatch {
    var watch = LeakWatch(settings: .standard) { Self.common.contains($0) }
    let contact = try Fixture.contact(id: "other", says: details.map(\.0))
    watch.add(contact, findings: Fixture.findings(details, in: contact))
    return watch
  }

  /// The texts of a contact, tokens by their kind.
  private func texts(_ contact: SanitizedContact) -> [String] {
    contact.messages.map { message in
      contact.segments[message.segments].map { segment in
        switch segment {
        case .text(let range): String(decoding: contact.text[range], as: UTF8.self)
        case .token(let token): "<\(token.kind.rawValue)>"
        }
      }.joined()
    }
  }

  @Test(arguments: [
    ("Ruvano", EntityKind.person, "ja RÚVANO zei het", "ja <PERSON> zei het"),
    ("0653276801", .phoneNumber, "bel 06-53 27 68 01 of niet", "bel 0<PHONE_NUMBER> of niet"),
    ("Ruvano Kest", .person, "met ruvano kest", "met <PERSON>"),
    ("ster_77", .username, "ster_77", "<USERNAME>"),
  ])
  func `what another contact gave away is replaced, and nothing beside it`(
    value: String,
    kind: EntityKind,
    text: String,
    expected: String
  ) throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: ["ik ben er", text, "en weg"])
    let mended = try #require(
      try wall.mended(wall.sanitize(contact, findings: []), knowing: watch((value, kind)))
    )
    #expect(texts(mended) == ["ik ben er", expected, "en weg"])
    #expect(!String(decoding: mended.text, as: UTF8.self).lowercased().contains("ruvano"))
    #expect(try watch((value, kind)).hits(in: mended).isEmpty)
  }

  @Test func `a mended value has the token that it has elsewhere in the contact`() throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: ["Ruvano", "met ruvano mee"])
    let findings = Fixture.findings([("Ruvano", .person)], in: contact)
    let mended = try #require(
      try wall.mended(
        wall.sanitize(contact, findings: findings),
        knowing: watch(("Ruvano", .person))
      )
    )
    let pseudonyms = mended.segments.compactMap { segment in
      if case .token(let token) = segment { token.pseudonym } else { nil }
    }
    #expect(pseudonyms.count == 2)
    #expect(Set(pseudonyms).count == 1)
  }

  @Test func `in a contact of very many details the token keeps its length`() throws {
    // The birthday bound asks for nine characters from 1,483 details on.
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(
      says: Array(repeating: "Ruvano", count: 1_500) + ["met ruvano mee"]
    )
    let findings = Fixture.findings([("Ruvano", .person)], in: contact)
    let mended = try #require(
      try wall.mended(
        wall.sanitize(contact, findings: findings),
        knowing: watch(("Ruvano", .person))
      )
    )
    let pseudonyms = Set(
      mended.segments.compactMap { segment in
        if case .token(let token) = segment { token.pseudonym } else { nil }
      }
    )
    #expect(pseudonyms.count == 1)
    #expect(pseudonyms.first?.count == 9)
  }

  @Test(arguments: [
    ("ruvano van der meer", "<PERSON> <PERSON>"),
    ("ruvano, van der meer", "<PERSON>, van der meer"),
    ("ruvano van der", "<PERSON> van der"), ("het was van der meer", "het was van der meer"),
    ("ruvano ben van der meer", "<PERSON> ben van der meer"),
  ])
  func `the common end of a known name goes where a person's token stands before it`(
    text: String,
    expected: String
  ) throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: [text])
    let findings = Fixture.findings([("ruvano", .person)], in: contact)
    let sanitized = try wall.sanitize(contact, findings: findings)
    let mended = try wall.mended(sanitized, knowing: watch(("Anna van der Meer", .person)))
    #expect(texts(mended ?? sanitized) == [expected])
  }

  @Test func `the common beginning of a known name goes where a person's token follows`() throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: ["met anna roos kest mee"])
    let findings = Fixture.findings([("kest", .person)], in: contact)
    let sanitized = try wall.sanitize(contact, findings: findings)
    let mended = try wall.mended(sanitized, knowing: watch(("Anna Roos de Wit", .person)))
    #expect(texts(mended ?? sanitized) == ["met <PERSON> <PERSON> mee"])
  }

  @Test func `a contact in which nothing stands is left as it is`() throws {
    let wall = try Fixture.pseudonymiser()
    let contact = try Fixture.contact(says: ["ik ben er", ""])
    let sanitized = try wall.sanitize(contact, findings: [])
    #expect(try wall.mended(sanitized, knowing: watch(("Ruvano", .person))) == nil)
  }
}
