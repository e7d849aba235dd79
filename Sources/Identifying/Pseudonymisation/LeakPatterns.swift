import UnicodeText

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
  /// A first look at a word's hash: is it a whole value, does it end a phrase? Most words are
  /// neither and cost one load.
  private var sieve = [UInt8](repeating: 0, count: Self.sieveSize)

  private static let sieveSize = 1 << 20
  private static let isWhole: UInt8 = 1
  private static let endsPhrase: UInt8 = 2
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
    guard let start = words.first, let end = words.last else { return }
    var hash = Self.hash(start)
    for word in words.dropFirst() { hash = Self.joined(hash, Self.hash(word)) }
    guard phrases.insert(hash, source) else { return }
    phraseLengths |= 1 << UInt16(words.count)
    sieve[Self.place(Self.hash(end))] |= words.count == 1 ? Self.isWhole : Self.endsPhrase
  }

  mutating func add(digits: ArraySlice<UInt8>, _ source: LeakSource) {
    guard digits.count >= Self.fewestDigits else { return }
    guard numbers.insert(Self.hash(digits), source), !numberLengths.contains(digits.count) else {
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
    for place in sieve.indices { sieve[place] |= other.sieve[place] }
  }

  // MARK: Searching

  /// Counts the values in folded text; a NUL ends a stretch.
  func search(_ folded: [UInt8], into tally: inout LeakTally) {
    search(folded) { source, _ in tally.add(source) }
  }

  /// Gives each value in folded text with its place; a NUL ends a stretch.
  func search(_ folded: [UInt8], _ found: (LeakSource, Range<Int>) -> Void) {
    if isEmpty { return }
    var scan = Scan()
    let bytes = folded.span
    let end = bytes.count
    var at = 0
    while at < end {
      let byte = bytes[at]
      guard IdentifierText.isWordByte(byte) else {
        scan.gap += 1
        if byte == 0 || scan.gap > Self.longestGap {
          scan.count = 0
          if !scan.digits.isEmpty { endNumber(&scan, found) }
        }
        at += 1
        continue
      }
      let start = at
      var hash = Self.seed
      var isNumber = true
      var next = byte
      repeat {
        hash = Self.step(hash, next)
        isNumber = isNumber && IdentifierText.isDigit(next)
        at += 1
        if at == end { break }
        next = bytes[at]
      } while IdentifierText.isWordByte(next)
      scan.gap = 0
      scan.push(hash, at: start)
      let sign = sieve[Self.place(hash)]
      if sign != 0 { look(sign, scan, upTo: at, found) }
      if isNumber {
        scan.add(folded, start..<at)
      } else if !scan.digits.isEmpty || IdentifierText.isDigit(bytes[at - 1]) {
        // "x06 5327…" and "…6801x": digits at the edge of a word join the number beside it.
        let word = folded[start..<at]
        scan.add(folded, start..<word.prefix(while: IdentifierText.isDigit).endIndex)
        endNumber(&scan, found)
        let tail = word.lastIndex { !IdentifierText.isDigit($0) }.map { $0 + 1 } ?? start
        scan.add(folded, tail..<at)
      }
    }
    endNumber(&scan, found)
  }

  private struct Scan {
    /// The hashes of the last words, the newest at `last`.
    var words: InlineArray<8, UInt64> = .init(repeating: 0)
    /// Where they begin.
    var starts: InlineArray<8, Int> = .init(repeating: 0)
    var last = 0
    /// How many of them belong to the stretch at hand.
    var count = 0
    var digits: [UInt8] = []
    /// Where each digit stands.
    var places: [Int] = []
    var gap = 0

    mutating func push(_ word: UInt64, at start: Int) {
      last = (last + 1) & 7
      words[last] = word
      starts[last] = start
      count += 1
    }

    mutating func add(_ folded: [UInt8], _ range: Range<Int>) {
      digits.append(contentsOf: folded[range])
      places.append(contentsOf: range)
    }
  }

  /// Looks up the phrases that end at the newest word.
  private func look(
    _ sign: UInt8,
    _ scan: Scan,
    upTo end: Int,
    _ found: (LeakSource, Range<Int>) -> Void
  ) {
    if sign & Self.isWhole != 0, let source = phrases[scan.words[scan.last]] {
      found(source, scan.starts[scan.last]..<end)
    }
    guard sign & Self.endsPhrase != 0 else { return }
    for length in 2...Self.longestPhrase
    where length <= scan.count && phraseLengths & (1 << UInt16(length)) != 0 {
      var hash = scan.words[(scan.last - length + 1) & 7]
      for back in stride(from: length - 2, through: 0, by: -1) {
        hash = Self.joined(hash, scan.words[(scan.last - back) & 7])
      }
      if let source = phrases[hash] {
        found(source, scan.starts[(scan.last - length + 1) & 7]..<end)
      }
    }
  }

  private func endNumber(_ scan: inout Scan, _ found: (LeakSource, Range<Int>) -> Void) {
    defer {
      scan.digits.removeAll(keepingCapacity: true)
      scan.places.removeAll(keepingCapacity: true)
    }
    guard scan.digits.count >= Self.fewestDigits else { return }
    for length in numberLengths where length <= scan.digits.count {
      for start in 0...(scan.digits.count - length) {
        if let source = numbers[Self.hash(scan.digits[start..<(start + length)])] {
          found(source, scan.places[start]..<(scan.places[start + length - 1] + 1))
        }
      }
    }
  }

  // MARK: Hashing

  /// FNV-1a's offset basis and a multiplier with well mixed bits (Steele and Vigna, 2021); the high
  /// half is folded back, so that the low bits depend on every byte.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0xD134_2543_DE82_EF95
    return product ^ product >> 32
  }

  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (sieveSize - 1)
  }

  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(seed, step)
  }

  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xD134_2543_DE82_EF95
    return product ^ product >> 29
  }
}
