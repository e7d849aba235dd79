import UnicodeText

/// The words of folded text, as they are found, with the places of those that recognisers ask for.
struct WordTable {
  private(set) var words: [Word] = []
  /// The places in `words` of those that have a digit.
  private(set) var digitWords: [UInt32] = []
  /// The places in `words` of those that have a digit or are a number word other than "een".
  private(set) var numberWords: [UInt32] = []
  /// The places in `words` of those that alone make a recogniser look closer.
  private(set) var triggers: [UInt32] = []
  /// The places in the folded text of each at sign, underscore and number sign.
  private(set) var signs: [UInt32] = []

  /// All that the words can be, joined.
  private(set) var seen: WordClasses = []

  private let vocabulary: Vocabulary
  private let kinds = ByteKind.table

  /// Makes an empty table with room for so many words.
  init(capacity: Int, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words.reserveCapacity(capacity)
  }

  /// Adds the words of a message: walks its bytes by turns of gap and word; the hot kernel.
  ///
  /// - Parameters:
  ///   - bytes: The original where the message is plain ASCII, else the folded text.
  ///   - range: The message's place in `bytes`.
  ///   - shift: What leads from there to its place in the folded text.
  ///   - folded: The folded text.
  ///   - message: The message's number.
  mutating func scan(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    shift: Int,
    folded: Span<UInt8>,
    message: UInt32
  ) {
    // Local, so that reading them is no access to the table that grows.
    let (kindTable, vocabulary) = (self.kinds, self.vocabulary)
    let kinds = kindTable.span
    let end = range.upperBound
    var position = range.lowerBound
    var gap: Gap = .line
    var startsSentence = true
    while position < end {
      var kind = kinds[Int(bytes[position])]
      if !kind.isWord {
        if kind == .space {
          startsSentence = startsSentence || gap.contains(.stop)
          gap.insert(.space)
          position &+= 1
          continue
        }
        guard kind == .high else {
          if kind == .line { startsSentence = true }
          gap.formUnion(kind.gap)
          if kind == .sign || kind == .underscore { signs.append(UInt32(position + shift)) }
          position &+= 1
          continue
        }
        let width = Self.foreignWidth(at: position, in: bytes)
        if width > 0 {
          gap.insert(.other)
          position += width
          continue
        }
      }
      let start = position
      let isUpper = kind == .upper
      var seen: UInt8 = 0
      repeat {
        if kind.isWord {
          seen |= kind.rawValue
          position &+= 1
        } else if kind == .high {
          let width = Self.foreignWidth(at: position, in: bytes)
          if width > 0 { break }
          seen |= ByteKind.high.rawValue
          position -= width
        } else {
          break
        }
        if position >= end { break }
        kind = kinds[Int(bytes[position])]
      } while true
      var shape: WordShape = startsSentence ? [.startsSentence] : []
      if seen & ByteKind.upper.rawValue != 0 { shape.insert(.hasUpper) }
      if seen & ByteKind.letter.rawValue != 0 { shape.insert(.hasLower) }
      if seen & ByteKind.high.rawValue != 0 { shape.insert(.hasForeign) }
      if isUpper { shape.insert(.startsUpper) }
      let place = UInt32(truncatingIfNeeded: words.count)
      if seen & ByteKind.digit.rawValue != 0 {
        shape.insert(.hasDigit)
        digitWords.append(place)
        numberWords.append(place)
      }
      var sense: UInt16 = 0
      let word = start &+ shift..<position &+ shift
      if seen & ~ByteKind.digit.rawValue != 0 {
        shape.insert(.hasLetter)
        sense = vocabulary.lookUp(folded, word)
        if sense != 0 { addKnown(place, sense, shape, before: folded[word.lowerBound - 1]) }
      }
      words.append(
        Word(
          start: UInt32(truncatingIfNeeded: word.lowerBound),
          end: UInt32(truncatingIfNeeded: word.upperBound),
          message: message,
          shape: shape,
          gap: gap,
          sense: sense
        )
      )
      gap = []
      startsSentence = false
    }
  }

  private mutating func addKnown(
    _ place: UInt32,
    _ sense: UInt16,
    _ shape: WordShape,
    before byte: UInt8
  ) {
    let known = vocabulary.senses[Int(sense)]
    seen.formUnion(known.classes)
    // A top-level domain counts only behind a full stop.
    if !known.classes.isDisjoint(with: .trigger)
      || known.classes.contains(.topLevel) && byte == 0x2E
    {
      triggers.append(place)
    }
    if known.classes.contains(.number), known.value != 1, !shape.contains(.hasDigit) {
      numberWords.append(place)
    }
  }

  /// Sets the cases of a word whose folded text does not tell them.
  mutating func setCase(of word: Int, _ cases: WordShape) {
    let old = words[word]
    guard old.shape.contains(.hasLetter) else { return }
    words[word] = Word(
      start: old.start,
      end: old.end,
      message: old.message,
      shape: old.shape.subtracting([.hasLower, .hasUpper, .startsUpper]).union(cases),
      gap: old.gap,
      sense: old.sense
    )
  }

  /// The width of the scalar at an offset: negative when it is a letter.
  private static func foreignWidth(at position: Int, in bytes: Span<UInt8>) -> Int {
    let (scalar, width) = UTF8Scalar.read(bytes, at: position)
    return Normalisation.isLetter(scalar) ? -width : width
  }
}

extension WordShape {
  /// The cases of a stretch of original text: lower, upper, begins with upper.
  init(casesOf text: [UInt8], in range: Range<Int>) {
    self = []
    var isFirst = true
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte < 0x80 {
        position += 1
        if byte &- 0x61 < 26 {
          insert(.hasLower)
        } else if byte &- 0x41 < 26 {
          insert(.hasUpper)
          if isFirst { insert(.startsUpper) }
        }
      } else {
        let (scalar, width) = UTF8Scalar.read(text, at: position)
        position += width
        if Normalisation.isUppercase(scalar) {
          insert(.hasUpper)
          if isFirst { insert(.startsUpper) }
        } else if Normalisation.isLetter(scalar) {
          insert(.hasLower)
        }
      }
      isFirst = false
    }
  }
}
