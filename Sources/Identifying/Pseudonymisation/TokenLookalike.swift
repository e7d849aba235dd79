/// Makes text that already looks like a token harmless, so that nobody can plant one.
///
/// An angle bracket that opens letters and a colon or a closing bracket becomes `‹` (U+2039), of
/// any case and also in its full-width and small forms; other brackets (`<3`, `a < b`) stay.
enum TokenLookalike {
  private static let harmless: [UInt8] = [0xE2, 0x80, 0xB9]

  /// Appends a stretch of text, made harmless.
  static func append(_ text: [UInt8], in range: Range<Int>, to target: inout [UInt8]) {
    var start = range.lowerBound
    var at = start
    while let open = nextBracket(text, in: at..<range.upperBound) {
      let width = text[open] == UInt8(ascii: "<") ? 1 : 3
      at = open + width
      guard opensToken(text, in: at..<range.upperBound) else { continue }
      target.append(contentsOf: text[start..<open])
      target.append(contentsOf: harmless)
      start = at
    }
    target.append(contentsOf: text[start..<range.upperBound])
  }

  /// The next `<`, `＜` (U+FF1C) or `﹤` (U+FE64).
  private static func nextBracket(_ text: [UInt8], in range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte == UInt8(ascii: "<") { return at }
      if byte == 0xEF, at + 2 < range.upperBound {
        if text[at + 1] == 0xBC && text[at + 2] == 0x9C { return at }
        if text[at + 1] == 0xB9 && text[at + 2] == 0xA4 { return at }
      }
      at += 1
    }
    return nil
  }

  /// Whether two or more letters follow and then `:`, `>` or one of their full-width forms.
  private static func opensToken(_ text: [UInt8], in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, isLetter(text[at]) { at += 1 }
    guard at - range.lowerBound >= 2, at < range.upperBound else { return false }
    if text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: ">") { return true }
    return text[at] == 0xEF && at + 2 < range.upperBound && text[at + 1] == 0xBC
      && (text[at + 2] == 0x9A || text[at + 2] == 0x9E)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }
}
