import Testing

@testable import UnicodeText

struct FoldedTextTests {
  @Test(arguments: [
    ("Fatima", "fatima"), ("ÇELİK", "celik"), ("Țăndărei", "tandarei"), ("Łukasz", "lukasz"),
    ("Søren", "soren"), ("IJsselstein", "ijsselstein"), ("ĳs", "ijs"), ("Straße", "strasse"),
    ("０６１２", "0612"), ("٠٦", "06"), ("6️⃣3️⃣", "63"), ("①", "1"),
    ("ja\u{200B}n", "jan"), ("\u{202E}jan\u{202C}", "jan"), ("e\u{301}\u{302}n", "en"),
    ("06–12—34", "06-12-34"), ("’s", "'s"), ("a\u{A0}b", "a b"), ("a\u{0}b", "a b"),
    // A Cyrillic а in a Latin word is Latin, a Cyrillic word stays Cyrillic.
    ("hаnnа", "hanna"), ("Иван", "иван"), ("한국", "한국"), ("😀ok", "😀ok"), ("", ""),
  ])
  func `text folds to what a reader takes for the same`(text: String, folded: String) {
    #expect(String(decoding: Normalisation.folded(Array(text.utf8)), as: UTF8.self) == folded)
  }

  /// Marked: the folded text of the stretch between the brackets is searched, and must map back.
  @Test(arguments: [
    ("ik ben [jan]", "jan"), ("ik ben [J\u{E9}r\u{F4}me] hoi", "jerome"),
    ("bel [0\u{FE0F}\u{20E3}6\u{FE0F}\u{20E3}] nu", "06"), ("[j\u{200B}an]\u{200B} ok", "jan"),
    ("é é [e\u{301}en\u{301}]!", "een"), ("x[ĳ]x", "ij"), ("[Иван] is", "иван"),
    ("[Иван\u{301}]!", "иван"), ("😀[a]", "a"),
  ])
  func `a folded stretch maps back to the original`(marked: String, folded: String) throws {
    var original = Array(marked.utf8)
    let open = try #require(original.firstIndex(of: UInt8(ascii: "[")))
    original.remove(at: open)
    let close = try #require(original.firstIndex(of: UInt8(ascii: "]")))
    original.remove(at: close)
    var text = FoldedText()
    _ = text.append(Array("voor ".utf8), in: 0..<5)
    let range = text.append(original, in: 0..<original.count).range
    let needle = Array(folded.utf8)
    try #require(range.count >= needle.count)
    let start = try #require(
      (range.lowerBound...range.upperBound - needle.count).first {
        text.bytes[$0..<$0 + needle.count].elementsEqual(needle)
      }
    )
    #expect(text.map.original(start..<start + needle.count) == open..<close)
  }

  @Test func `the fast kernel equals its plain reference at every length and stop`() {
    var state: UInt64 = 7
    for length in 0..<70 {
      for _ in 0..<40 {
        let bytes = (0..<length).map { _ -> UInt8 in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let draw = UInt8(truncatingIfNeeded: state >> 40)
          return state >> 60 == 0 ? draw | 0x80 : state >> 60 == 1 ? 0 : draw & 0x7F
        }
        var folded: [UInt8] = []
        let count = ASCIIFolding.append(bytes, in: 0..<length, to: &folded)
        let expected = ASCIIFolding.reference(bytes, in: 0..<length)
        #expect(folded == expected && count == expected.count)
      }
    }
  }

  @Test func `lower case leaves all but A to Z, at every length`() {
    // Each byte of ASCII, behind none to eight others, so that it stands at each place of a word.
    for before in 0...8 {
      for after in 0...8 {
        let text =
          [UInt8](repeating: 0x5B, count: before) + Array(0..<0x80)
          + [UInt8](repeating: 0x40, count: after)
        #expect(
          ASCIIFolding.lower(text) == Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
        )
      }
    }
  }

  @Test func `the kernel reads its range alone and leaves what was folded before`() {
    let bytes = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZé".utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        var folded = Array("VOOR".utf8)
        let count = ASCIIFolding.append(bytes, in: start..<end, to: &folded)
        let expected = bytes[start..<end].prefix { $0 < 0x80 }.map { $0 | 0x20 }
        #expect(folded.dropFirst(4) == expected[...])
        #expect(count == expected.count)
      }
    }
  }

  @Test func `NFKC composes and maps compatibility forms`() {
    // Unicode UAX #15, table 5 and figure 6.
    #expect(Normalisation.nfkc(Array("ﬁ".utf8)) == Array("fi".utf8))
    #expect(Normalisation.nfkc(Array("e\u{301}".utf8)) == Array("\u{E9}".utf8))
    #expect(Normalisation.nfkc(Array("ẛ̣".utf8)) == Array("\u{1E69}".utf8))
  }
}
