/// A code of letters and figures with what joins them.
struct CodeChunk {
  /// The bytes in `PreparedConversation.folded`.
  let range: Range<Int>
  /// The count of figures.
  let figures: Int
  /// The count of letters.
  let letters: Int

  /// Grows a code from a word that has a figure; nil when it is longer than any code (64).
  ///
  /// - Parameters:
  ///   - word: A place in `PreparedConversation.words`.
  ///   - keyword: The word that names the code, which it must not take in.
  ///   - text: The conversation.
  init?(around word: Int, keyword: Int?, _ text: PreparedConversation) {
    var first = word
    var last = word
    while last - first < 12, let before = text.word(before: first), before > keyword ?? -1,
      Self.joins(before, first, text) || Self.goesOn(before, first, isLeft: true, text)
    {
      first = before
    }
    while last - first < 12, let next = text.word(after: last),
      Self.joins(last, next, text) || Self.goesOn(last, next, isLeft: false, text)
    {
      last = next
    }
    range = Int(text.words[first].start)..<Int(text.words[last].end)
    guard range.count <= 64 else { return nil }
    var (figures, letters) = (0, 0)
    for byte in text.folded[range] {
      if byte &- 0x30 < 10 { figures += 1 } else if byte &- 0x61 < 26 { letters += 1 }
    }
    self.figures = figures
    self.letters = letters
  }

  /// Says whether the code is a public telephone number.
  func isPublicNumber(_ text: PreparedConversation) -> Bool {
    letters == 0
      && PublicNumbers.contains(
        text.folded[range].filter { $0 &- 0x30 < 10 }.map { $0 - 0x30 }[...]
      )
  }

  /// Joined without a space by a dash, slash, full stop, underscore or colon.
  private static func joins(_ first: Int, _ second: Int, _ text: PreparedConversation) -> Bool {
    let gap = text.folded[Int(text.words[first].end)..<Int(text.words[second].start)]
    return gap.count == 1 && ".-/_:".utf8.contains(gap[gap.startIndex])
      && (gap[gap.startIndex] != UInt8(ascii: ":") || text.words[second].shape.contains(.hasDigit))
  }

  /// Joined by a space, or a slash or dash in spaces, and both sides look like parts of a code.
  private static func goesOn(
    _ first: Int,
    _ second: Int,
    isLeft: Bool,
    _ text: PreparedConversation
  ) -> Bool {
    let gap = text.words[second].gap
    guard gap == .space || gap == [.space, .joint] || gap == [.space, .dash],
      text.words[second].start - text.words[first].end <= 3
    else { return false }
    let added = text.words[isLeft ? first : second]
    let shape = added.shape
    if !text.sense(isLeft ? first : second).classes.isDisjoint(with: [.document, .bsn, .account]) {
      return false
    }
    if shape.contains(.hasDigit) {
      return shape.isNumber && added.count <= 12 && !isCounted(second, text)
        || shape.isAllUpper
    }
    return shape.isAllUpper && added.count <= 4
  }

  private static func isCounted(_ word: Int, _ text: PreparedConversation) -> Bool {
    !text.classes(text.word(after: word)).isDisjoint(with: [.unit, .year, .period, .month])
  }
}
