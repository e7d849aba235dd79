/// The beginnings and ends of the night's names, looked for beside a person's token only.
///
/// "Anna van der Meer" of one contact tells what "van der meer" behind `<PERSON>` is in another,
/// though each of its words is common. Edges have two words or more, because a single common word
/// ("bakker") tells nothing, and only blanks stand between them and the token. Values are kept as
/// hashes.
struct LeakEdges {
  private var heads = LeakTable()
  private var tails = LeakTable()
  /// The fewest and the most words of an edge.
  private static let lengths = 2...4

  /// Adds a name's beginnings and ends.
  mutating func add(words: [ArraySlice<UInt8>], _ source: LeakSource) {
    for count in Self.lengths where count < words.count {
      heads.insert(Self.hash(words.prefix(count)), source)
      tails.insert(Self.hash(words.suffix(count)), source)
    }
  }

  /// Adds another set of edges.
  mutating func formUnion(_ other: LeakEdges) {
    heads.formUnion(other.heads)
    tails.formUnion(other.tails)
  }

  /// The longest known end of a name at the beginning of folded text.
  func tail(_ folded: ArraySlice<UInt8>) -> Range<Int>? {
    let words = IdentifierText.words(of: folded, first: Self.lengths.upperBound)
    guard let first = words.first, Self.isBlank(folded[..<first.startIndex]) else { return nil }
    for count in Self.lengths.reversed()
    where count <= words.count && tails[Self.hash(words.prefix(count))] != nil {
      return words[0].startIndex..<words[count - 1].endIndex
    }
    return nil
  }

  /// The longest known beginning of a name at the end of folded text.
  func head(_ folded: ArraySlice<UInt8>) -> Range<Int>? {
    let words = IdentifierText.words(of: folded, last: Self.lengths.upperBound)
    guard let last = words.last, Self.isBlank(folded[last.endIndex...]) else { return nil }
    for count in Self.lengths.reversed()
    where count <= words.count && heads[Self.hash(words.suffix(count))] != nil {
      return words[words.count - count].startIndex..<last.endIndex
    }
    return nil
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private static func hash(_ words: ArraySlice<ArraySlice<UInt8>>) -> UInt64 {
    words.reduce(0) { LeakPatterns.joined($0, LeakPatterns.hash($1)) }
  }
}
