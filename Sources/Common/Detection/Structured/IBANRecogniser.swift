/// Finds bank accounts: IBANs in any grouping and case, and numbers after "rekening" or "giro".
///
/// An IBAN has its country's length (ISO 13616 registry, release 99) and passes MOD 97-10
/// (ISO 7064); one that fails is kept when it looks Dutch, is grouped in fours or is named.
/// Example of the registry: `NL91 ABNA 0417 1643 00`.
struct IBANRecogniser: Recogniser {
  let name = "iban"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for place in text.digitWords {
      recogniseIBAN(at: Int(place), text, &findings)
    }
    // An account number without the form of an IBAN must be named.
    guard text.seen.contains(.account) else { return }
    for run in text.numbers.runs {
      text.forEachWindow(run, counts: 5...14) { window in
        let first = text.numbers.tokens[window.tokens.lowerBound].word
        guard window.isWhole, !text.isAmount(window.range) else { return false }
        let near = text.classes(before: first, within: 4)
        guard near.contains(.account), window.figures.count >= 7 || near.contains(.numeral)
        else { return false }
        findings.append(
          text.finding(
            window.range,
            in: run.message,
            .ibanCode,
            score: 0.92,
            by: name,
            evidence: "account keyword"
          )
        )
        return true
      }
    }
  }

  private func recogniseIBAN(
    at place: Int,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    var word = text.words[place]
    var start = Int(word.start)
    if text.folded[start] &- 0x30 < 10 {
      // "NL 91 ABNA": the country stands apart.
      guard word.count >= 2, let before = text.word(before: place),
        text.words[before].count == 2, text.words[before].shape.contains(.hasLetter),
        word.gap == .space || word.gap == .dash
      else { return }
      word = text.words[before]
      start = Int(word.start)
    }
    let letters = (text.folded[start], text.folded[start + 1])
    guard letters.0 &- 0x61 < 26, letters.1 &- 0x61 < 26, word.count >= 2,
      let length = Self.length(letters.0, letters.1)
    else { return }
    var characters: [UInt8] = []
    characters.reserveCapacity(length)
    var position = start
    var separators = 0
    var inFours = true
    while characters.count < length {
      let byte = text.folded[position]
      if byte &- 0x30 < 10 || byte &- 0x61 < 26 {
        if separators > 0, characters.count % 4 != 0 { inFours = false }
        characters.append(byte)
        separators = 0
      } else if [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte) {
        separators += 1
        if separators > 2 { return }
      } else {
        return
      }
      position += 1
    }
    guard characters[2] &- 0x30 < 10, characters[3] &- 0x30 < 10, !text.isContent(position)
    else { return }
    let passes = CheckDigits.mod97(characters[4...] + characters[..<4]) == 1
    let isGrouped = inFours && position - start > length
    let isDutch =
      letters == (UInt8(ascii: "n"), UInt8(ascii: "l"))
      && characters[4..<8].allSatisfy { $0 >= 0x61 } && characters[8...].allSatisfy { $0 < 0x61 }
    let isNamed = text.classes(before: place, within: 6).contains(.account)
    // Words that happen to fill the length have few figures.
    guard characters.reduce(0, { $0 + ($1 < 0x61 ? 1 : 0) }) * 2 >= length - 2 else { return }
    let isFigures = characters[4...].allSatisfy { $0 < 0x61 }
    guard passes || isDutch || isNamed || isGrouped && isFigures else { return }
    findings.append(
      text.finding(
        start..<position,
        in: Int(word.message),
        .ibanCode,
        score: passes ? 1 : 0.8,
        by: name,
        evidence: passes ? "MOD 97-10" : "form of an IBAN"
      )
    )
  }

  static func length(_ first: UInt8, _ second: UInt8) -> Int? {
    lengths[UInt16(first) << 8 | UInt16(second)]
  }

  /// The IBAN lengths of the ISO 13616 registry.
  private static let lengths: [UInt16: Int] = {
    let list = """
      ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 \
      dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 \
      ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22 \
      mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 \
      sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
      """
    var lengths: [UInt16: Int] = [:]
    for entry in list.split(separator: " ") {
      let bytes = Array(entry.utf8)
      lengths[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = Int(entry.dropFirst(2))
    }
    return lengths
  }()
}
