import Codebook

/// Every word that the codebook's phrases and lists name, as a trie over folded letters.
///
/// A word of the text is walked once; its end gives the symbols of the whole word, and each letter
/// on the way the symbols of the beginnings (`steel*`) that it passes. Immutable once built.
struct Vocabulary: Sendable {
  /// A number that stands for one `Phrase.Word`: an exact word, a beginning, an ending, a list or
  /// a kind of token.
  typealias Symbol = Int32

  static let fanOut = 32
  static let dead: Int32 = 0
  static let root: Int32 = 1

  /// The next node, `node * fanOut + letter`.
  private(set) var next: [Int32]
  /// Where the symbols of whole words lie in `pool`, by node.
  private(set) var exact: [Range<Int32>]
  /// Where the symbols of beginnings lie in `pool`, by node; empty ranges where none end here.
  private(set) var prefixes: [Range<Int32>]
  /// The symbols of all nodes.
  private(set) var pool: [Symbol]
  /// The same for endings, over letters from the last to the first.
  private(set) var endings: [Int32]
  /// Where the symbols of endings lie in `pool`, by node of `endings`.
  private(set) var suffixes: [Range<Int32>]
  /// The symbols of each kind of token and of whole numbers.
  private(set) var kinds: [String: [Symbol]]
  /// The symbols of particular whole numbers.
  private(set) var values: [Int32: [Symbol]]

  /// Builds the trie.
  ///
  /// - Parameters:
  ///   - words: Whole words, folded, each with its symbols.
  ///   - beginnings: Beginnings, folded.
  ///   - ends: Endings, folded.
  ///   - kinds: Kinds of token.
  ///   - values: Whole numbers.
  init(
    exact words: [[UInt8]: Set<Symbol>],
    prefixes beginnings: [[UInt8]: Set<Symbol>],
    suffixes ends: [[UInt8]: Set<Symbol>],
    kinds: [String: Set<Symbol>],
    values: [Int32: Set<Symbol>]
  ) {
    var forward = Trie()
    var wordNodes: [(node: Int, symbols: [Symbol])] = []
    for (word, symbols) in words { wordNodes.append((forward.insert(word), symbols.sorted())) }
    var prefixNodes: [(node: Int, symbols: [Symbol])] = []
    for (word, symbols) in beginnings {
      prefixNodes.append((forward.insert(word), symbols.sorted()))
    }
    var backward = Trie()
    var suffixNodes: [(node: Int, symbols: [Symbol])] = []
    for (word, symbols) in ends {
      suffixNodes.append((backward.insert(word.reversed()), symbols.sorted()))
    }
    var pool: [Symbol] = []
    func ranges(_ nodes: [(node: Int, symbols: [Symbol])], _ count: Int) -> [Range<Int32>] {
      var ranges = [Range<Int32>](repeating: 0..<0, count: count)
      for (node, symbols) in nodes {
        let start = Int32(pool.count)
        pool.append(contentsOf: symbols)
        ranges[node] = start..<Int32(pool.count)
      }
      return ranges
    }
    exact = ranges(wordNodes, forward.count)
    prefixes = ranges(prefixNodes, forward.count)
    suffixes = ranges(suffixNodes, backward.count)
    next = forward.next
    endings = backward.next
    self.pool = pool
    self.kinds = kinds.mapValues { $0.sorted() }
    self.values = values.mapValues { $0.sorted() }
  }

  /// The nodes of a trie under construction; node 0 is dead, node 1 the root.
  private struct Trie {
    var next = [Int32](repeating: Vocabulary.dead, count: 2 * Vocabulary.fanOut)
    var count: Int { next.count / Vocabulary.fanOut }

    mutating func insert(_ letters: [UInt8]) -> Int {
      var node = Int(Vocabulary.root)
      for letter in letters {
        let slot = node * Vocabulary.fanOut + Int(letter)
        if next[slot] == Vocabulary.dead {
          next[slot] = Int32(count)
          next.append(contentsOf: repeatElement(Vocabulary.dead, count: Vocabulary.fanOut))
        }
        node = Int(next[slot])
      }
      return node
    }
  }
}
