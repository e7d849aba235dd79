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
        var walk = WordTrie.Walk()
        follow(&walk, text, &at, vocabulary)
        return (walk.form(vocabulary), -1)
      case LetterFold.Class.lead:
        var walk = WordTrie.Walk()
        let start = at
        follow(&walk, text, &at, vocabulary)
        if at == start { at += 1 }
        if walk.length > 0 { return (walk.form(vocabulary), -1) }
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

  /// Walks letters up to the end of a word.
  private func follow(
    _ walk: inout WordTrie.Walk,
    _ text: Span<UInt8>,
    _ at: inout Int,
    _ vocabulary: Vocabulary
  ) {
    while at < text.count {
      let byte = text[at]
      let kind = classes[Int(byte)]
      switch kind {
      case 1...26:
        walk.step(kind, vocabulary.words)
        at += 1
      case LetterFold.Class.apostrophe:
        // Inside a word it drops: zo'n, foto's.
        guard at + 1 < text.count, 1...26 ~= classes[Int(text[at + 1])] else { return }
        at += 1
      case LetterFold.Class.lead:
        guard let length = followLong(&walk, text, at, vocabulary) else { return }
        at += length
      default: return
      }
    }
  }

  /// Walks a scalar of several bytes and gives back its length; `nil` where it ends the word.
  private func followLong(
    _ walk: inout WordTrie.Walk,
    _ text: Span<UInt8>,
    _ at: Int,
    _ vocabulary: Vocabulary
  ) -> Int? {
    let byte = text[at]
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard byte >= 0xC0, at + length <= text.count else { return nil }
    if length == 2 {
      let scalar = Int(byte & 0x1F) << 6 | Int(text[at + 1] & 0x3F)
      if scalar < 0xC0 { return nil }
      let (first, second) = LetterFold.letters(of: scalar)
      walk.step(first == 0 ? LetterFold.other : first, vocabulary.words)
      if second != 0 { walk.step(second, vocabulary.words) }
      return length
    }
    guard byte == 0xE2 || length == 4 else {
      walk.step(LetterFold.other, vocabulary.words)
      return length
    }
    // General punctuation, symbols and pictures; U+2019 is an apostrophe.
    let isApostrophe = byte == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0x99
    return isApostrophe && walk.length > 0 ? length : nil
  }
}
