/// Finds Dutch postal codes, and Belgian and German ones where an address is given.
///
/// Dutch: four figures not beginning with 0 and two letters, never SA, SD or SS (PostNL). In lower
/// case with a space the letters must not be a word ("2000 en"). Belgian: four figures after
/// "B-", after "postcode", or between a house number and a place. Example: `1234 AB`.
struct PostcodeRecogniser: Recogniser {
  let name = "postcode"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      let word = text.words[place]
      guard word.count >= 4, word.count <= 6, text.folded[Int(word.start)] != 0x30 else { continue }
      if let range = dutch(place, text) {
        append(range, "four figures and two letters", 0.9, word, text, &findings)
      } else if word.shape.isNumber, word.count <= 5, let range = abroad(place, text) {
        append(range, "four or five figures in an address", 0.7, word, text, &findings)
      }
    }
  }

  private func dutch(_ place: Int, _ text: PreparedConversation) -> Range<Int>? {
    let word = text.words[place]
    let start = Int(word.start)
    guard text.folded[start..<start + 4].allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    let letters: Range<Int>
    let isApart = word.count == 4
    var isUpper = true
    if isApart {
      guard word.shape.isNumber, let next = text.word(after: place), text.words[next].count == 2,
        !text.words[next].shape.contains(.hasDigit)
      else { return nil }
      let gap = text.words[next]
      guard gap.gap == .space || gap.gap == .dash || gap.gap == [.space, .dash],
        gap.start - word.end <= 3
      else { return nil }
      letters = text.words[next].range
      isUpper = !text.words[next].shape.contains(.hasLower)
      let isYear =
        text.folded[start] == 0x31 && text.folded[start + 1] == 0x39
        || text.folded[start] == 0x32 && text.folded[start + 1] == 0x30
      if !isUpper {
        if Self.words.contains(Array(text.folded[letters])), !hasAddressBefore(place, text),
          !isBehindPlace(place, text)
        {
          return nil
        }
        if isYear, Self.function.contains(Array(text.folded[letters])) { return nil }
      }
    } else {
      guard word.count == 6, text.folded[start + 4] &- 0x61 < 26,
        text.folded[start + 5] &- 0x61 < 26
      else { return nil }
      letters = start + 4..<start + 6
      if Self.units.contains(Array(text.folded[letters])) { return nil }
    }
    if [Array("sa".utf8), Array("sd".utf8), Array("ss".utf8)].contains(Array(text.folded[letters]))
    {
      return nil
    }
    if text.folded[start - 1] == UInt8(ascii: "-")
      || text.folded[letters.upperBound] == UInt8(ascii: "-")
    {
      return nil
    }
    return start..<letters.upperBound
  }

  /// "Stelensebaan 77 bus 12, 2440 Geel", "postcode 5688", "B-2850", "D-52062".
  private func abroad(_ place: Int, _ text: PreparedConversation) -> Range<Int>? {
    let word = text.words[place]
    if let before = text.word(before: place), text.words[before].count == 1,
      word.start - text.words[before].end == 1,
      word.gap == .dash || word.gap == .space && text.words[before].shape.contains(.hasUpper),
      text.isWord(before, anyOf: ["b", "d", "l", "f", "a", "nl"])
    {
      return Int(text.words[before].start)..<Int(word.end)
    }
    if text.classes(before: place, within: 5).contains(.postcode) { return word.range }
    guard let next = text.word(after: place),
      text.words[next].gap == .space || text.words[next].gap.isEmpty,
      text.words[next].shape.isCapitalised, !text.words[next].shape.contains(.hasDigit)
    else { return isBracketed(place, text) ? word.range : nil }
    return hasAddressBefore(place, text) || isBehindIn(place, text) || isBehindComma(place, text)
      ? word.range : nil
  }

  /// As in "in 8620 Nieuwpoort".
  private func isBehindIn(_ place: Int, _ text: PreparedConversation) -> Bool {
    guard let before = text.word(before: place) else { return false }
    let isYear = (1950...2035).contains(value(place, text))
    return !isYear
      && (text.isWord(before, "in") || text.isWord(before, "te") || text.isWord(before, "uit")
        || text.isWord(before, "naar") || text.isWord(before, "van"))
  }

  /// As in "in Lint, 2547 Lint".
  private func isBehindComma(_ place: Int, _ text: PreparedConversation) -> Bool {
    text.words[place].gap == [.comma, .space] && !(1950...2035).contains(value(place, text))
  }

  /// As in "in Blaricum 1261 pm".
  private func isBehindPlace(_ place: Int, _ text: PreparedConversation) -> Bool {
    guard text.words[place].gap == .space, let before = text.word(before: place) else {
      return false
    }
    return text.words[before].shape.isCapitalised
      && !text.words[before].shape.contains(.startsSentence)
  }

  /// As in "De Panne (8660)".
  private func isBracketed(_ place: Int, _ text: PreparedConversation) -> Bool {
    let word = text.words[place]
    guard text.folded[Int(word.start) - 1] == UInt8(ascii: "("),
      text.folded[Int(word.end)] == UInt8(ascii: ")"),
      let before = text.word(before: place)
    else { return false }
    return text.words[before].shape.isCapitalised && !(1950...2035).contains(value(place, text))
  }

  private func value(_ place: Int, _ text: PreparedConversation) -> Int {
    text.folded[text.words[place].range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Says whether a house number, or "bus 12", stands right before.
  private func hasAddressBefore(_ place: Int, _ text: PreparedConversation) -> Bool {
    guard text.words[place].gap.isDisjoint(with: [.stop, .line]) else { return false }
    guard var before = text.word(before: place) else { return false }
    if !text.words[before].shape.contains(.hasDigit), text.words[before].count <= 3,
      let earlier = text.word(before: before)
    {
      before = earlier
    }
    guard text.words[before].shape.contains(.hasDigit), text.words[before].count <= 5,
      let street = text.word(before: before)
    else { return false }
    return text.words[street].count >= 3 && text.words[street].shape.contains(.hasLetter)
  }

  private func append(
    _ range: Range<Int>,
    _ evidence: String,
    _ score: Float,
    _ word: Word,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    findings.append(
      text.finding(
        range,
        in: Int(word.message),
        .postalCode,
        score: score,
        by: name,
        evidence: evidence
      )
    )
  }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  /// Words of two letters that follow a number in running text.
  private static let words = set(
    """
    en is in of ik je we ze me te op om al er na zo nu ja ge ie hé he ho de da du mn zn dr bv va an \
    ff ok km kg cm mm ml mg gb mb kb tb uu eu us ex xx pm am pp st nd rd th ca of ha aa oh ah eh to \
    at or so do ma na pa je an er so wo da
    """
  )
  /// Units that are written against a number.
  private static let units = set(
    "km kg cm mm ml mg gb mb kb tb px kw hz mw db eu kj cc fps ms ka xx"
  )
  private static let function = set("en is in of ik je we ze me te op om al er na zo nu ja de")
}
