/// Finds e-mail addresses as they are written.
///
/// What RFC 5321 calls a dot-string, an at sign and a domain; a domain without a full stop counts
/// too, and spaces around the signs where the domain is one that exists. Example: `jan@example.nl`.
struct EmailRecogniser: Recogniser {
  let name = "email"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for sign in text.signs where text.folded[Int(sign)] == UInt8(ascii: "@") {
      guard let range = address(around: Int(sign), text) else { continue }
      findings.append(
        text.finding(
          range,
          in: text.message(at: Int(sign)),
          .emailAddress,
          score: 1,
          by: name,
          evidence: "at sign"
        )
      )
    }
  }

  private func address(around sign: Int, _ text: PreparedConversation) -> Range<Int>? {
    var start = sign
    while isLocal(text.folded[start - 1]) { start -= 1 }
    let isApart = start == sign && text.folded[sign - 1] == 0x20
    if isApart {
      start -= 1
      while isLocal(text.folded[start - 1]) { start -= 1 }
    }
    while start < sign, !text.isContent(start) { start += 1 }
    var first = sign + 1
    if text.folded[first] == 0x20 { first += 1 }
    let isSpaced = isApart || first > sign + 1
    guard start < sign, let domain = domain(from: first, text) else { return nil }
    if isSpaced, !domain.hasTopLevel { return nil }
    return start..<domain.end
  }

  /// Reads a domain, in which a comma or spaces may stand at the full stop before the end.
  private func domain(from start: Int, _ text: PreparedConversation) -> (
    end: Int, hasTopLevel: Bool
  )? {
    var end = start
    while isDomain(text.folded[end]) { end += 1 }
    while end > start, !text.isContent(end - 1) { end -= 1 }
    guard end > start else { return nil }
    var next = end
    var stops = 0
    while stops < 3,
      [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ",")].contains(text.folded[next])
    {
      next += 1
      stops += 1
    }
    let hasStop = text.folded[start..<end].contains(UInt8(ascii: "."))
    if !hasStop, let word = text.word(at: next), Int(text.words[word].start) == next,
      text.message(at: next) == text.message(at: start)
    {
      let classes = text.sense(word).classes
      if stops > 0, classes.contains(.topLevel),
        text.folded[end..<next].contains(where: { $0 != 0x20 })
      {
        return (Int(text.words[word].end), true)
      }
      if classes.contains(.dot), let last = text.word(after: word) {
        return (Int(text.words[last].end), true)
      }
    }
    return (end, hasStop)
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  private func isDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
