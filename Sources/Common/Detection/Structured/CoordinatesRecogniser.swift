/// Finds a place given by coordinates: decimal degrees, or an Open Location Code.
///
/// "52.37021, 4.89523", "51.4446 N 4.0053 E" (ISO 6709 in the decimal form of maps), "9F469VCW+8X"
/// (Open Location Code specification, alphabet 23456789CFGHJMPQRVWX). Three decimals are a street.
struct CoordinatesRecogniser: Recogniser {
  let name = "coordinates"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      guard Int(text.words[place].start) >= covered else { continue }
      guard let range = degrees(place, text) ?? locationCode(place, text) else { continue }
      covered = range.upperBound
      findings.append(
        text.finding(
          range,
          in: Int(text.words[place].message),
          .location,
          score: 0.9,
          by: name,
          evidence: "coordinates"
        )
      )
    }
  }

  private func degrees(_ place: Int, _ text: PreparedConversation) -> Range<Int>? {
    guard let first = decimal(place, text), let behind = text.word(after: first) else { return nil }
    var second = behind
    if text.isWord(second, anyOf: ["n", "s", "nb", "zb"]), let next = text.word(after: second) {
      second = next
    }
    guard let last = decimal(second, text),
      text.words[second].start - text.words[first].end <= 6,
      text.words[second].gap.isDisjoint(with: [.line, .dash, .stop]),
      text.words[second].gap.contains(.space) || text.words[second].gap.contains(.comma)
    else { return nil }
    var end = Int(text.words[last].end)
    if let east = text.word(after: last), text.isWord(east, anyOf: ["e", "w", "ol", "wl", "o"]) {
      end = Int(text.words[east].end)
    }
    return Int(text.words[place].start)..<end
  }

  /// The last word of "51.4446": at most three figures, a full stop, three to nine decimals.
  private func decimal(_ place: Int, _ text: PreparedConversation) -> Int? {
    guard text.words[place].shape.isNumber, text.words[place].count <= 3,
      let fraction = text.word(after: place), text.words[fraction].shape.isNumber,
      (3...9).contains(text.words[fraction].count),
      text.words[fraction].start - text.words[place].end == 1,
      text.folded[Int(text.words[place].end)] == UInt8(ascii: "."),
      text.folded[Int(text.words[place].start) - 1] != UInt8(ascii: ".")
    else { return nil }
    return fraction
  }

  private func locationCode(_ place: Int, _ text: PreparedConversation) -> Range<Int>? {
    let word = text.words[place]
    guard (4...8).contains(word.count), text.folded[Int(word.end)] == UInt8(ascii: "+"),
      let rest = text.word(after: place), text.words[rest].start == word.end + 1,
      (2...4).contains(text.words[rest].count),
      text.folded[word.range].allSatisfy(isCodeLetter),
      text.folded[text.words[rest].range].allSatisfy(isCodeLetter)
    else { return nil }
    return Int(word.start)..<Int(text.words[rest].end)
  }

  private func isCodeLetter(_ byte: UInt8) -> Bool { "23456789cfghjmpqrvwx".utf8.contains(byte) }
}
