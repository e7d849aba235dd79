/// Finds IPv4 addresses (RFC 791), also with spoken full stops, and IPv6 addresses (RFC 4291).
///
/// Examples of RFC 5737 and 3849: `192.0.2.1`, `2001:db8::1`. A port behind it stays.
struct IPAddressRecogniser: Recogniser {
  let name = "ip"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for run in text.numbers.runs where run.tokens.count >= 4 {
      for first in run.tokens.lowerBound...run.tokens.upperBound - 4 {
        recogniseFour(first..<first + 4, run, text, &findings)
      }
    }
    var covered = 0
    for place in text.digitWords {
      let word = text.words[Int(place)]
      guard Int(word.start) >= covered else { continue }
      if text.folded[Int(word.end)] == UInt8(ascii: ":")
        || text.folded[Int(word.start) - 1] == UInt8(ascii: ":")
      {
        covered = recogniseSix(around: word, text, &findings)
      } else {
        recogniseSpoken(Int(place), text, &findings)
      }
    }
  }

  private func recogniseFour(
    _ tokens: Range<Int>,
    _ run: NumberRun,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    for index in tokens {
      let token = text.numbers.tokens[index]
      guard (1...3).contains(token.digits.count), !token.isSpelt,
        text.numbers.digits[token.digits].reduce(0, { $0 * 10 + Int($1) }) <= 255
      else { return }
      if index > tokens.lowerBound {
        let between =
          text.numbers.tokens[index - 1].range.upperBound..<token.range.lowerBound
        guard between.count == 1, token.gap == .stop else { return }
      }
    }
    let range = text.numbers.range(tokens)
    // A longer chain of full stops is an account or a version, unless the text ends.
    let before = text.folded[range.lowerBound - 1]
    guard before != UInt8(ascii: ".") else { return }
    if text.folded[range.upperBound] == UInt8(ascii: "."),
      text.folded[range.upperBound + 1] &- 0x30 < 10
    {
      return
    }
    let first = text.numbers.tokens[tokens.lowerBound].word
    if let noun = text.word(before: first),
      text.isWord(
        noun,
        anyOf: ["versie", "version", "v", "firmware", "build", "update", "release"]
      )
    {
      return
    }
    append(range, run.message, "four octets", text, &findings)
  }

  /// "198 punt 51 punt 100 punt 240".
  private func recogniseSpoken(
    _ place: Int,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    var word = place
    for part in 0..<4 {
      guard text.words[word].shape.isNumber, text.words[word].count <= 3 else { return }
      if part == 3 { break }
      guard let dot = text.word(after: word), text.sense(dot).classes.contains(.dot),
        let next = text.word(after: dot)
      else { return }
      word = next
    }
    append(
      Int(text.words[place].start)..<Int(text.words[word].end),
      Int(text.words[place].message),
      "four spoken octets",
      text,
      &findings
    )
  }

  /// Reads hexadecimal groups and colons around a word; returns where reading ended.
  private func recogniseSix(
    around word: Word,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) -> Int {
    var start = Int(word.start)
    var end = Int(word.end)
    // At most eight groups of four and seven colons, and an IPv4 tail.
    while Int(word.start) - start < 48, isPart(text.folded[start - 1]) { start -= 1 }
    while end - start < 64, isPart(text.folded[end]) { end += 1 }
    while end > start, text.folded[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var groups = 0
    var group = 0
    var colons = 0
    var hasGap = false
    var previousWasColon = false
    for offset in start..<end {
      let byte = text.folded[offset]
      if byte == UInt8(ascii: ":") {
        colons += 1
        if previousWasColon { hasGap = true }
        previousWasColon = true
        if group > 0 { groups += 1 }
        group = 0
      } else if byte == UInt8(ascii: ".") {
        break
      } else {
        previousWasColon = false
        group += 1
        if group > 4 { return end }
      }
    }
    if group > 0 { groups += 1 }
    guard !text.isContent(start - 1), !text.isContent(end) else { return end }
    if groups == 8 && colons == 7 || hasGap && groups >= 1 && groups <= 7 && colons >= 2 {
      append(start..<end, Int(word.message), "hexadecimal groups", text, &findings)
    }
    return end
  }

  private func isPart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 6 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  private func append(
    _ range: Range<Int>,
    _ message: Int,
    _ evidence: String,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    findings.append(
      text.finding(range, in: message, .ipAddress, score: 0.97, by: name, evidence: evidence)
    )
  }
}
