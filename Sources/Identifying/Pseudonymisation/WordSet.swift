/// A list of words to look words up in, by their hashes.
struct WordSet {
  /// Ascending.
  private let hashes: [UInt64]

  /// Takes words, folded and with blanks between them.
  init(_ words: String) {
    hashes = Set(words.split(whereSeparator: \.isWhitespace).map { Self.hash(Array($0.utf8)[...]) })
      .sorted()
  }

  /// Whether a word is one of them.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { contains(Self.hash(word)) }

  /// Whether the word of a hash is one of them.
  func contains(_ hash: UInt64) -> Bool {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  /// The hash of a word.
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64 { LeakHash.of(word) }
}
