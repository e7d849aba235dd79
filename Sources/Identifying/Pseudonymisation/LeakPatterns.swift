import UnicodeText

/// Values to look for, as hashes of their words and digits.
///
/// Text is read once: each run of words is looked up under the lengths that occur, each long run of
/// digits under its windows. A hash has 64 bits, so a wrong hit among a million values and a
/// hundred million words has a chance of 5e-6; no value is kept.
struct LeakPatterns {
  /// Values by the hash of their words.
  private var phrases: [UInt64: LeakSource] = [:]
  /// Values by the hash of their digits.
  private var numbers: [UInt64: LeakSource] = [:]
  /// Which phrase lengths occur; bit n for n words.
  private var phraseLengths: UInt16 = 0
  /// The counts of digits that occur, ascending.
  private var numberLengths: [Int] = []
  /// A first look at a word's hash, so that most words cost one load.
  private var first = [UInt64](repeating: 0, count: Self.firstBits / 64)

  private static let firstBits = 1 << 20
  /// The longest phrase that is looked for whole; of a longer one the first words are.
  static let longestPhrase = 6
  /// The fewest digits that are told apart from a bare number.
  static let fewestDigits = 7
  /// The most signs between two words of a phrase, or two groups of a number.
  private static let longestGap = 3

  var isEmpty: Bool { phrases.isEmpty && numbers.isEmpty }
  var count: Int { phrases.count + numbers.count }

  // MARK: Adding

  mutating func add(words: [ArraySlice<UInt8>], _ source: LeakSource) {
    let words = words.prefix(Self.longestPhrase)
    guard let start = words.first else { return }
    let head = Self.hash(start)
    var hash = head
    for word in words.dropFirst() { hash = Self.joined(hash, Self.hash(word)) }
    insert(phrase: hash, head: head, count: words.count, source)
  }

  mutating func add(digits: ArraySlice<UInt8>, _ source: LeakSource) {
    guard digits.count >= Self.fewestDigits else { return }
    if numbers.updateValue(source, forKey: Self.hash(digits)) == nil,
      !numberLengths.contains(digits.count)
    {
      numberLengths.append(digits.count)
      numberLengths.sort()
    }
  }

  private mutating func insert(phrase: UInt64, head: UInt64, count: Int, _ source: LeakSource) {
    // The same value of two kinds counts as the lower kind, whatever the order of adding.
    if let known = phrases[phrase], known.rawValue <= source.rawValue { return }
    phrases[phrase] = source
    phraseLengths |= 1 << UInt16(count)
    let bit = Int(truncatingIfNeeded: head) & (Self.firstBits - 1)
    first[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Adds another set of values.
  mutating func formUnion(_ other: LeakPatterns) {
    for (hash, source) in other.phrases {
      if let known = phrases[hash], known.rawValue <= source.rawValue { continue }
      phrases[hash] = source
    }
    for (hash, source) in other.numbers {
      if let known = numbers[hash], known.rawValue <= source.rawValue { continue }
      numbers[hash] = source
    }
    phraseLengths |= other.phraseLengths
    numberLengths = Set(numberLengths + other.numberLengths).sorted()
    for place in first.indices { first[place] |= other.first[place] }
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
          scan.starts.removeAll(keepingCapacity: true)
          endNumber(&scan, &tally)
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
      take(word: hash, &scan, &tally)
      if isNumber {
        scan.digits.append(contentsOf: folded[start..<at])
      } else {
        // "x06 5327…" and "…6801x": digits at the edge of a word join the number beside it.
        let word = folded[start..<at]
        scan.digits.append(contentsOf: word.prefix(while: IdentifierText.isDigit))
        endNumber(&scan, &tally)
        let tail = word.lastIndex { !IdentifierText.isDigit($0) }.map { $0 + 1 } ?? start
        scan.digits.append(contentsOf: folded[tail..<at])
      }
    }
    endNumber(&scan, &tally)
  }

  private struct Scan {
    /// Phrases that began at one of the last words, by their hash so far.
    var starts: [(hash: UInt64, count: Int)] = []
    var digits: [UInt8] = []
    var gap = 0
  }

  private func take(word: UInt64, _ scan: inout Scan, _ tally: inout LeakTally) {
    var kept = 0
    for place in scan.starts.indices {
      let start = (
        hash: Self.joined(scan.starts[place].hash, word), count: scan.starts[place].count + 1
      )
      if phraseLengths & (1 << UInt16(start.count)) != 0, let source = phrases[start.hash] {
        tally.add(source)
      }
      if start.count < Self.longestPhrase {
        scan.starts[kept] = start
        kept += 1
      }
    }
    scan.starts.removeLast(scan.starts.count - kept)
    let bit = Int(truncatingIfNeeded: word) & (Self.firstBits - 1)
    guard first[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return }
    if phraseLengths & 2 != 0, let source = phrases[word] { tally.add(source) }
    scan.starts.append((hash: word, count: 1))
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

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(seed, step)
  }

  private static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xD134_2543_DE82_EF95
    return product ^ product >> 29
  }
}
