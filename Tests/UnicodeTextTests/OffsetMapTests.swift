import Testing

@testable import UnicodeText

struct OffsetMapTests {
  /// Plain and accented letters, signs that are mapped to several bytes, dropped, and marks.
  private static let pieces = [
    "a", "Bc", "0123456789", " ", "é", "e\u{301}", "\u{301}", "\u{200B}", "ß", "ĳ", "Ж", "한", "😀",
    "６", "6\u{FE0F}\u{20E3}", "\u{202E}", "’", "İ", "ﬁ", "",
  ]

  /// A stretch begins where its first byte's group begins and ends where its last byte's ends.
  @Test(arguments: 0..<60)
  func `a stretch's place is that of its two ends`(seed: UInt64) {
    var state = seed
    var text = FoldedText()
    for _ in 0..<3 {
      var part = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        part += Self.pieces[Int(state >> 33) % Self.pieces.count]
      }
      let original = Array(part.utf8)
      _ = text.append(original, in: 0..<original.count)
    }
    let map = text.map
    var wrong: [Range<Int>] = []
    for lower in 0...text.bytes.count {
      for upper in lower...text.bytes.count {
        let (start, end) = (map.start(lower), map.end(upper))
        if map.original(lower..<upper) != start..<max(start, end) { wrong.append(lower..<upper) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `an empty map leads nowhere`() {
    #expect(OffsetMap().original(0..<0) == 0..<0)
    #expect(OffsetMap().original(2..<5) == 0..<0)
  }
}
