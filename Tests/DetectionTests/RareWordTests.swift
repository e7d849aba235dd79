import Testing

@testable import Detection

@Suite struct RareWordTests {
  private static func frozen(_ words: [(word: String, persons: Int)]) -> FrozenVocabulary {
    var count = VocabularyCount(minimum: 3)
    for (word, persons) in words {
      for person in 0..<persons { count.add(Conversation([word]), person: [UInt8(person)]) }
    }
    return count.frozen
  }

  @Test func `a word counts once a person, and is frozen at the minimum`() {
    var count = VocabularyCount(minimum: 3)
    for _ in 0..<5 { count.add(Conversation(["Hallo"]), person: [1]) }
    count.add(Conversation(["hallo daar"]), person: [2])
    #expect(count.frozen.count == 0)
    count.add(Conversation(["HALLO"]), person: [3])
    #expect(count.frozen.count == 1)
    #expect(count.frozen.contains(WordHash.hash(Array("hallo".utf8))))
  }

  @Test func `a word of nine visitors is rare, of ten no longer`() {
    var count = VocabularyCount()
    for person in 1...9 { count.add(Conversation(["zonnebloem"]), person: [UInt8(person)]) }
    #expect(count.frozen.count == 0)
    count.add(Conversation(["zonnebloem"]), person: [10])
    #expect(count.frozen.count == 1)
    #expect(count.frozen.minimum == 10)
  }

  @Test func `what the counsellor says is not counted`() {
    var count = VocabularyCount(minimum: 1)
    count.add(Conversation(["welkom"], speaker: .counsellor), person: [1])
    #expect(count.frozen.count == 0)
  }

  @Test func `the file gives the vocabulary back, and a damaged one is none`() {
    let frozen = Self.frozen([("ik", 3), ("ben", 4), ("kwibus", 1)])
    #expect(FrozenVocabulary(frozen.bytes) == frozen)
    #expect(FrozenVocabulary(Array(frozen.bytes.dropLast(8))) == nil)
    #expect(FrozenVocabulary([]) == nil)
    var miscounted = frozen.bytes
    miscounted[16] += 1
    #expect(FrozenVocabulary(miscounted) == nil)
  }

  @Test func `under the strict policy alone a word of few persons is replaced`() throws {
    let settings = DetectionSettings(vocabulary: Self.frozen([("ik", 3), ("zie", 3), ("het", 2)]))
    let lexicons = try Lexicons.open(directory: LexiconFolder.path)
    let marked = Marked("ik zie het")
    let strict = try Detector(lexicons: lexicons, policy: .strict, settings: settings)
    #expect(marked.found(by: strict).map(\.text) == ["het"])
    let balanced = try Detector(lexicons: lexicons, settings: settings)
    #expect(marked.found(by: balanced).isEmpty)
  }

  @Test(arguments: [
    ("Ik ben BOOS", "ik ben boos"), ("echttt niet", "echt niet"), ("gewooon", "gewoon"),
    ("wat?!!!", "wat?!"), ("stop...", "stop."), ("huil 😭😭💀", "huil ☺"), ("ja  nee", "ja nee"),
    ("hahahahaha", "haha"), ("vandag", "vandaag"), ("één", "een"), ("06 11", "06 11"),
  ])
  func `text is written in one style`(text: String, canonical: String) throws {
    let style = WritingStyle(try Lexicons.open(directory: LexiconFolder.path))
    let result = style.canonical(Array(text.utf8)[...])
    #expect(String(decoding: result, as: UTF8.self) == canonical)
    #expect(style.canonical(result[...]) == result)
  }
}
