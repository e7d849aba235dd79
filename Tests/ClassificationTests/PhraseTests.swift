import Codebook
import Testing

@testable import Classification

struct PhraseTests {
  @Test(
    arguments: [
      ("moet stelen", "ik moet stelen", true),
      ("moet stelen", "ik moet niet stelen", false),
      ("moet ..2 stelen", "ik moet van hem stelen", true),
      ("moet ..2 stelen", "ik moet van hem altijd stelen", false),
      ("moet ..4 stelen", "ik moet weg. stelen mag niet", false),
      ("steel* ", "ze STEELT wel", true),
      ("*geld", "dat is zwartgeld", true),
      ("(hij|zij) ..1 slaat", "zij nu slaat", true),
      ("^ nee", "nee hoor", true),
      ("^ nee", "hoor nee", false),
      ("^ ..2 nee", "ja maar nee", true),
      ("pas & hem", "hem gaf ik mijn pas", true),
      ("cafe", "in het CAFÉ", true),
      ("zon", "zo'n ding", true),
      ("nee", "neeeeee", true),
      ("<AGE> jaar", "{age 12} jaar", true),
      ("<NUMBER> keer", "3 keer", true),
      ("112", "bel 112 nu", true),
      ("112", "bel 113 nu", false),
      ("wel? goed", "goed", true),
      ("(geen geld|niets) meer", "geen geld meer", true),
      ("(geen (geld|eten)|niets) meer", "geen eten meer", true),
      ("@steal", "ze jatten", true),
      ("iemand", "eimand zei", true),
    ] as [(String, String, Bool)]
  )
  func `a phrase matches as it reads`(phrase: String, text: String, matches: Bool) throws {
    let codebook = try Codebook.read(
      text: """
        id = "t"
        version = "1"
        [spelling]
        iemand = ["eimand"]
        [lists]
        steal = ["stelen jat*"]
        """,
      file: "t.toml"
    )
    let lexicon = Lexicon(codebook, phrases: [.sought(try Phrase(phrase))])
    let stream = WordStream(Invented.contact(text), lexicon.vocabulary)
    #expect(lexicon.matcher.matches(in: stream).isEmpty != matches)
  }

  @Test(arguments: [
    ("", PhraseError.empty), ("..3", .empty), ("(a|b", .malformed(part: "(a|b")),
    ("<AGE", .malformed(part: "<AGE")), ("a*b", .malformed(part: "a*b")),
    ("*a*", .malformed(part: "*a*")), ("a ^ b", .malformed(part: "^")),
    ("a ..99 b", .malformed(part: "..99")), ("a & ", .empty),
  ])
  func `a phrase that cannot be read is refused`(text: String, error: PhraseError) {
    #expect(throws: error) { try Phrase(text) }
  }

  /// The index against the plainest matcher: every way tried at every word.
  @Test func `matches equal those of a plain search, on random words`() throws {
    let words = ["aa", "bb", "cc", "dd", "ee"]
    var generator = SplitMix(state: 7)
    let codebook = try Codebook.read(text: "id = \"t\"\nversion = \"1\"", file: "t.toml")
    for _ in 0..<300 {
      let phrase = try Phrase(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? "aa"
        }.joined(separator: Bool.random(using: &generator) ? " ..2 " : " ")
      )
      let text = (0..<12).map { _ in words.randomElement(using: &generator) ?? "aa" }
      let lexicon = Lexicon(codebook, phrases: [.sought(phrase)])
      let stream = WordStream(
        Invented.contact(text.joined(separator: " ")),
        lexicon.vocabulary
      )
      let found = !lexicon.matcher.matches(in: stream).isEmpty
      let plain = phrase.sides[0].contains { way in
        text.indices.contains { plainly(way[...], text[$0...]) }
      }
      #expect(found == plain, "\(phrase.text) in \(text)")
    }
  }

  private func plainly(_ way: ArraySlice<Phrase.Element>, _ text: ArraySlice<String>) -> Bool {
    guard let element = way.first else { return true }
    switch element {
    case .start: return plainly(way.dropFirst(), text)
    case .gap(let most):
      return (0...most).contains { skip in
        skip <= text.count && plainly(way.dropFirst(), text.dropFirst(skip))
      }
    case .word(let words):
      guard let word = text.first, words.contains(.exactly(word)) else { return false }
      return plainly(way.dropFirst(), text.dropFirst())
    }
  }
}

/// Steele, Lea and Flood's SplitMix64, for random tests with a fixed seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension PhraseIndex.Entry {
  /// A phrase that is sought in everybody's messages.
  static func sought(_ phrase: Phrase) -> Self {
    PhraseIndex.Entry(phrase: phrase, within: 10, speakers: 0b1111, pass: .every)
  }
}
