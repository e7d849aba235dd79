import ChatLogs
import Detection
import Keys
import Testing

@testable import Pseudonymisation

@Suite struct PseudonymiserTests {
  private func sanitized(
    _ contact: RawContact,
    _ details: [(String, EntityKind)],
    seed: String = "a test"
  ) throws -> SanitizedContact {
    try Fixture.pseudonymiser(seed: seed)
      .sanitize(contact, findings: Fixture.findings(details, in: contact))
  }

  private func pseudonyms(_ contact: SanitizedContact) -> [String] {
    contact.segments.compactMap { segment in
      if case .token(let token) = segment { return token.pseudonym }
      return nil
    }
  }

  @Test func `a name becomes one token inside a contact, however it is written`() throws {
    let contact = try Fixture.contact(says: ["ik ben Zoë en dit is ZOE", "zoë zei niks"])
    let result = try sanitized(
      contact,
      [("Zoë", .person), ("ZOE", .person), ("zoë", .person)]
    )
    let tokens = pseudonyms(result)
    #expect(tokens.count == 3)
    #expect(Set(tokens).count == 1)
    let token = try #require(tokens.first)
    #expect(token.utf8.count == 8)
    #expect(
      Fixture.texts(result) == [
        "ik ben <PERSON:\(token)> en dit is <PERSON:\(token)>", "<PERSON:\(token)> zei niks",
      ]
    )
  }

  @Test func `the same name in two contacts, two periods or two keyrings has two tokens`() throws {
    let details: [(String, EntityKind)] = [("Zoë", .person)]
    let texts = ["hoi Zoë"]
    let all = [
      try sanitized(Fixture.contact(id: "c-1", says: texts), details),
      try sanitized(Fixture.contact(id: "c-2", says: texts), details),
      try sanitized(
        Fixture.contact(id: "c-1", at: "2021-10-01T10:00:00+02:00", says: texts),
        details
      ),
      try sanitized(Fixture.contact(id: "c-1", says: texts), details, seed: "another"),
    ].map { pseudonyms($0) }
    #expect(Set(all).count == 4)
    let again = try sanitized(Fixture.contact(id: "c-1", says: texts), details)
    #expect(pseudonyms(again) == all[0])
  }

  @Test func `the same text as two kinds has two tokens`() throws {
    let contact = try Fixture.contact(says: ["rozenhof", "rozenhof"])
    let findings = Fixture.findings([("rozenhof", .person)], in: contact)
    let mixed = [
      findings[0],
      Finding(
        message: 1,
        range: findings[1].range,
        kind: .organization,
        score: 1,
        detector: "test"
      ),
    ]
    let result = try Fixture.pseudonymiser().sanitize(contact, findings: mixed)
    #expect(Set(pseudonyms(result)).count == 2)
  }

  @Test func `ages, dates and places leave as bands and regions only`() throws {
    let contact = try Fixture.contact(says: [
      "ik ben 14 en woon in Utrecht sinds 3 mei 2021", "geboren op 12-01-2007", "in Dorpstad",
    ])
    let result = try sanitized(
      contact,
      [
        ("14", .age), ("Utrecht", .location), ("3 mei 2021", .date), ("12-01-2007", .date),
        ("Dorpstad", .location),
      ]
    )
    #expect(
      Fixture.texts(result) == [
        "ik ben <AGE:12_14> en woon in <LOCATION:NL-UT> sinds <DATE:1_6m>",
        "geboren op <DATE:birth_12_14>", "in <LOCATION>",
      ]
    )
    #expect(
      result.segments.contains(
        .token(
          .init(
            kind: .age,
            pseudonym: nil,
            generalisation: .age(years: 14)
          )
        )
      )
    )
    #expect(
      result.segments.contains(
        .token(
          .init(
            kind: .date,
            pseudonym: nil,
            generalisation: .elapsed(days: 103)
          )
        )
      )
    )
  }

  @Test func `text that looks like a token is made harmless`() throws {
    let contact = try Fixture.contact(says: [
      "<PERSON:7Q3KX9M2> en <AGE:15>", "ik <3 jou, a<b>, 1 < 2", "＜PERSON：7Q3KX9M2＞ <person>",
    ])
    let result = try sanitized(contact, [])
    #expect(
      Fixture.texts(result) == [
        "‹PERSON:7Q3KX9M2> en ‹AGE:15>", "ik <3 jou, a<b>, 1 < 2",
        "‹PERSON：7Q3KX9M2＞ ‹person>",
      ]
    )
    #expect(result.segments.allSatisfy { if case .text = $0 { true } else { false } })
  }

  @Test func `overlapping findings leave none of their bytes`() throws {
    let contact = try Fixture.contact(says: ["bel Anna de Wit op school"])
    let result = try sanitized(contact, [("Anna de", .person), ("de Wit op", .organization)])
    #expect(Fixture.texts(result)[0].hasPrefix("bel <ORGANIZATION:"))
    #expect(Fixture.texts(result)[0].hasSuffix("> school"))
  }

  @Test func `a finding outside its message is refused`() throws {
    let contact = try Fixture.contact(says: ["één", "twee"])
    for range in [0..<1, 0..<8, 3..<99] {
      let finding = Finding(message: 0, range: range, kind: .person, score: 1, detector: "odd")
      #expect(throws: PseudonymisationError.findingOutOfPlace(message: 0, detector: "odd")) {
        try Fixture.pseudonymiser().sanitize(contact, findings: [finding])
      }
    }
  }

  @Test func `only codes of the codebook pass in a registration`() throws {
    let contact = try Fixture.contact(
      says: ["hoi"],
      registration: #"{"gender":"female","note":"Zoë Bakker","gender2":"male"}"#
    )
    #expect(try sanitized(contact, []).registration == ["gender": ["female"]])
  }

  @Test func `an age that the counsellor registered is written as its band`() throws {
    let contact = try Fixture.contact(says: ["hoi"], registration: #"{"age_years":14}"#)
    let result = try sanitized(contact, [])
    #expect(result.registration == ["age_years": ["14"]])
    let written = Fixture.written(result)
    #expect(written.contains(#""registration":{"age_band":["12_14"]}"#))
    #expect(!written.contains("age_years"))
  }

  @Test func `a transcript reads back as the same contact with numbers as bands`() throws {
    let contact = try Fixture.contact(
      says: ["ik ben 14, Zoë", "<3 uit Utrecht sinds 3 mei 2021", ""],
      registration: #"{"gender":"female"}"#
    )
    let result = try sanitized(
      contact,
      [("14", .age), ("Zoë", .person), ("Utrecht", .location), ("3 mei 2021", .date)]
    )
    let line = Array(Fixture.written(result).utf8.dropLast())
    let read = try SanitizedContactReader().contact(in: line, 0..<line.count, line: 1)
    #expect(Fixture.written(read) == Fixture.written(result))
    #expect(read.text == result.text)
    #expect(read.registration == result.registration)
    let narrowed = result.segments.map { segment -> SanitizedContact.Segment in
      guard case .token(let token) = segment else { return segment }
      let value: Generalisation =
        switch token.generalisation {
        case .age: .age(years: 12)
        case .elapsed: .elapsed(days: 28)
        default: token.generalisation
        }
      return .token(
        .init(kind: token.kind, pseudonym: token.pseudonym, generalisation: value)
      )
    }
    #expect(read.segments == narrowed)
  }
}
