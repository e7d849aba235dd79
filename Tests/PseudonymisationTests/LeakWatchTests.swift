import ChatLogs
import Detection
import Testing

@testable import Pseudonymisation

@Suite struct LeakWatchTests {
  private static let common = Set(
    "ik ben de op in en mijn nummer is roos storm van het school bel naar jan huis een wit"
      .split(separator: " ").map { Array($0.utf8) }
  )

  private func watch(
    _ details: [(String, EntityKind)],
    visitor: String = "{}",
    settings: RedactionSettings = .standard
  ) throws -> LeakWatch {
    var watch = LeakWatch(settings: settings) { Self.common.contains($0) }
    let contact = try Fixture.contact(
      id: "contact-77",
      says: details.map(\.0),
      visitor: visitor
    )
    watch.add(contact, findings: Fixture.findings(details, in: contact))
    return watch
  }

  /// Hits in another contact in which nothing was found.
  private func hits(_ watch: LeakWatch, _ texts: String...) throws -> [LeakHit] {
    let contact = try Fixture.contact(id: "c-2", says: texts)
    return watch.hits(in: try Fixture.pseudonymiser().sanitize(contact, findings: []))
  }

  private func hit(_ kind: EntityKind, _ count: Int = 1) -> [LeakHit] {
    [LeakHit(kind: kind, origin: .finding, count: count)]
  }

  @Test(arguments: [
    (EntityKind.phoneNumber, "06-53276801", "bel +31 6 53 27 68 01 dan"),
    (.phoneNumber, "+31653276801", "0653276801"), (.phoneNumber, "0653276801", "x06 53.27.68.01"),
    (.emailAddress, "noor@example.nl", "mail Noor @ example.nl!"),
    (.ibanCode, "NL91ABNA0417164300", "nl91 abna 0417 1643 00"),
    (.ibanCode, "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"),
    (.username, "@ster_77", "insta ster_77"), (.licensePlate, "XX-99-XX", "een xx99xx"),
    (.licensePlate, "XX99XX", "XX-99-XX"), (.postalCode, "1234 AB", "op 1234AB"),
    (.nlBSN, "111222333", "111.222.333"), (.url, "https://example.nl/p?x=1", "example.nl/p?x=1"),
    (.ipAddress, "192.0.2.33", "192.0.2.33"), (.idNumber, "V-1234567", "v 1234567"),
    (.creditCard, "4111111111111111", "4111 1111 1111 1111"), (.person, "Zoë", "met ZOE mee"),
    (.person, "Anna de Wit", "anna kwam"), (.person, "Jan de Vriezekoop", "vriezekoop"),
    (.organization, "Rozenhof school", "op rozenhof"), (.address, "Molenpad 12a", "het molenpad"),
    (.location, "Dorpstad", "in dorpstad"),
  ])
  func `a value of one contact is seen in another, however it is written`(
    kind: EntityKind,
    value: String,
    text: String
  ) throws {
    let found = try hits(watch([(value, kind)]), text)
    #expect(found.first?.kind == kind)
    #expect(found.first?.origin == .finding)
    #expect(found.count == 1)
  }

  /// Whoever chooses a name may not take ordinary words from the others of the night.
  @Test(arguments: [
    (EntityKind.username, "ik.ben", "ik ben op school"), (.username, "school_", "de school"),
    (.username, "@bel_naar_huis", "ik bel naar huis"), (.idNumber, "school", "de school"),
    (.emailAddress, "mijn@school.nl", "mijn school nl"), (.username, "een.school", "op een school"),
    (.username, "st_orm", "de storm"), (.username, "sch.ool", "op school"),
  ])
  func `a handle of ordinary words takes them from nobody else`(
    kind: EntityKind,
    value: String,
    text: String
  ) throws {
    #expect(try hits(watch([(value, kind)]), text).isEmpty)
  }

  @Test(arguments: [
    (EntityKind.username, "ik.ben", "ikben"), (.username, "school_7", "school 7"),
    (.username, "roos.vriezekoop", "roos vriezekoop"),
    (.emailAddress, "mijn@school.nl", "mijnschoolnl"),
  ])
  func `a handle with one word that is not ordinary is seen elsewhere`(
    kind: EntityKind,
    value: String,
    text: String
  ) throws {
    #expect(try hits(watch([(value, kind)]), text) == hit(kind))
  }

  @Test(arguments: [
    (EntityKind.person, "Roos", "een roos"), (.person, "Jan de Wit", "jan de wit"),
    (.age, "14", "14"), (.date, "3 mei 2021", "3 mei 2021"), (.idNumber, "1234", "1234"),
    (.address, "12a", "12a"), (.person, "Zoë", "zoekt"), (.person, "Zo", "zo"),
    (.phoneNumber, "0653276801", "0653276802"), (.phoneNumber, "0653276801", "06 en 53276801x"),
    (.phoneNumber, "0653276801", "065 x 3276801"),
    (.emailAddress, "noor@example.nl", "noor op example"), (.licensePlate, "XX-99-XX", "xx 99"),
    (.ipAddress, "192.0.2.33", "192 euro"), (.username, "ab", "ab"),
    (.organization, "Rozenhof school", "de school"),
  ])
  func `common words, bare numbers and parts are no leak`(
    kind: EntityKind,
    value: String,
    text: String
  ) throws {
    #expect(try hits(watch([(value, kind)]), text).isEmpty)
  }

  @Test func `metadata is looked for and said to be metadata`() throws {
    let watch = try watch(
      [],
      visitor: #"{"nickname":"Sterretje","email":"noor@example.nl","phone":"0653276801"}"#
    )
    #expect(
      try hits(watch, "sterretje belt 0653276801", "contact-77, sterretje")
        == [
          LeakHit(kind: .person, origin: .metadata, count: 2),
          LeakHit(kind: .phoneNumber, origin: .metadata, count: 1),
          LeakHit(kind: .idNumber, origin: .metadata, count: 1),
        ]
    )
  }

  @Test func `a token in place of a value is no leak, and parts around it do not join`() throws {
    let contact = try Fixture.contact(says: ["anna Zoë vriezekoop 0653 Zoë 276801"])
    let findings = Fixture.findings([("Zoë", .person)], in: contact)
    let watch = try watch([("anna vriezekoop", .username), ("0653276801", .phoneNumber)])
    let sanitized = try Fixture.pseudonymiser().sanitize(contact, findings: findings)
    #expect(watch.hits(in: sanitized).isEmpty)
  }

  @Test func `what is kept or allowed on purpose is no leak`() throws {
    let warrant = RedactionSettings.Warrant(reason: "r", author: "a", expires: nil)
    let settings = RedactionSettings(
      policy: .balanced,
      rules: [.init(kind: .url, operation: .keep, warrant: warrant)],
      allowed: [.init(text: "rozenhof", kind: nil, warrant: warrant)]
    )
    let watch = try watch(
      [("example.nl/pad", .url), ("Rozenhof", .organization)],
      settings: settings
    )
    #expect(try hits(watch, "example.nl/pad en rozenhof").isEmpty)
  }

  @Test func `a name of common words is looked for in its own contact, with its capital`() throws {
    let contact = try Fixture.contact(says: [
      "Roos en Storm", "een roos", "Roos zei", "Rooskleurig",
    ])
    let findings = Fixture.findings([("Roos", .person), ("Storm", .person)], in: contact)
    let first = findings.filter { $0.message == 0 }
    let wall = try Fixture.pseudonymiser()
    let watch = LeakWatch(settings: .standard) { Self.common.contains($0) }
    let leaky = try wall.sanitize(contact, findings: first)
    #expect(watch.hits(of: watch.ownNames(of: contact, findings: first), in: leaky) == hit(.person))
    let whole = findings.filter { $0.message != 3 }
    let tight = try wall.sanitize(contact, findings: whole)
    #expect(watch.hits(of: watch.ownNames(of: contact, findings: whole), in: tight).isEmpty)
  }

  @Test func `a name of one or two letters is not looked for`() throws {
    let contact = try Fixture.contact(says: ["Ik ben", "Ik ook"])
    let findings = Array(Fixture.findings([("Ik", .person)], in: contact).prefix(1))
    let watch = LeakWatch(settings: .standard) { Self.common.contains($0) }
    let sanitized = try Fixture.pseudonymiser().sanitize(contact, findings: findings)
    #expect(watch.hits(of: watch.ownNames(of: contact, findings: findings), in: sanitized).isEmpty)
  }

  @Test func `the watches of threads join to the same in any order`() throws {
    let parts = [
      try watch([("Zoë", .person)]), try watch([("Zoë", .organization)]),
      try watch([("0653276801", .phoneNumber)]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var night = LeakWatch(settings: .standard) { _ in false }
      for place in order { night.formUnion(parts[place]) }
      // The contact's id, the same in all three, counts once; so does the name.
      #expect(night.count == 4)
      #expect(try hits(night, "zoe 0653276801").map(\.kind) == [.person, .phoneNumber])
    }
  }

  @Test func `any text can be searched`() throws {
    let watch = try watch([("noor@example.nl", .emailAddress)])
    #expect(watch.hits(in: Array("night 3: noor@example.nl failed\n".utf8)) == hit(.emailAddress))
    #expect(watch.hits(in: []).isEmpty)
  }

  @Test func `a watch prints its count and nothing else`() throws {
    let watch = try watch([("Zoë", .person)])
    #expect("\(watch)".hasPrefix("LeakWatch("))
    #expect(Mirror(reflecting: watch).children.isEmpty)
  }

  /// Against a plain search: every value of letters that stands in a text as whole words is found.
  @Test func `the search agrees with a plain one on random text`() throws {
    var generator = SplitMix(state: 7)
    let alphabet = ["anna", "bo", "noor", "xx", "vriezekoop", "77", "é", "ster"]
    for _ in 0..<300 {
      let value = (0..<generator.next(1...4)).map { _ in alphabet[generator.next(0...7)] }
      let text = (0..<generator.next(0...30)).map { _ in alphabet[generator.next(0...7)] }
      var patterns = LeakPatterns()
      let words = IdentifierText(Array(value.joined(separator: " ").utf8)[...]).words
      patterns.add(words: words, LeakSource(.person, .finding))
      var tally = LeakTally()
      patterns.search(
        IdentifierText(Array(text.joined(separator: " ").utf8)[...]).folded,
        into: &tally
      )
      var expected = 0
      for start in text.indices where start + value.count <= text.count {
        if text[start..<(start + value.count)].elementsEqual(value) { expected += 1 }
      }
      #expect(tally.hits.first?.count ?? 0 == expected)
    }
  }
}

/// A generator with a fixed seed (Steele, Lea and Flood, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((z ^ (z >> 31)) % UInt64(range.count))
  }
}

@Suite struct CapitalNamesTests {
  @Test func `a name is found in whole words only, with its capital, at either edge`() {
    var names = CapitalNames()
    names.add(Array("Roos".utf8)[...], LeakSource(.person, .finding))
    let text = Array("Roos McRoos Roosje xRoos 7Roos éRoos roos Roosé zei Roos".utf8)
    var found: [Int] = []
    names.search(text, in: 0..<text.count) { _, range in found.append(range.lowerBound) }
    #expect(found == [0, text.count - 4])
  }
}
