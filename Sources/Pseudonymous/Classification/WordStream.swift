import Detection
import Pseudonymisation

/// The words of a sanitized contact, with the symbols that the vocabulary gives them.
///
/// One array a property, one place a word; words are not copied out of the text.
struct WordStream {
  /// Where each message's words begin; one more entry than messages.
  private(set) var messageStart: [Int] = [0]
  /// Who speaks each message.
  private(set) var speakers: [Speaker] = []
  /// Who speaks each message, as one of four bits.
  private(set) var speakerBits: [UInt8] = []
  /// The input's index of each message.
  private(set) var indices: [Int] = []
  /// The message of each word.
  private(set) var message: [Int32] = []
  /// What stands before each word.
  private(set) var boundary: [Boundary] = []
  /// Where each word's symbols begin in `symbols`; one more entry than words.
  private(set) var symbolStart: [Int32] = [0]
  /// The symbols of all words.
  private(set) var symbols: [Vocabulary.Symbol] = []
  /// The value of a whole number below 1,000,000; -1 for other words.
  private(set) var number: [Int32] = []
  /// What a token still tells; `nil` for words of the text.
  private(set) var tokens: [Int: SanitizedContact.Token] = [:]

  /// What stands between a word and the one before.
  enum Boundary: UInt8 {
    /// Nothing but space.
    case none
    /// The end of a clause: a comma, a colon, a bracket.
    case clause
    /// The end of a sentence, or the start of the message.
    case sentence
  }

  /// The count of words.
  var count: Int { message.count }
  /// The count of messages.
  var messages: Int { speakers.count }

  /// The bit of a speaker.
  static func bit(of speaker: Speaker) -> UInt8 {
    switch speaker {
    case .visitor: 1
    case .counsellor: 2
    case .bot: 4
    case .system: 8
    }
  }

  /// The words of a message.
  func words(of message: Int) -> Range<Int> { messageStart[message]..<messageStart[message + 1] }

  /// Tells whether a word has a symbol.
  @inline(__always)
  func has(_ symbol: Vocabulary.Symbol, at word: Int) -> Bool {
    for place in Int(symbolStart[word])..<Int(symbolStart[word + 1])
    where symbols[place] == symbol { return true }
    return false
  }

  /// Reads a contact.
  init(_ contact: SanitizedContact, _ vocabulary: borrowing Vocabulary) {
    message.reserveCapacity(contact.text.count / 5)
    boundary.reserveCapacity(contact.text.count / 5)
    symbolStart.reserveCapacity(contact.text.count / 5)
    number.reserveCapacity(contact.text.count / 5)
    symbols.reserveCapacity(contact.text.count / 3)
    for place in contact.messages.indices {
      let message = contact.messages[place]
      speakers.append(message.speaker)
      speakerBits.append(Self.bit(of: message.speaker))
      indices.append(message.index)
      var before = Boundary.sentence
      for segment in contact.segments[message.segments] {
        switch segment {
        case .text(let range):
          before = append(contact.text, range, place, before, vocabulary)
        case .token(let token):
          tokens[count] = token
          symbols.append(contentsOf: vocabulary.kinds[token.kind.rawValue] ?? [])
          close(place, before, number: -1)
          before = .none
        }
      }
      messageStart.append(count)
    }
  }

  private mutating func close(_ place: Int, _ before: Boundary, number value: Int32) {
    message.append(Int32(truncatingIfNeeded: place))
    boundary.append(before)
    number.append(value)
    symbolStart.append(Int32(truncatingIfNeeded: symbols.count))
  }

  /// Appends the words of a stretch of text; gives back what stands after the last one.
  private mutating func append(
    _ text: [UInt8],
    _ range: Range<Int>,
    _ place: Int,
    _ start: Boundary,
    _ vocabulary: borrowing Vocabulary
  ) -> Boundary {
    var before = start
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let kind = LetterFold.classes[Int(text[at])]
      switch kind {
      case 1...26: at = appendWord(text, at, end, place, &before, vocabulary)
      case LetterFold.Class.lead:
        let next = appendWord(text, at, end, place, &before, vocabulary)
        at = next > at ? next : at + 1
      case LetterFold.Class.digit: at = appendNumber(text, at, end, place, &before, vocabulary)
      case LetterFold.Class.sentenceEnd:
        // Two or more dots are a pause of chat, no end.
        let isPause = text[at] == UInt8(ascii: ".") && at + 1 < end && text[at + 1] == text[at]
        if isPause {
          while at < end, text[at] == UInt8(ascii: ".") { at += 1 }
          before = max(before, .clause)
        } else {
          before = .sentence
          at += 1
        }
      case LetterFold.Class.clauseEnd:
        let isLine = text[at] == UInt8(ascii: "\n")
        before = max(before, isLine ? .sentence : .clause)
        at += 1
      default: at += 1
      }
    }
    return before
  }

  private mutating func appendNumber(
    _ text: [UInt8],
    _ start: Int,
    _ end: Int,
    _ place: Int,
    _ before: inout Boundary,
    _ vocabulary: borrowing Vocabulary
  ) -> Int {
    var at = start
    var value: Int32 = 0
    while at < end, LetterFold.classes[Int(text[at])] == LetterFold.Class.digit {
      if value < 1_000_000 { value = value * 10 + Int32(text[at] - UInt8(ascii: "0")) }
      at += 1
    }
    symbols.append(contentsOf: vocabulary.kinds["NUMBER"] ?? [])
    if let more = vocabulary.values[value] { symbols.append(contentsOf: more) }
    close(place, before, number: min(value, 1_000_000))
    before = .none
    return at
  }

  private mutating func appendWord(
    _ text: [UInt8],
    _ start: Int,
    _ end: Int,
    _ place: Int,
    _ before: inout Boundary,
    _ vocabulary: borrowing Vocabulary
  ) -> Int {
    var walk = Walk()
    var at = start
    reading: while at < end {
      let byte = text[at]
      let kind = LetterFold.classes[Int(byte)]
      switch kind {
      case 1...26:
        walk.step(kind, vocabulary, &symbols)
        at += 1
      case LetterFold.Class.apostrophe:
        // Inside a word it drops: zo'n, foto's.
        guard at + 1 < end, 1...26 ~= LetterFold.classes[Int(text[at + 1])] else { break reading }
        at += 1
      case LetterFold.Class.lead:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC0, at + length <= end else {
          at += 1
          break reading
        }
        if length == 2 {
          let scalar = Int(byte & 0x1F) << 6 | Int(text[at + 1] & 0x3F)
          if scalar < 0xC0 { break reading }
          let (first, second) = LetterFold.letters(of: scalar)
          walk.step(first == 0 ? LetterFold.other : first, vocabulary, &symbols)
          if second != 0 { walk.step(second, vocabulary, &symbols) }
        } else if byte == 0xE2 || length == 4 {
          // General punctuation, symbols and pictures; U+2019 is an apostrophe.
          let isApostrophe = byte == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0x99
          guard isApostrophe, walk.length > 0 else {
            if walk.length == 0 { at += length }
            break reading
          }
        } else {
          walk.step(LetterFold.other, vocabulary, &symbols)
        }
        at += length
      default: break reading
      }
    }
    guard walk.length > 0 else { return at }
    walk.finish(vocabulary, &symbols)
    close(place, before, number: -1)
    before = .none
    return at
  }

  /// One word on its way through the vocabulary.
  private struct Walk {
    var node = Vocabulary.root
    var length = 0
    var last: UInt8 = 0
    var lastButOne: UInt8 = 0
    /// The last twelve letters, the last one lowest, five bits each.
    var tail: UInt64 = 0

    @inline(__always)
    mutating func step(
      _ letter: UInt8,
      _ vocabulary: borrowing Vocabulary,
      _ symbols: inout [Vocabulary.Symbol]
    ) {
      if letter == last, letter == lastButOne { return }
      lastButOne = last
      last = letter
      length += 1
      tail = tail << 5 | UInt64(letter)
      guard node != Vocabulary.dead else { return }
      node = vocabulary.next[Int(node) * Vocabulary.fanOut + Int(letter)]
      let range = vocabulary.prefixes[Int(node)]
      if !range.isEmpty {
        for place in range { symbols.append(vocabulary.pool[Int(place)]) }
      }
    }

    mutating func finish(
      _ vocabulary: borrowing Vocabulary,
      _ symbols: inout [Vocabulary.Symbol]
    ) {
      for place in vocabulary.exact[Int(node)] { symbols.append(vocabulary.pool[Int(place)]) }
      var node = Vocabulary.root
      for step in 0..<min(length, 12) {
        let letter = Int(tail >> (5 * UInt64(step)) & 31)
        node = vocabulary.endings[Int(node) * Vocabulary.fanOut + letter]
        if node == Vocabulary.dead { return }
        for place in vocabulary.suffixes[Int(node)] {
          symbols.append(vocabulary.pool[Int(place)])
        }
      }
    }
  }
}

extension WordStream.Boundary: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
