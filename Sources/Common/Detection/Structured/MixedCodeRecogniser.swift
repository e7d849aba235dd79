/// Finds codes by their shape alone: letters and figures mixed as no word is.
///
/// Passport and licence numbers, V-numbers, case numbers with dashes, wallets, UUIDs. Capitals with
/// figures, at least five in all; or four figures with letters, joined; or a long mixed word.
struct MixedCodeRecogniser: Recogniser {
  let name = "code"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      let word = text.words[place]
      guard Int(word.start) >= covered else { continue }
      var first = place
      var last = place
      while let before = text.word(before: first), joins(before, first, text),
        Int(text.words[before].start) >= covered,
        place - first < 12
      {
        first = before
      }
      while let next = text.word(after: last), joins(last, next, text), last - place < 12 {
        last = next
      }
      let range = Int(text.words[first].start)..<Int(text.words[last].end)
      covered = range.upperBound
      guard range.count <= 100, let score = score(range, first...last, text) else { continue }
      findings.append(
        text.finding(
          range,
          in: Int(word.message),
          .idNumber,
          score: score,
          by: name,
          evidence: "letters and figures mixed"
        )
      )
    }
  }

  private func score(
    _ range: Range<Int>,
    _ words: ClosedRange<Int>,
    _ text: PreparedConversation
  ) -> Float? {
    var (figures, letters) = (0, 0)
    for byte in text.folded[range] {
      if byte &- 0x30 < 10 { figures += 1 } else if byte &- 0x61 < 26 { letters += 1 }
    }
    guard letters > 0, figures > 0 else { return nil }
    if isMeasure(range, text) { return nil }
    let isUpper = words.allSatisfy { !text.words[$0].shape.contains(.hasLower) }
    if letters + figures >= 20, figures >= 3 { return 0.8 }
    if isUpper, letters + figures >= 5, figures >= 2, letters >= 2 || figures >= 4 { return 0.5 }
    if figures >= 5 { return 0.45 }
    if words.count > 1, figures >= 4,
      words.contains(where: { text.words[$0].shape.isNumber && text.words[$0].count >= 3 })
    {
      return 0.4
    }
    return nil
  }

  /// "2000euro", "1500km", "16jaar": a number and its unit.
  private func isMeasure(_ range: Range<Int>, _ text: PreparedConversation) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound,
      text.folded[offset] &- 0x30 < 10 || text.folded[offset] == UInt8(ascii: ".")
    { offset += 1 }
    guard offset > range.lowerBound, offset < range.upperBound,
      text.folded[offset..<range.upperBound].allSatisfy({ $0 &- 0x61 < 26 })
    else { return false }
    let tail = offset..<range.upperBound
    if tail.count <= 2 { return true }
    let sense = Vocabulary.shared.senses[Int(Vocabulary.shared.lookUp(text.folded, tail))]
    return !sense.classes.isDisjoint(with: [.unit, .year, .period, .human])
  }

  private func joins(_ first: Int, _ second: Int, _ text: PreparedConversation) -> Bool {
    let gap = text.folded[Int(text.words[first].end)..<Int(text.words[second].start)]
    return gap.count == 1 && "-/_.:".utf8.contains(gap[gap.startIndex])
  }
}
