/// Endings of words, as a trie over letters from the last to the first.
struct EndingTrie: Sendable {
  private let trie: LetterTrie
  /// Which set of endings a node has passed; 0 for none.
  private var set: [Int32]
  /// The count of sets, the empty one included.
  private var sets = 1
  /// The form of a word by the form of its beginning and its set of endings,
  /// `form * sets + set`.
  private var forms: [WordForms.Form] = []

  /// Builds the trie; adds forms that it needs.
  ///
  /// - Parameters:
  ///   - entries: What the codebook names.
  ///   - beginnings: The forms that words have by their beginnings.
  ///   - forms: The forms.
  init(
    _ entries: Vocabulary.Entries,
    after beginnings: [WordForms.Form],
    _ forms: inout WordForms
  ) {
    trie = LetterTrie(entries.suffixes.keys.map { $0.reversed() })
    set = Array(repeating: 0, count: trie.count)
    guard !entries.suffixes.isEmpty else { return }
    var symbols: [Set<Vocabulary.Symbol>] = [[]]
    trie.visit { node, parent, letters in
      set[node] = set[parent]
      guard let more = entries.suffixes[letters.reversed()] else { return }
      set[node] = Int32(symbols.count)
      symbols.append(symbols[Int(set[parent])].union(more))
    }
    sets = symbols.count
    self.forms = Array(repeating: WordForms.unknown, count: forms.count * sets)
    for form in Set(beginnings).sorted() {
      for (place, more) in symbols.enumerated() {
        self.forms[Int(form) * sets + place] = forms.form(
          of: forms.symbols(of: form).union(more)
        )
      }
    }
  }

  /// The form of a word by its endings and the form of its beginning.
  @inline(__always)
  func form(of walk: WordTrie.Walk, _ beginning: WordForms.Form) -> WordForms.Form {
    sets == 1 ? beginning : forms[Int(beginning) * sets + passed(walk)]
  }

  private func passed(_ walk: WordTrie.Walk) -> Int {
    var node = LetterTrie.root
    var passed: Int32 = 0
    for step in 0..<min(walk.length, 12) {
      let letter = UInt8(truncatingIfNeeded: walk.tail >> (5 * UInt64(step)) & 31)
      node = trie.node(after: node, letter)
      if node == LetterTrie.dead { break }
      passed = set[node]
    }
    return Int(passed)
  }
}
