import Testing

@testable import Detection

struct PreparedConversationTests {
  @Test func `words carry shape, gap and message`() {
    let text = PreparedConversation(Conversation(["Hoi! Ik ben Özlem, v16", "BSN 12-3a\nja"]))
    let words = text.words.map { word in
      "\(String(decoding: text.folded[word.range], as: UTF8.self)) \(word.message) "
        + "\(word.shape.rawValue) \(word.gap.rawValue)"
    }
    #expect(
      words == [
        "hoi 0 115 2", "ik 0 115 5", "ben 0 65 1", "ozlem 0 83 1", "v16 0 69 9",
        "bsn 1 114 2", "12 1 4 1", "3a 1 69 16", "ja 1 97 2",
      ]
    )
    #expect(text.digitWords == [4, 6, 7])
  }

  @Test func `offsets lead back to the original, also behind removed and mapped signs`() {
    let text = PreparedConversation(Conversation(["é\u{200B}Jan 😀 Ja\u{301}n"]))
    let bytes = text.conversation.text
    let originals = text.words.map {
      String(decoding: bytes[text.original($0.range)], as: UTF8.self)
    }
    #expect(originals == ["é\u{200B}Jan", "Ja\u{301}n"])
  }
}
