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
    if isEmpty { return }
    var scan = Scan()
    var at = 0
    while at < folded.count {
      let byte = folded[at]
      guard IdentifierText.isWordByte(byte) else {
        scan.gap += 1
        if byte == 0 || scan.gap > Self.longestGap {
          scan.count = 0
          if !scan.digits.isEmpty { endNumber(&scan, &tally) }
        }
        at += 1
        continue
      }
      let start = at
      var hash = Self.seed
      var isNumber = true
      while at < folded.count, IdentifierText.isWordByte(folded[at]) {
        let byte = folded[at]
        hash = Self.step(hash, byte)
        isNumber = isNumber && IdentifierText.isDigit(byte)
        at += 1
      }
      scan.gap = 0
      scan.push(hash)
      let sign = sieve[Self.place(hash)]
      if sign != 0 { look(sign, &scan, &tally) }
      if isNumber {
        scan.digits.append(contentsOf: folded[start..<at])
      } else {
        // "x06 5327…" and "…6801x": digits at the edge of a word join the number beside it.
        let word = folded[start..<at]
        guard !scan.digits.isEmpty || word.last.map(IdentifierText.isDigit) == true else {
          continue
        }
        scan.digits.append(contentsOf: word.prefix(while: IdentifierText.isDigit))
        endNumber(&scan, &tally)
        let tail = word.lastIndex { !IdentifierText.isDigit($0) }.map { $0 + 1 } ?? start
        scan.digits.append(contentsOf: folded[tail..<at])
      }
    }
    endNumber(&scan, &tally)
  }

  private struct Scan {
    /// The hashes of the last words, the newest at `last`.
    var words: InlineArray<8, UInt64> = .init(repeating: 0)
    var last = 0
    /// How many of them belong to the stretch at hand.
    var count = 0
    var digits: [UInt8] = []
    var gap = 0

    mutating func push(_ word: UInt64) {
      last = (last + 1) & 7
      words[last] = word
      count += 1
    }
  }

  /// Looks up the phrases that end at the newest word.
  private func look(_ sign: UInt8, _ scan: inout Scan, _ tally: inout LeakTally) {
    if sign & Self.isWhole != 0, let source = phrases[scan.words[scan.last]] { tally.add(source) }
    guard sign & Self.endsPhrase != 0 else { return }
    for length in 2...Self.longestPhrase
    where length <= scan.count && phraseLengths & (1 << UInt16(length)) != 0 {
      var hash = scan.words[(scan.last - length + 1) & 7]
      for back in stride(from: length - 2, through: 0, by: -1) {
        hash = Self.joined(hash, scan.words[(scan.last - back) & 7])
      }
      if let source = phrases[hash] { tally.add(source) }
    }
  }

  private func endNumber(_ scan: inout Scan, _ tally: inout LeakTally) {
    defer { scan.digits.removeAll(keepingCapacity: true) }
    guard scan.digits.count >= Self.fewestDigits else { return }
    for length in numberLengths where length <= scan.digits.count {
      for start in 0...(scan.digits.count - length) {
        if let source = numbers[Self.hash(scan.digits[start..<(start + length)])] {
          tally.add(source)
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

  private static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xD134_2543_DE82_EF95
    return product ^ product >> 29
  }
}
