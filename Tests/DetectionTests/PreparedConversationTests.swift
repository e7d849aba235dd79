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

  @Test func `a year is four figures of the last or this century`() {
    let text = PreparedConversation(Conversation(["1899 1900 1999 2000 2099 2100 199 20100 20ab"]))
    #expect(text.words.indices.filter(text.isYear) == [1, 2, 3, 4])
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

struct VocabularyTests {
  @Test func `the key of a word equals its plain reference at every length and place`() {
    let bytes = Array("de burgerservicenummers van zestien-achtentwintigjarigen".utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        #expect(WordKey(bytes, start..<end) == WordKey.reference(bytes, start..<end))
      }
    }
  }

  @Test func `words that share their ends and length mean the same`() {
    var classes: [String: WordClasses] = [:]
    for (word, sense) in VocabularyEntries.all {
      classes[word] = classes[word, default: []].union(sense.classes)
    }
    var byKey: [[UInt64]: WordClasses] = [:]
    for (word, own) in classes {
      let bytes = Array(word.utf8)
      let key = WordKey(bytes, 0..<bytes.count)
      let other = byKey.updateValue(own, forKey: [UInt64(bytes.count), key.head, key.tail])
      #expect(other == nil || other == own, "\(word)")
    }
  }
}
