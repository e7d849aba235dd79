/// The beginnings and ends of the night's names, looked for beside a person's token only.
///
/// "Anna van der Meer" of one contact tells what "van der meer" behind `<PERSON>` is in another,
/// though each of its words is common. Edges have two words or more, because a single common word
/// ("bakker") tells nothing, and only blanks stand between them and the token. Values are kept as
/// hashes.
struct LeakEdges {
  private var heads = LeakTable()
  private var tails = LeakTable()
  /// The two words of each beginning that stand next to the token, and of each end.
  private var lastTwo = LeakSieve()
  private var firstTwo = LeakSieve()
  /// The fewest and the most words of an edge.
  private static let lengths = 2...4

  /// Adds a name's beginnings and ends.
  mutating func add(words: [ArraySlice<UInt8>], _ source: LeakSource) {
    for count in Self.lengths where count < words.count {
      let (head, tail) = (words.prefix(count), words.suffix(count))
      if heads.insert(Self.hash(head), source) { lastTwo.insert(Self.hash(head.suffix(2))) }
      if tails.insert(Self.hash(tail), source) { firstTwo.insert(Self.hash(tail.prefix(2))) }
    }
  }

  /// Adds another set of edges.
  mutating func formUnion(_ other: LeakEdges) {
    heads.formUnion(other.heads)
    tails.formUnion(other.tails)
    lastTwo.formUnion(other.lastTwo)
    firstTwo.formUnion(other.firstTwo)
  }

  private static let person = Array("<person".utf8)

  /// Whether a beginning or an end of a name may stand beside a person's token.
  ///
  /// - Parameter folded: A transcript's line as it stands in the file, without escapes and folded.
  /// - Returns: Never `false` where `tail` or `head` would find one.
  func mayStand(in folded: [UInt8]) -> Bool {
    let bytes = folded.span
    let name = Self.person.span
    var at = 0
    search: while at + name.count < bytes.count {
      for index in name.indices where bytes[at + index] != name[index] {
        at += 1
        continue search
      }
      if mayEnd(at, bytes), head(folded[..<at]) != nil { return true }
      at += name.count
      // A token holds no other: "<person" that somebody wrote may stand before a token.
      while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
        at += 1
      }
      guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else { continue }
      at += 1
      if at < bytes.count, mayBegin(at, bytes), tail(folded[at...]) != nil { return true }
    }
    return false
  }

  /// Whether the two words behind a token may begin the end of a name.
  private func mayBegin(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    var at = place
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
    var hash: UInt64 = 0
    for _ in 0..<2 {
      while at < bytes.count, !IdentifierText.isWordByte(bytes[at]) { at += 1 }
      var word = LeakHash()
      while at < bytes.count, IdentifierText.isWordByte(bytes[at]) {
        word.append(bytes[at])
        at += 1
      }
      hash = LeakHash.joined(hash, word.value)
    }
    return firstTwo.mayHold(hash)
  }

  /// Whether the two words before a token may end the beginning of a name.
  private func mayEnd(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    var starts = (place, place)
    var at = place
    for _ in 0..<2 {
      while at > 0, !IdentifierText.isWordByte(bytes[at - 1]) { at -= 1 }
      while at > 0, IdentifierText.isWordByte(bytes[at - 1]) { at -= 1 }
      starts = (at, starts.0)
    }
    var hash: UInt64 = 0
    for start in [starts.0, starts.1] {
      var word = LeakHash()
      var at = start
      while at < place, IdentifierText.isWordByte(bytes[at]) {
        word.append(bytes[at])
        at += 1
      }
      hash = LeakHash.joined(hash, word.value)
    }
    return lastTwo.mayHold(hash)
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
    words.reduce(0) { LeakHash.joined($0, LeakHash.of($1)) }
  }
}
