import UnicodeText

/// A number of a text: figures, or one number word.
struct NumberToken: Sendable {
  /// The place in `PreparedConversation.words`.
  let word: Int
  /// The bytes in `PreparedConversation.folded`.
  let range: Range<Int>
  /// The figures in `NumberRuns.digits`.
  let digits: Range<Int>
  /// Whether it is written in words.
  let isSpelt: Bool
  /// What lies between it and the token before in its run.
  let gap: Gap
  /// Whether "en" or "dan" joins it to the token before.
  let isSpoken: Bool
}

/// Numbers that stand together, with at most a few separators between.
struct NumberRun: Sendable {
  /// The message they stand in.
  let message: Int
  /// The tokens in `NumberRuns.tokens`.
  let tokens: Range<Int>
}

/// All numbers of a conversation, chained into runs; each recogniser of numbers reads these.
///
/// A chain holds over one to four of the separators `space . , - / ( ) +`, and over "en", "dan",
/// which mark the token as spoken; not over a line end.
struct NumberRuns: Sendable {
  private(set) var tokens: [NumberToken] = []
  private(set) var runs: [NumberRun] = []
  /// The figures of all tokens, values 0 to 9.
  private(set) var digits: [UInt8] = []

  private let vocabulary: Vocabulary

  /// Finds the runs; linear in the count of words with a number.
  init(_ table: WordTable, in text: [UInt8], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    if table.numberWords.isEmpty { return }
    let words = table.words
    var next = 0
    var consumed = -1
    while next < table.numberWords.count {
      var index = Int(table.numberWords[next])
      next += 1
      if index <= consumed { continue }
      let first = tokens.count
      // "een" begins no run of its own, but may begin this one.
      if index - 1 > consumed, index > 0, words[index - 1].message == words[index].message,
        vocabulary.senses[Int(words[index - 1].sense)].value == 1,
        vocabulary.senses[Int(words[index - 1].sense)].classes.contains(.number),
        joins(words[index - 1], words[index], in: text)
      {
        _ = add(
          index - 1,
          words,
          text,
          times: 1,
          gap: words[index - 1].gap,
          isSpoken: false
        )
      }
      var times = 1
      var gap = words[index].gap
      var isSpoken = false
      while add(index, words, text, times: times, gap: gap, isSpoken: isSpoken) {
        consumed = index
        times = 1
        var ahead = index + 1
        guard ahead < words.count, words[ahead].message == words[index].message,
          joins(words[index], words[ahead], in: text)
        else { break }
        gap = words[ahead].gap
        // "nul zes en dan twaalf": what joins spoken numbers.
        isSpoken = false
        while ahead - index <= 2, isConnector(words[ahead], text), ahead + 1 < words.count,
          words[ahead + 1].message == words[index].message, words[ahead + 1].gap == .space
        {
          ahead += 1
          isSpoken = true
        }
        let sense = vocabulary.senses[Int(words[ahead].sense)]
        if sense.classes.contains(.repeated) {
          times = 2
          ahead += 1
          guard ahead < words.count, words[ahead].message == words[index].message else { break }
        }
        index = ahead
      }
      if tokens.count > first {
        runs.append(NumberRun(message: Int(words[index].message), tokens: first..<tokens.count))
      }
    }
  }

  /// The figures of some neighbouring tokens.
  func figures(_ tokens: Range<Int>) -> ArraySlice<UInt8> {
    digits[
      self.tokens[tokens.lowerBound].digits
        .lowerBound..<self.tokens[
          tokens.upperBound - 1
        ].digits.upperBound
    ]
  }

  /// The bytes that some neighbouring tokens take, from the first to the last.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[
        tokens.upperBound - 1
      ].range.upperBound
  }

  private mutating func add(
    _ index: Int,
    _ words: [Word],
    _ text: [UInt8],
    times: Int,
    gap: Gap,
    isSpoken: Bool
  ) -> Bool {
    let word = words[index]
    let start = digits.count
    var isSpelt = false
    if word.shape.isNumber {
      for byte in text[word.range] { digits.append(byte &- 0x30) }
    } else if word.shape.contains(.hasDigit) {
      if !addDisguised(word, text) { return false }
    } else {
      let sense = vocabulary.senses[Int(word.sense)]
      guard sense.classes.contains(.number), let value = sense.value else { return false }
      isSpelt = true
      if value >= 10 { digits.append(UInt8(value / 10)) }
      digits.append(UInt8(value % 10))
    }
    if times == 2 { digits.append(contentsOf: digits[start...]) }
    tokens.append(
      NumberToken(
        word: index,
        range: word.range,
        digits: start..<digits.count,
        isSpelt: isSpelt,
        gap: gap,
        isSpoken: isSpoken
      )
    )
    return true
  }

  /// Figures with letters in their place: "o6", "O612l45678".
  private mutating func addDisguised(_ word: Word, _ text: [UInt8]) -> Bool {
    let start = digits.count
    var letters = 0
    for byte in text[word.range] {
      switch byte {
      case 0x30...0x39: digits.append(byte &- 0x30)
      case UInt8(ascii: "o"):
        digits.append(0)
        letters += 1
      case UInt8(ascii: "l"), UInt8(ascii: "i"):
        digits.append(1)
        letters += 1
      default:
        digits.removeSubrange(start...)
        return false
      }
    }
    let count = digits.count - start
    let isPhone = text[Int(word.start)] == UInt8(ascii: "o") && count >= 2 && digits[start + 1] == 6
    if isPhone || (count >= 6 && letters * 3 <= count) { return true }
    digits.removeSubrange(start...)
    return false
  }

  private func isConnector(_ word: Word, _ text: [UInt8]) -> Bool {
    text[word.range].elementsEqual("en".utf8) || text[word.range].elementsEqual("dan".utf8)
  }

  private func joins(_ first: Word, _ second: Word, in text: [UInt8]) -> Bool {
    let gap = Int(first.end)..<Int(second.start)
    guard gap.count > 0, gap.count <= 4 else { return gap.isEmpty }
    for byte in text[gap] {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"),
        UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), 9:
        continue
      default: return false
      }
    }
    return true
  }
}
