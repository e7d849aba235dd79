/// Finds hardware addresses (IEEE 802 EUI-48): six pairs of hexadecimal figures.
///
/// Example: `02:00:5e:10:00:01`, with colons or dashes.
struct MACAddressRecogniser: Recogniser {
  let name = "mac"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for place in text.digitWords where text.words[Int(place)].count == 2 {
      let word = text.words[Int(place)]
      guard Int(word.start) >= covered else { continue }
      for separator in [UInt8(ascii: ":"), UInt8(ascii: "-")] {
        var start = Int(word.start)
        // The first pair may be of letters: go back to it.
        var pairs = 0
        while pairs < 5, start >= 4, text.folded[start - 1] == separator,
          isPair(start - 3, text), !text.isContent(start - 4)
        {
          start -= 3
          pairs += 1
        }
        var end = start
        var count = 0
        while isPair(end, text), !text.isContent(end + 2) {
          count += 1
          end += 2
          guard count < 6, text.folded[end] == separator else { break }
          end += 1
        }
        guard count == 6, !text.isContent(start - 1) else { continue }
        covered = end
        findings.append(
          text.finding(
            start..<end,
            in: Int(word.message),
            .idNumber,
            score: 0.97,
            by: name,
            evidence: "EUI-48"
          )
        )
        break
      }
    }
  }

  private func isPair(_ offset: Int, _ text: PreparedConversation) -> Bool {
    guard offset > 0, offset + 2 < text.folded.count else { return false }
    return isHexadecimal(text.folded[offset]) && isHexadecimal(text.folded[offset + 1])
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }
}
