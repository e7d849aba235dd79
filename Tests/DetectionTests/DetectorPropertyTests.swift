import Testing

@testable import Detection

/// What holds for every text, tried on texts of a fixed-seed generator.
struct DetectorPropertyTests {
  private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let pieces = [
    "a", "Z", "0", "6", "1", "12", "2008", "NL91", "ABNA", "0417", "@", ".", ",", "-", "_", "/",
    ":", "#", "+", "(", ")", " ", "  ", "\n", "'", "é", "е", "\u{200B}", "\u{301}", "６", "😀",
    "\u{0}", "ĳ", "٣", "ß", "mei", "jaar", "ik ben", "van", "en", "dan", "punt", "apestaartje",
    "nl", "www", "http://", "insta", "snap:", "paspoort", "bsn", "nul", "zes", "dubbel", "vier",
    "kenteken", "XX-99-X", "::", "0x", "twintig", "oud", "half", "€", "\u{FDFA}", "한", "م",
  ]

  @Test func `offsets lie inside their message, on scalar boundaries, disjoint and repeatable`()
    throws
  {
    let detector = try Detector(lexicons: .empty)
    var generator = Generator(state: 11)
    for _ in 0..<1500 {
      let texts = (0...generator.next(4)).map { _ in
        (0...generator.next(14)).map { _ in Self.pieces[generator.next(Self.pieces.count)] }
          .joined()
      }
      let conversation = Conversation(texts)
      let findings = detector.findings(in: conversation)
      #expect(findings == detector.findings(in: conversation))
      var last = (message: 0, end: 0)
      for finding in findings {
        let message = conversation.messages[finding.message].bytes
        #expect(message.lowerBound <= finding.range.lowerBound)
        #expect(finding.range.upperBound <= message.upperBound)
        #expect(!finding.range.isEmpty)
        for edge in [finding.range.lowerBound, finding.range.upperBound]
        where edge < conversation.text.count {
          #expect(conversation.text[edge] & 0xC0 != 0x80)
        }
        #expect((last.message, last.end) <= (finding.message, finding.range.lowerBound))
        last = (finding.message, finding.range.upperBound)
      }
    }
  }

  @Test func `random scalars do no harm`() throws {
    let detector = try Detector(lexicons: .empty)
    var generator = Generator(state: 5)
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<generator.next(60) {
        let value = UInt32(generator.next([0x80, 0x800, 0x1_0000, 0x11_0000][generator.next(4)]))
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      _ = detector.findings(in: Conversation([text]))
    }
  }

  @Test(arguments: [
    "a@", "1", "1 ", "12-", "nl.", "::", "06 ", "a-1", "een ", "a_", "1.1.", "XX-9", "#1", "+31",
    "x", "é", "\u{200B}", "ik ben ", "punt a ", "mei 3 ", "0", "paspoort 1 ", "insta a ",
  ])
  func `a hostile repetition is read to its end`(piece: String) throws {
    let detector = try Detector(lexicons: .empty)
    _ = detector.findings(in: Conversation([String(repeating: piece, count: 3000)]))
  }
}
