extension PreparedConversation {
  /// Returns all that the words before one in its message can be.
  ///
  /// - Parameters:
  ///   - word: A place in `words`.
  ///   - count: How many words to look back.
  /// - Returns: The classes, joined.
  func classes(before word: Int, within count: Int) -> WordClasses {
    var classes: WordClasses = []
    let first = messages[Int(words[word].message)].words.lowerBound
    var index = word - 1
    while index >= first, word - index <= count {
      classes.formUnion(sense(index).classes)
      index -= 1
    }
    return classes
  }

  /// Returns all that the words after one in its message can be.
  ///
  /// - Parameters:
  ///   - word: A place in `words`.
  ///   - count: How many words to look ahead.
  /// - Returns: The classes, joined.
  func classes(after word: Int, within count: Int) -> WordClasses {
    var classes: WordClasses = []
    let end = messages[Int(words[word].message)].words.upperBound
    var index = word + 1
    while index < end, index - word <= count {
      classes.formUnion(sense(index).classes)
      index += 1
    }
    return classes
  }

  /// Returns all that the first words of the message before can be: what was asked.
  ///
  /// - Parameter message: A place in `messages`; at most the last 24 words before it are read.
  /// - Returns: The classes, joined.
  func classes(askedBefore message: Int) -> WordClasses {
    guard message > 0 else { return [] }
    var classes: WordClasses = []
    for index in messages[message - 1].words.suffix(24) { classes.formUnion(sense(index).classes) }
    return classes
  }

  /// Returns the classes of a word, or none.
  func classes(_ word: Int?) -> WordClasses { word.map { sense($0).classes } ?? [] }

  /// Whether a word is a year from 1900 to 2099 in figures.
  func isYear(_ word: Int) -> Bool {
    guard words[word].shape.isNumber, words[word].count == 4 else { return false }
    let century = folded[words[word].range].prefix(2)
    return century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8)
  }

  /// Returns what lies behind a word: the gap of the next one, or a line end.
  func gap(after word: Int) -> Gap { self.word(after: word).map { words[$0].gap } ?? .line }

  /// Says whether a byte is an ASCII letter or digit, or part of a sign outside ASCII.
  func isContent(_ offset: Int) -> Bool {
    let byte = folded[offset]
    return byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte >= 0x80
  }
}
