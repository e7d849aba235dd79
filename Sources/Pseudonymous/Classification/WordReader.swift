/// Reads words out of UTF-8 text: folds their letters and walks them through the vocabulary.
struct WordReader {
  /// What stands before the next word.
  var boundary = WordStream.Boundary.sentence
  private let classes: [UInt8]

  /// Makes a reader; `classes` are those of `LetterFold`.
  init(_ classes: [UInt8]) { self.classes = classes }

  /// Reads the next word.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - at: Where to go on; moved behind the word.
  ///   - vocabulary: Gives the form.
  /// - Returns: Its form, and the value of a whole number or -1; `nil` at the end.
  mutating func next(
    in text: Span<UInt8>,
    _ at: inout Int,
    _ vocabulary: Vocabulary
  ) -> (form: WordForms.Form, value: Int32)? {
    while at < text.count {
      switch classes[Int(text[at])] {
      case 1...26:
        return (word(text, &at, vocabulary) ?? WordForms.unknown, -1)
      case LetterFold.Class.lead:
        let start = at
        let form = word(text, &at, vocabulary)
        if at == start { at += 1 }
        if let form { return (form, -1) }
      case LetterFold.Class.digit:
        let value = number(text, &at)
        return (vocabulary.form(ofNumber: value), min(value, 1_000_000))
      case LetterFold.Class.sentenceEnd: endSentence(text, &at)
      case LetterFold.Class.clauseEnd:
        let isLine = text[at] == UInt8(ascii: "\n")
        boundary = max(boundary, isLine ? .sentence : .clause)
        at += 1
      default: at += 1
      }
    }
    return nil
  }

  private mutating func endSentence(_ text: Span<UInt8>, _ at: inout Int) {
    // Two or more dots are a pause of chat, no end.
    let isPause =
      text[at] == UInt8(ascii: ".") && at + 1 < text.count && text[at + 1] == text[at]
    guard isPause else {
      boundary = .sentence
      at += 1
      return
    }
    while at < text.count, text[at] == UInt8(ascii: ".") { at += 1 }
    boundary = max(boundary, .clause)
  }

  private func number(_ text: Span<UInt8>, _ at: inout Int) -> Int32 {
    var value: Int32 = 0
    while at < text.count, classes[Int(text[at])] == LetterFold.Class.digit {
      if value < 1_000_000 { value = value * 10 + Int32(text[at] - UInt8(ascii: "0")) }
      at += 1
    }
    return value
  }

  /// Reads a word up to its end and gives back its form; `nil` where it has no letter.
  @inline(__always)
  private func word(
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ vocabulary: Vocabulary
  ) -> WordForms.Form? {
    let start = at
    var key = ShortWords.Key()
    follow(&key, text, &at)
    guard key.length > 0 else { return nil }
    if key.length <= ShortWords.Key.most, let form = vocabulary.short.form(of: key) {
      return form
    }
    var walk = WordTrie.Walk(vocabulary)
    at = start
    follow(&walk, text, &at)
    return walk.form
  }

  /// Takes letters up to the end of a word.
  @inline(__always)
  private func follow(_ sink: inout some LetterSink, _ text: Span<UInt8>, _ at: inout Int) {
    while at < text.count {
      let kind = classes[Int(text[at])]
      switch kind {
      case 1...26:
        sink.step(kind)
        at += 1
      case LetterFold.Class.apostrophe:
        // Inside a word it drops: zo'n, foto's.
        guard at + 1 < text.count, 1...26 ~= classes[Int(text[at + 1])] else { return }
        at += 1
      case LetterFold.Class.lead:
        guard let length = followLong(&sink, text, at) else { return }
        at += length
      default: return
      }
    }
  }

  /// Takes a scalar of several bytes and gives back its length; `nil` where it ends the word.
  private func followLong(
    _ sink: inout some LetterSink,
    _ text: Span<UInt8>,
    _ at: Int
  ) -> Int? {
    let byte = text[at]
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard byte >= 0xC0, at + length <= text.count else { return nil }
    if length == 2 {
      let scalar = Int(byte & 0x1F) << 6 | Int(text[at + 1] & 0x3F)
      if scalar < 0xC0 { return nil }
      let (first, second) = LetterFold.letters(of: scalar)
      sink.step(first == 0 ? LetterFold.other : first)
      if second != 0 { sink.step(second) }
      return length
    }
    guard byte == 0xE2 || length == 4 else {
      sink.step(LetterFold.other)
      return length
    }
    // General punctuation, symbols and pictures; U+2019 is an apostrophe.
    let isApostrophe = byte == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0x99
    return isApostrophe && sink.length > 0 ? length : nil
  }
}
