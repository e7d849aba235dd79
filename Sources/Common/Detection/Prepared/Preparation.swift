import UnicodeText

/// The making of a `PreparedConversation`, message by message.
struct Preparation {
  private(set) var text: FoldedText
  private(set) var messages: [PreparedConversation.Message] = []
  private(set) var words: [Word] = []
  private(set) var digitWords: [UInt32] = []
  private(set) var numberWords: [UInt32] = []
  private(set) var triggers: [UInt32] = []
  private(set) var signs: [UInt32] = []

  private let conversation: Conversation
  private let vocabulary: Vocabulary
  private var isPlainPart = true

  init(_ conversation: Conversation, vocabulary: Vocabulary) {
    self.conversation = conversation
    self.vocabulary = vocabulary
    text = FoldedText(capacity: conversation.text.count)
    messages.reserveCapacity(conversation.messages.count)
    words.reserveCapacity(conversation.text.count / 4)
  }

  /// Folds one message and adds its words.
  mutating func append(message index: Int) {
    let message = conversation.messages[index]
    let part = text.append(conversation.text, in: message.bytes)
    let first = words.count
    isPlainPart = part.isPlain
    if part.isPlain {
      // Byte for byte the same places: the original tells the case in passing.
      findWords(
        in: conversation.text,
        message.bytes,
        shift: part.range.lowerBound - message.bytes.lowerBound,
        message: UInt32(index)
      )
    } else {
      findWords(in: text.bytes, part.range, shift: 0, message: UInt32(index))
    }
    messages.append(
      PreparedConversation.Message(
        range: part.range,
        words: first..<words.count,
        speaker: message.speaker
      )
    )
  }

  /// Walks bytes by turns of gap and word; `shift` leads from their places to folded ones.
  private mutating func findWords(
    in bytes: [UInt8],
    _ range: Range<Int>,
    shift: Int,
    message: UInt32
  ) {
    let kinds = ByteKind.table
    let end = range.upperBound
    var position = range.lowerBound
    var gap: Gap = .line
    var startsSentence = true
    while position < end {
      var kind = kinds[Int(bytes[position])]
      if !kind.isWord {
        guard kind == .high else {
          let mark = kind.gap
          if mark == .space && gap.contains(.stop) || mark == .line { startsSentence = true }
          gap.formUnion(mark)
          if kind == .sign || kind == .underscore { signs.append(UInt32(position + shift)) }
          position += 1
          continue
        }
        let width = foreignWidth(at: position, in: bytes)
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
        kind = kinds[Int(bytes[position])]
        if kind.isWord {
          seen |= kind.rawValue
          position += 1
        } else if kind == .high {
          let width = foreignWidth(at: position, in: bytes)
          if width > 0 { break }
          seen |= ByteKind.high.rawValue
          position -= width
        } else {
          break
        }
      } while position < end
      var shape: WordShape = startsSentence ? [.startsSentence] : []
      if seen & ByteKind.upper.rawValue != 0 { shape.insert(.hasUpper) }
      if seen & ByteKind.letter.rawValue != 0 { shape.insert(.hasLower) }
      if isUpper { shape.insert(.startsUpper) }
      add(start + shift..<position + shift, seen, shape, gap, message)
      gap = []
      startsSentence = false
    }
  }

  private mutating func add(
    _ range: Range<Int>,
    _ seen: UInt8,
    _ cased: WordShape,
    _ gap: Gap,
    _ message: UInt32
  ) {
    var shape = cased
    let place = UInt32(words.count)
    var sense: UInt16 = 0
    if seen & ByteKind.digit.rawValue != 0 {
      shape.insert(.hasDigit)
      digitWords.append(place)
      numberWords.append(place)
    }
    if seen & ~ByteKind.digit.rawValue != 0 {
      shape.insert(.hasLetter)
      if seen & ByteKind.high.rawValue != 0 {
        // Only folded text has such words: ask the original for the case.
        shape.insert(.hasForeign)
      }
      if !isPlainPart {
        shape.subtract([.hasLower, .hasUpper, .startsUpper])
        addCase(of: text.map.original(range), to: &shape)
      }
      sense = vocabulary.lookUp(text.bytes, range)
      if sense != 0 { addKnown(place, sense, range, shape) }
    }
    words.append(
      Word(
        start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound),
        message: message,
        shape: shape,
        gap: gap,
        sense: sense
      )
    )
  }

  private mutating func addKnown(
    _ place: UInt32,
    _ sense: UInt16,
    _ range: Range<Int>,
    _ shape: WordShape
  ) {
    let known = vocabulary.senses[Int(sense)]
    // A top-level domain counts only behind a full stop.
    if !known.classes.isDisjoint(with: .trigger)
      || known.classes.contains(.topLevel) && text.bytes[range.lowerBound - 1] == 0x2E
    {
      triggers.append(place)
    }
    if known.classes.contains(.number), known.value != 1, !shape.contains(.hasDigit) {
      numberWords.append(place)
    }
  }

  private func addCase(of original: Range<Int>, to shape: inout WordShape) {
    var isFirst = true
    var position = original.lowerBound
    while position < original.upperBound {
      let byte = conversation.text[position]
      if byte < 0x80 {
        position += 1
        if byte &- 0x61 < 26 {
          shape.insert(.hasLower)
        } else if byte &- 0x41 < 26 {
          shape.insert(.hasUpper)
          if isFirst { shape.insert(.startsUpper) }
        }
      } else {
        let (scalar, width) = UTF8Scalar.read(conversation.text, at: position)
        position += width
        if Normalisation.isUppercase(scalar) {
          shape.insert(.hasUpper)
          if isFirst { shape.insert(.startsUpper) }
        } else if Normalisation.isLetter(scalar) {
          shape.insert(.hasLower)
        }
      }
      isFirst = false
    }
  }

  /// The width of the scalar at an offset: negative when it is a letter.
  private func foreignWidth(at position: Int, in bytes: [UInt8]) -> Int {
    let (scalar, width) = UTF8Scalar.read(bytes, at: position)
    return Normalisation.isLetter(scalar) ? -width : width
  }
}

/// What a byte of folded text is.
struct ByteKind: Equatable {
  let rawValue: UInt8

  static let letter = ByteKind(rawValue: 1)
  static let digit = ByteKind(rawValue: 2)
  static let high = ByteKind(rawValue: 4)
  static let space = ByteKind(rawValue: 8)
  static let line = ByteKind(rawValue: 9 << 3)
  static let stop = ByteKind(rawValue: 2 << 3)
  static let comma = ByteKind(rawValue: 3 << 3)
  static let dash = ByteKind(rawValue: 4 << 3)
  static let apostrophe = ByteKind(rawValue: 5 << 3)
  static let joint = ByteKind(rawValue: 6 << 3)
  static let sign = ByteKind(rawValue: 7 << 3)
  static let other = ByteKind(rawValue: 8 << 3)
  static let underscore = ByteKind(rawValue: 10 << 3)
  static let upper = ByteKind(rawValue: 0x80)

  /// Whether the byte is an ASCII letter or digit.
  var isWord: Bool { rawValue & 0x83 != 0 }

  /// What the byte adds to a gap.
  var gap: Gap {
    switch self {
    case .space: .space
    case .line: .line
    case .stop: .stop
    case .comma: .comma
    case .dash: .dash
    case .apostrophe: .apostrophe
    case .joint, .underscore: .joint
    default: .other
    }
  }

  static let table: [ByteKind] = (0...255).map { (byte: Int) -> ByteKind in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x80...0xFF: .high
    case UInt8(ascii: " "), 9: .space
    case 10, 11, 12, 13: .line
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "/"): .joint
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "@"), UInt8(ascii: "#"): .sign
    default: .other
    }
  }
}
