import Testing

@testable import Classification

struct ShortWordTests {
  /// The table of short words is a short cut: the trie must say the same of every word.
  @Test func `a word has the same form by its letters at once and one by one`() throws {
    let vocabulary = try FactTests.coder.get().book.lexicon.vocabulary
    var random = SplitMix(state: 7)
    var words = try Invented.codebook().lists.flatMap { list in
      list.words.compactMap { word -> [UInt8]? in
        if case .exactly(let text) = word { LetterFold.fold(text) } else { nil }
      }
    }
    #expect(words.count > 2_000)
    for word in words.prefix(1_000) where !word.isEmpty {
      var changed = word
      changed[Int.random(in: word.indices, using: &random)] = UInt8.random(
        in: 1...27,
        using: &random
      )
      words.append(changed)
      words.append(word + [changed[0]])
    }
    var found = 0
    for word in words {
      var walk = WordTrie.Walk(vocabulary)
      var key = ShortWords.Key()
      for letter in word {
        walk.step(letter)
        key.step(letter)
      }
      #expect(walk.length == key.length)
      guard key.length > 0, key.length <= ShortWords.Key.most else { continue }
      if let form = vocabulary.short.form(of: key) {
        found += 1
        #expect(form == walk.form)
      }
    }
    #expect(found > 2_000)
  }
}
