/// A stretch of letters and figures that may be a registration, with its form.
struct PlateCandidate {
  /// Letters and figures by group, as `PlateForm` packs "L2-D3-L1".
  let form: PlateForm
  /// The bytes in `PreparedConversation.folded`.
  let range: Range<Int>
  /// The words it takes.
  let words: [Int]
  /// The count of groups of letters or figures.
  let groups: Int
  let letters: Int
  let figures: Int
  /// Whether all separators are dashes, and there is one.
  let isDashed: Bool
  /// Whether all separators are spaces, and there is one.
  let isSpaced: Bool
  /// Whether there is a separator.
  let hasSeparators: Bool
  /// Whether no letter is lower case.
  let isUpper: Bool

  /// Reads the candidates that begin at a word, of one to three words, shortest first.
  static func candidates(from start: Int, _ text: PreparedConversation) -> [PlateCandidate] {
    var result: [PlateCandidate] = []
    var form = PlateForm()
    var words: [Int] = []
    var (groups, letters, figures) = (0, 0, 0)
    var (dashes, spaces) = (0, 0)
    var isUpper = true
    var word = start
    let first = Int(text.words[start].start)
    if !isBorder(text.folded[first - 1]) { return [] }
    while words.count < 4 {
      let entry = text.words[word]
      guard entry.count <= 8, !entry.shape.contains(.hasForeign) else { break }
      if !words.isEmpty {
        let gap = text.folded[Int(text.words[word - 1].end)..<Int(entry.start)]
        if gap.elementsEqual([UInt8(ascii: "-")]) || gap.elementsEqual(" - ".utf8) {
          dashes += 1
        } else if gap.elementsEqual([0x20]) || gap.elementsEqual([UInt8(ascii: ".")]) {
          spaces += 1
        } else {
          break
        }
        form.appendSeparator()
      }
      var offset = Int(entry.start)
      while offset < Int(entry.end) {
        let isFigure = text.folded[offset] &- 0x30 < 10
        var end = offset
        while end < Int(entry.end), (text.folded[end] &- 0x30 < 10) == isFigure { end += 1 }
        form.append(isFigure: isFigure, count: end - offset)
        groups += 1
        if isFigure { figures += end - offset } else { letters += end - offset }
        offset = end
      }
      if entry.shape.contains(.hasLower) { isUpper = false }
      words.append(word)
      guard letters + figures <= 9 else { break }
      if letters > 0, figures > 0, letters + figures >= 4, isBorder(text.folded[Int(entry.end)]) {
        result.append(
          PlateCandidate(
            form: form,
            range: first..<Int(entry.end),
            words: words,
            groups: groups,
            letters: letters,
            figures: figures,
            isDashed: dashes > 0 && spaces == 0,
            isSpaced: spaces > 0 && dashes == 0,
            hasSeparators: dashes + spaces > 0,
            isUpper: isUpper
          )
        )
      }
      guard let next = text.word(after: word) else { break }
      word = next
    }
    return result
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "/"):
      true
    default: byte >= 0x80
    }
  }
}
