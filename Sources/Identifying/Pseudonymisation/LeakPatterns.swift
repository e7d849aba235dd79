/// Values to look for, as hashes of their words and digits.
///
/// Text is read once: each run of words is looked up under the lengths that occur, each long run of
/// digits under its windows. A hash has 64 bits, so a wrong hit among a million values and a
/// hundred million words has a chance of 5e-6; no value is kept.
struct LeakPatterns {
  /// Values by the hash of their words.
  private var phrases = LeakTable()
  /// Values by the hash of their digits.
  private var numbers = LeakTable()
  /// Which phrase lengths occur; bit n for n words.
  private var phraseLengths: UInt16 = 0
  /// The counts of digits that occur, ascending.
  private var numberLengths: [Int] = []
  /// The words that are a whole value or end a phrase.
  private var ends = LeakSieve()
  /// The last two words of each phrase.
  private var pairs = LeakSieve()

  /// The longest phrase that is looked for whole; of a longer one the first words are.
  static let longestPhrase = 6
  /// The fewest digits that are told apart from a bare number.
  static let fewestDigits = 7
  /// The most signs between two words of a phrase, or two groups of a number.
  private static let longestGap = 3

  var isEmpty: Bool { count == 0 }
  var count: Int { phrases.count + numbers.count }

  // MARK: Adding

  mutating func add(words: [ArraySlice<UInt8>], _ source: LeakSource) {
    let words = words.prefix(Self.longestPhrase)
    guard let start = words.first else { return }
    var hash = LeakHash.of(start)
    var (previous, end) = (hash, hash)
    for word in words.dropFirst() {
      (previous, end) = (end, LeakHash.of(word))
      hash = LeakHash.joined(hash, end)
    }
    guard phrases.insert(hash, source) else { return }
    phraseLengths |= 1 << UInt16(words.count)
    ends.insert(end)
    if words.count > 1 { pairs.insert(LeakHash.joined(previous, end)) }
  }

  mutating func add(digits: ArraySlice<UInt8>, _ source: LeakSource) {
    guard digits.count >= Self.fewestDigits else { return }
    guard numbers.insert(LeakHash.of(digits), source), !numberLengths.contains(digits.count) else {
      return
    }
    numberLengths.append(digits.count)
    numberLengths.sort()
  }

  /// Adds another set of values.
  mutating func formUnion(_ other: LeakPatterns) {
    phrases.formUnion(other.phrases)
    numbers.formUnion(other.numbers)
    phraseLengths |= other.phraseLengths
    numberLengths = Set(numberLengths + other.numberLengths).sorted()
    ends.formUnion(other.ends)
    pairs.formUnion(other.pairs)
  }

  // MARK: Searching

  /// What a search does after a value.
  private enum Next {
    case goOn
    case stop
  }

  /// Counts the values in folded text; a NUL ends a stretch.
  func search(_ folded: [UInt8], into tally: inout LeakTally) {
    search(folded) { source, _ in tally.add(source) }
  }

  /// Gives each value in folded text with its place; a NUL ends a stretch.
  func search(_ folded: [UInt8], _ found: (LeakSource, Range<Int>) -> Void) {
    walk(folded) { source, range in
      found(source, range)
      return .goOn
    }
  }

  /// Whether any value stands in folded text; a NUL ends a stretch.
  func stand(in folded: [UInt8]) -> Bool {
    var isFound = false
    walk(folded) { _, _ in
      isFound = true
      return .stop
    }
    return isFound
  }

  @inline(__always)
  private func walk(_ folded: [UInt8], _ found: (LeakSource, Range<Int>) -> Next) {
    if isEmpty { return }
    var scan = Scan()
    let bytes = folded.span
    let end = bytes.count
    var at = 0
    while at < end {
      var byte = bytes[at]
      guard IdentifierText.isWordByte(byte) else {
        scan.gap += 1
        if byte == 0 || scan.gap > Self.longestGap {
          scan.count = 0
          if scan.digitCount > 0, number(&scan, folded, upTo: at, found) == .stop { return }
        }
        at += 1
        continue
      }
      let start = at
      var hash = LeakHash()
      var isNumber = true
      repeat {
        hash.append(byte)
        isNumber = isNumber && IdentifierText.isDigit(byte)
        at += 1
        if at == end { break }
        byte = bytes[at]
      } while IdentifierText.isWordByte(byte)
      scan.gap = 0
      let word = hash.value
      scan.push(word, at: start)
      if ends.mayHold(word), look(scan, upTo: at, found) == .stop { return }
      if isNumber {
        scan.add(digits: start..<at)
      } else if scan.digitCount > 0 || IdentifierText.isDigit(bytes[at - 1]) {
        // "x06 5327…" and "…6801x": digits at the edge of a word join the number beside it.
        let head = folded[start..<at].prefix(while: IdentifierText.isDigit).endIndex
        scan.add(digits: start..<head)
        if number(&scan, folded, upTo: head, found) == .stop { return }
        var tail = at
        while IdentifierText.isDigit(bytes[tail - 1]) { tail -= 1 }
        scan.add(digits: tail..<at)
      }
    }
    _ = number(&scan, folded, upTo: end, found)
  }

  private struct Scan {
    /// The hashes of the last words, the newest at `last`.
    var words: InlineArray<8, UInt64> = .init(repeating: 0)
    /// Where they begin.
    var starts: InlineArray<8, Int> = .init(repeating: 0)
    var last = 0
    /// How many of them belong to the stretch at hand.
    var count = 0
    /// Where the first digit of the number at hand stands; between its digits are only gaps.
    var firstDigit = 0
    var digitCount = 0
    var gap = 0

    mutating func push(_ word: UInt64, at start: Int) {
      last = (last + 1) & 7
      words[last] = word
      starts[last] = start
      count += 1
    }

    mutating func add(digits: Range<Int>) {
      if digitCount == 0 { firstDigit = digits.lowerBound }
      digitCount += digits.count
    }
  }

  /// Looks up the phrases that end at the newest word.
  private func look(
    _ scan: Scan,
    upTo end: Int,
    _ found: (LeakSource, Range<Int>) -> Next
  ) -> Next {
    let word = scan.words[scan.last]
    if let source = phrases[word], found(source, scan.starts[scan.last]..<end) == .stop {
      return .stop
    }
    guard scan.count > 1, pairs.mayHold(LeakHash.joined(scan.words[(scan.last - 1) & 7], word))
    else { return .goOn }
    for length in 2...Self.longestPhrase
    where length <= scan.count && phraseLengths & (1 << UInt16(length)) != 0 {
      var hash = scan.words[(scan.last - length + 1) & 7]
      for back in stride(from: length - 2, through: 0, by: -1) {
        hash = LeakHash.joined(hash, scan.words[(scan.last - back) & 7])
      }
      if let source = phrases[hash],
        found(source, scan.starts[(scan.last - length + 1) & 7]..<end) == .stop
      {
        return .stop
      }
    }
    return .goOn
  }

  /// Looks up the windows of the number at hand, and ends it.
  private func number(
    _ scan: inout Scan,
    _ folded: [UInt8],
    upTo end: Int,
    _ found: (LeakSource, Range<Int>) -> Next
  ) -> Next {
    defer { scan.digitCount = 0 }
    guard scan.digitCount >= Self.fewestDigits else { return .goOn }
    let places = (scan.firstDigit..<end).filter { IdentifierText.isDigit(folded[$0]) }
    let digits = places.map { folded[$0] }
    for length in numberLengths where length <= digits.count {
      for start in 0...(digits.count - length) {
        if let source = numbers[LeakHash.of(digits[start..<(start + length)])],
          found(source, places[start]..<(places[start + length - 1] + 1)) == .stop
        {
          return .stop
        }
      }
    }
    return .goOn
  }
}
