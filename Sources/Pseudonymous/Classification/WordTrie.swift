/// Words and beginnings of words, as a trie whose nodes know the form of the words that end there,
/// and of those that go on.
struct WordTrie: Sendable {
  private let trie: LetterTrie
  /// The form of a word that ends at a node.
  private let ending: [WordForms.Form]
  /// The form of a word that goes on where the trie does not.
  let beyond: [WordForms.Form]

  /// Builds the trie; adds forms that it needs.
  init(_ entries: Vocabulary.Entries, _ forms: inout WordForms) {
    let trie = LetterTrie(Array(entries.prefixes.keys) + Array(entries.exact.keys))
    var ending = [WordForms.Form](repeating: WordForms.unknown, count: trie.count)
    var beyond = ending
    trie.visit { node, parent, letters in
      beyond[node] = beyond[parent]
      if let more = entries.prefixes[letters] {
        beyond[node] = forms.form(of: forms.symbols(of: beyond[parent]).union(more))
      }
      ending[node] = beyond[node]
      let exact = entries.exact[letters]
      guard exact != nil || !entries.suffixes.isEmpty else { return }
      ending[node] = forms.form(of: (exact ?? []).union(entries.symbols(around: letters)))
    }
    self.trie = trie
    self.ending = ending
    self.beyond = beyond
  }

  /// One word on its way.
  struct Walk: LetterSink {
    private let vocabulary: Vocabulary
    private var node = LetterTrie.root
    /// The form of what the trie no longer follows.
    private var left = WordForms.unknown
    private var last: UInt8 = 0
    private var lastButOne: UInt8 = 0
    /// How many letters were walked; runs of three or more equal letters count as two.
    private(set) var length = 0
    /// The last twelve letters, the last one lowest, five bits each.
    private(set) var tail: UInt64 = 0

    /// Stands before the first letter.
    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Walks a letter.
    @inline(__always)
    mutating func step(_ letter: UInt8) {
      if letter == last, letter == lastButOne { return }
      lastButOne = last
      last = letter
      length += 1
      tail = tail << 5 | UInt64(letter)
      guard node != LetterTrie.dead else { return }
      let next = vocabulary.words.trie.node(after: node, letter)
      if next == LetterTrie.dead { left = vocabulary.words.beyond[node] }
      node = next
    }

    /// The form of the word.
    @inline(__always)
    var form: WordForms.Form {
      node != LetterTrie.dead
        ? vocabulary.words.ending[node] : vocabulary.endings.form(of: self, left)
    }
  }

  /// The form of a whole word of the trie; `nil` where no such word is an end or a beginning.
  func form(of letters: [UInt8]) -> WordForms.Form? {
    var node = LetterTrie.root
    for letter in letters {
      node = trie.node(after: node, letter & 31)
      if node == LetterTrie.dead { return nil }
    }
    return ending[node]
  }
}
