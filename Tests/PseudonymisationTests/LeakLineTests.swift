import ChatLogs
import Detection
import Testing

@testable import Pseudonymisation

/// The quick look at a transcript's line, held to the whole search that it spares.
@Suite struct LeakLineTests {
  private static let common = Set(
    "ik ben de op in en mijn van der meer het een wit roos anna".split(separator: " ")
      .map { Array($0.utf8) }
  )

  private let wall: Pseudonymiser

  init() throws { wall = try Fixture.pseudonymiser() }

  private func watch(_ details: [(String, EntityKind)]) throws -> LeakWatch {
    var watch = LeakWatch(settings: .standard) { Self.common.contains($0) }
    let contact = try Fixture.contact(id: "c-other", says: details.map { escaped($0.0) })
    watch.add(contact, findings: Fixture.findings(details, in: contact))
    return watch
  }

  /// As JSON wants it (RFC 8259, 7), sign by sign: a mark makes one character with what it follows.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { sign in
      switch sign {
      case "\\", "\"": "\\\(sign)"
      case "\0"..<" ": "\\u00" + (sign.value < 16 ? "0" : "") + String(sign.value, radix: 16)
      default: String(sign)
      }
    }.joined()
  }

  /// Whether the look lets the contact's line pass to the search, and whether the search mends it.
  private func look(
    _ watch: LeakWatch,
    _ texts: [String],
    found: [(String, EntityKind)] = []
  ) throws -> (mayStand: Bool, isMended: Bool) {
    let contact = try Fixture.contact(says: texts.map(escaped))
    let sanitized = try wall.sanitize(contact, findings: Fixture.findings(found, in: contact))
    var writer = SanitizedContactWriter()
    writer.write(sanitized)
    let line = writer.bytes
    // As the night does it: the contact is read back from its line.
    let read = try SanitizedContactReader().contact(in: line, 0..<(line.count - 1), line: 1)
    return (
      watch.mayStand(inLine: line, 0..<(line.count - 1)),
      try wall.mended(read, knowing: watch) != nil
    )
  }

  @Test(arguments: [
    ("Ruvano", EntityKind.person, "ja RÚVANO zei het"), ("Ruvano", .person, "eerst\nruvano"),
    ("Ruvano", .person, "\"ruvano\""), ("Ruvano", .person, "a\\ruvano"),
    ("Ruvano", .person, "\u{1}ruvano"), ("Анна", .person, "eerst\nанна hier"),
    ("Zoë Kest", .person, "met zoe\nkest"), ("0653276801", .phoneNumber, "bel 06-53 27 68 01"),
    ("0653276801", .phoneNumber, "x06\n53276801"), ("ster_77", .username, "insta ster_77 😀"),
    ("Molenpad 12a", .address, "op molenpad"), ("NL91ABNA0417164300", .ibanCode, "0417 1643 00"),
    ("Ruvano", .person, "ｒｕｖａｎｏ"), ("Ruvano", .person, "ru\u{200B}va\u{AD}no"),
    ("Ruvano", .person, "ruv\u{430}no"),
    ("Ruvano", .person, "u\u{301}\nru\u{301}vano\u{308}"), ("Ruvano", .person, "\t\rRUVANO\u{1F}"),
    ("Ruvano", .person, "\\\nruvano\\"), ("Ruvano", .person, "<person ruvano>"),
    ("Straße", .person, "STRASSE"), ("İpek", .person, "ipek"),
    ("0653276801", .phoneNumber, "０６５３２７６８０１"),
    ("0653276801", .phoneNumber, "+31(0)6\t53276801"), ("Ruvano", .person, "\u{7F}ruvano\u{7F}"),
  ])
  func `a line in which a value stands is never passed over`(
    value: String,
    kind: EntityKind,
    text: String
  ) throws {
    let seen = try look(watch([(value, kind)]), ["ik ben er", text])
    #expect(seen == (true, true))
  }

  @Test(arguments: [
    ("ruvano van der meer", "Anna van der Meer"), ("ruvano  van\nder", "Anna van der"),
    ("anna roos ruvano", "Anna Roos de Wit"), ("ik en anna\nroos ruvano", "Anna Roos de Wit"),
    ("<person anna roos ruvano", "Anna Roos de Wit"),
    ("<Personen: ruvano van der meer", "Anna van der Meer"),
    ("<person <person anna roos ruvano", "Anna Roos de Wit"),
    ("ＡＮＮＡ r\u{F3}os ruvano", "Anna Roos de Wit"),
    ("ruvano \u{200B}van\u{AD} d\u{435}r", "Anna van der"),
  ])
  func `a line with a part of a name beside a person's token is never passed over`(
    text: String,
    name: String
  ) throws {
    let seen = try look(watch([(name, .person)]), [text], found: [("ruvano", .person)])
    #expect(seen == (true, true))
  }

  @Test(arguments: [
    ["ik ben de roos", "en\nmijn 😀 \"wit\""], ["06 53", "27 68 02"], ["van der meer"], [""],
  ])
  func `a line of ordinary text is passed over`(texts: [String]) throws {
    let watch = try watch([("Ruvano van der Meer", .person), ("0653276801", .phoneNumber)])
    #expect(try look(watch, texts) == (false, false))
  }

  @Test func `what the search finds in drawn texts, the look lets pass`() throws {
    let pieces = [
      "ruvano", "Kest", "van", "der", "meer", "anna", "Roos", "06", "53276801", "5327", "6801",
      "ster_77", "zoë", "анна", "kerk", "straat", "12", " ", " ", " ", "\n", "-", ", ", "\"", "😀",
      "   ", "\\", "é", "x", "<b", "<person", "<", ">", "\u{200B}", "\u{430}nn\u{430}", "ＡＮＮＡ",
      "ROOS", "\u{301}", "\t", "\u{1F}", "６８０１", "ﬁ", "\r", ":",
    ]
    let values: [(String, EntityKind)] = [
      ("Ruvano Kest", .person), ("Zoë", .person), ("Анна", .person), ("0653276801", .phoneNumber),
      ("Anna van der Meer", .person), ("ster_77", .username), ("kerk straat 12", .address),
      ("Roos van der Kest", .person),
    ]
    var state: UInt64 = 20_211
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var mended = 0
    let watches = try values.indices.map { place in
      try watch([values[place], values[(place + 3) % values.count]])
    }
    for _ in 0..<240 {
      let watch = watches[draw(watches.count)]
      let texts = (0...draw(2)).map { _ in
        (0...(6 + draw(12))).map { _ in pieces[draw(pieces.count)] }.joined()
      }
      let found: [(String, EntityKind)] = draw(2) == 0 ? [("meer", .person), ("x", .age)] : []
      let seen = try look(watch, texts, found: found)
      if seen.isMended {
        mended += 1
        #expect(seen.mayStand, "\(texts)")
      }
    }
    #expect(mended > 40)
  }

  @Test func `a sieve never says no to what was put in, and seldom yes to others`() {
    var (sieve, other) = (LeakSieve(), LeakSieve())
    let hashes = (0..<5_000).map { LeakHash.of(Array("word \($0)".utf8)[...]) }
    #expect(!sieve.mayHold(hashes[0]))
    for hash in hashes.prefix(4_000) { sieve.insert(hash) }
    for hash in hashes.dropFirst(3_500) { other.insert(hash) }
    sieve.formUnion(other)
    #expect(hashes.allSatisfy(sieve.mayHold))
    let strangers = (0..<10_000).count { sieve.mayHold(LeakHash.of(Array("x\($0)".utf8)[...])) }
    #expect(strangers < 2_000)
  }

  @Test func `words of any length have hashes of their own`() {
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    var hashes: Set<UInt64> = []
    for length in 0...26 { hashes.insert(LeakHash.of(letters[..<length])) }
    for place in 0..<26 {
      var changed = letters
      changed[place] = UInt8(ascii: "-")
      hashes.insert(LeakHash.of(changed[...]))
    }
    hashes.insert(LeakHash.of([0]))
    hashes.insert(LeakHash.of([0, 0x61]))
    #expect(hashes.count == 27 + 26 + 2)
  }
}
