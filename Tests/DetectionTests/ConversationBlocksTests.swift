import Testing

@testable import Detection

@Suite struct ConversationBlocksTests {
  private static let sentences = [
    "ik ben 16 en woon in Ede", "bel 06 12345678 maar", "Sanne de Wit weet het",
    "mail naar a.b@voorbeeld.example", "😀 héé ik weet het niet", "kenteken 12-AB-34 stond er",
    "hij heet Joost en zij Fatima", "NL91 ABNA 0417 1643 00 is de rekening", "", "gewoon praten",
  ]

  private static func conversation(messages: Int) -> Conversation {
    Conversation((0..<messages).map { sentences[$0 * 7 % sentences.count] })
  }

  @Test(arguments: [64, 100, 333, 1000, 5000])
  func `parts cover the text, overlap, and end on scalars' boundaries`(size: Int) {
    let conversation = Self.conversation(messages: 60)
    let blocks = ConversationBlocks(conversation, size: size)
    #expect(blocks.ranges.first?.lowerBound == 0)
    #expect(blocks.ranges.last?.upperBound == conversation.text.count)
    for (one, next) in zip(blocks.ranges, blocks.ranges.dropFirst()) {
      #expect(next.lowerBound < one.upperBound && one.lowerBound < next.lowerBound)
    }
    for range in blocks.ranges {
      #expect(range.count <= size)
      #expect(conversation.text[range.lowerBound] & 0xC0 != 0x80)
      let block = blocks.block(range)
      #expect(block.conversation.messages.last?.bytes.upperBound == range.count)
    }
  }

  @Test(arguments: [400, 700, 1500])
  func `what is found in the whole is found in parts`(size: Int) throws {
    let detector = try Detector(lexicons: Lexicons.open(directory: LexiconFolder.path))
    let conversation = Self.conversation(messages: 80)
    let parts = detector.findings(in: conversation, partedAt: size)
    var isFound = [Bool](repeating: false, count: conversation.text.count)
    var last = 0
    for finding in parts {
      #expect(conversation.messages[finding.message].bytes.contains(finding.range.lowerBound))
      #expect(finding.range.upperBound <= conversation.messages[finding.message].bytes.upperBound)
      #expect(finding.range.lowerBound >= last)
      last = finding.range.upperBound
      for byte in finding.range { isFound[byte] = true }
    }
    for finding in detector.findings(in: conversation) {
      #expect(finding.range.allSatisfy { isFound[$0] }, "\(finding.kind) \(finding.message)")
    }
  }

  /// At every place around the end of a part of 512 bytes: 22 bytes with blanks, 58 without.
  @Test(arguments: [
    (EntityKind.ibanCode, "NL91 ABNA 0417 1643 00"),
    (.emailAddress, "noor.van.den.vriezekoop.bakker@lange.voorbeeldnaam.example"),
  ])
  func `a detail at a seam lies whole in one part`(kind: EntityKind, detail: String) throws {
    let detector = try Detector(lexicons: .empty)
    for place in 440...540 {
      let before = String(String(repeating: "ja ", count: 180).prefix(place - 1)) + " "
      let text = before + detail + String(repeating: " nee", count: 200)
      let found = detector.findings(in: Conversation([text]), partedAt: 512)
      #expect(
        found.filter { $0.kind == kind }.map(\.range) == [place..<place + detail.utf8.count],
        "\(place)"
      )
    }
  }

  @Test func `a name of one part is looked for in all`() throws {
    let detector = try Detector(lexicons: Lexicons.open(directory: LexiconFolder.path))
    let filler = (0..<40).map { _ in "ik weet het echt niet meer" }
    // A compound of ordinary words: nothing but the name in the last part says that it is one.
    let alone = Conversation(["ik vind kamertafel raar"] + filler)
    #expect(detector.findings(in: alone, partedAt: 300).isEmpty)
    let conversation = Conversation(
      ["ik vind kamertafel raar"] + filler + ["zijn achternaam is Kamertafel"]
    )
    let found = detector.findings(in: conversation, partedAt: 300).map(\.message)
    #expect(found == [0, 41])
  }

  @Test func `names and places of a part are known in all, once, and nothing else is`() {
    let marked = Marked(
      "[[PERSON|Sanne]] uit [[LOCATION|Ede]] belt [[PHONE_NUMBER|0653276801]], zegt [[PERSON|Sanne]]"
    )
    let findings = marked.expected.map {
      Finding(
        message: 0,
        range: $0.range,
        kind: $0.kind,
        score: 1,
        detector: "test",
        evidence: ""
      )
    }
    var names = NamesOfParts([KnownValue(kind: .person, bytes: Array("Noor".utf8), field: "nick")])
    names.add(findings, in: marked.conversation)
    #expect(
      names.known.map { String(decoding: $0.bytes, as: UTF8.self) } == ["Noor", "Sanne", "Ede"]
    )
    #expect(names.known.map(\.kind) == [.person, .person, .location])
  }

  @Test func `one endless word and one endless number are read in parts`() throws {
    let detector = try Detector(lexicons: .empty)
    for text in [String(repeating: "é", count: 5000), String(repeating: "1", count: 9000)] {
      _ = detector.findings(in: Conversation([text]), partedAt: 512)
    }
  }

  @Test func `findings do not depend on how many threads look`() async throws {
    let detector = try Detector(lexicons: Lexicons.open(directory: LexiconFolder.path))
    let conversations = (1...24).map { Self.conversation(messages: $0) }
    let alone = conversations.map { detector.findings(in: $0) }
    let together = await withTaskGroup(of: (Int, [Finding]).self) { group in
      for (place, conversation) in conversations.enumerated() {
        group.addTask { (place, detector.findings(in: conversation)) }
      }
      var results = [[Finding]](repeating: [], count: conversations.count)
      for await (place, findings) in group { results[place] = findings }
      return results
    }
    #expect(together == alone)
  }
}
