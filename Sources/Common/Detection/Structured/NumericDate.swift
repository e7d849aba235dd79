/// A date in figures: day, month and year in the orders that people write.
enum NumericDate {
  struct Match {
    let range: Range<Int>
    let score: Float
    let evidence: String
  }

  /// Reads a date that begins at a word of figures.
  static func date(from first: Int, _ text: PreparedConversation) -> Match? {
    let start = Int(text.words[first].start)
    let before = text.folded[start - 1]
    guard before &- 0x30 >= 10,
      !"-/.,+:#=&_".utf8.contains(before) || isSentenceEnd(start - 1, text)
    else { return nil }
    if let match = three(from: first, text) { return match }
    if text.words[first].count == 4, let match = birthYear(first, text) { return match }
    if text.words[first].count == 8 || text.words[first].count == 6 { return compact(first, text) }
    return two(from: first, text)
  }

  private static func isSentenceEnd(_ offset: Int, _ text: PreparedConversation) -> Bool {
    text.folded[offset] == UInt8(ascii: ":")
      || !(text.folded[offset - 1] &- 0x30 < 10 || text.folded[offset - 1] &- 0x61 < 26)
  }

  private static func three(from first: Int, _ text: PreparedConversation) -> Match? {
    guard let second = text.word(after: first), let separator = separator(first, second, text),
      let third = text.word(after: second), let other = self.separator(second, third, text),
      separator == other || text.words[third].gap.contains(.apostrophe),
      text.words[third].shape.isNumber
    else { return nil }
    let end = Int(text.words[third].end)
    // The chain must end here: "1.2.3.4" is something else.
    if "-/.".utf8.contains(text.folded[end]), text.folded[end + 1] &- 0x30 < 10 { return nil }
    let (a, c) = (value(first, text), value(third, text))
    let (aCount, cCount) = (text.words[first].count, text.words[third].count)
    let b: Int
    if text.words[second].shape.isNumber {
      guard text.words[second].count <= 2 else { return nil }
      b = value(second, text)
    } else if let roman = roman(second, text), separator != 0x20 {
      b = roman
    } else {
      return nil
    }
    let isYearLast =
      (1...31).contains(a) && (1...12).contains(b) && aCount <= 2
      && (cCount == 4 && (1900...2100).contains(c) || cCount == 2 && separator != 0x20)
    let isYearFirst =
      aCount == 4 && (1900...2100).contains(a) && (1...12).contains(b) && (1...31).contains(c)
      && cCount <= 2
    let isAmerican =
      (1...12).contains(a) && (13...31).contains(b) && aCount <= 2
      && (cCount == 4 && (1900...2100).contains(c) || cCount == 2 && separator != 0x20)
    guard isYearLast || isYearFirst || isAmerican else { return nil }
    // "1.2.10" may be a version: two full stops and single figures need a year in full.
    if separator == UInt8(ascii: "."), cCount == 2, aCount == 1, text.words[second].count == 1 {
      guard hasDateBefore(first, text) else { return nil }
    }
    return Match(
      range: Int(text.words[first].start)..<end,
      score: separator == 0x20 ? 0.7 : 0.92,
      evidence: "day, month, year"
    )
  }

  private static func two(from first: Int, _ text: PreparedConversation) -> Match? {
    guard text.words[first].count <= 2, let second = text.word(after: first),
      let separator = separator(first, second, text), separator != 0x20,
      text.words[second].shape.isNumber
    else { return nil }
    let range = Int(text.words[first].start)..<Int(text.words[second].end)
    let behind = text.folded[range.upperBound]
    if "-/.,:".utf8.contains(behind), text.folded[range.upperBound + 1] &- 0x30 < 10 { return nil }
    if behind == UInt8(ascii: "%") || behind == UInt8(ascii: "+") { return nil }
    let (a, b) = (value(first, text), value(second, text))
    let near = text.classes(before: first, within: 3)
    let next = text.classes(text.word(after: second))
    if let verb = text.word(after: second),
      text.isWord(
        verb,
        anyOf: ["gewonnen", "verloren", "winst", "verlies", "gewoon", "voor", "won"]
      )
    {
      return nil
    }
    let isCounted =
      text.gap(after: second) == .space && !next.isDisjoint(with: [.unit, .year, .period, .human])
    if text.words[second].count == 4, (1...12).contains(a), (1900...2100).contains(b) {
      return Match(range: range, score: 0.8, evidence: "month and year")
    }
    if text.words[first].count == 2, text.words[second].count == 2, (1...12).contains(a),
      (20...45).contains(b), text.classes(before: first, within: 12).contains(.card),
      separator != UInt8(ascii: ".")
    {
      return Match(range: range, score: 0.85, evidence: "expiry of a card")
    }
    guard text.words[second].count <= 2, (1...31).contains(a), (1...12).contains(b), !isCounted,
      !(a == 24 && b == 7), !text.isAmount(range)
    else { return nil }
    let hasContext = !near.isDisjoint(with: [.dateBefore, .weekday, .birth])
    switch separator {
    case UInt8(ascii: "/"):
      // Fractions and shifts: "1/2", "2/3", "3/4".
      guard
        hasContext || a > 4 || b > 4
          || text.words[first].count == 2 && text.words[second].count == 2
      else { return nil }
      return Match(range: range, score: hasContext ? 0.85 : 0.6, evidence: "day and month")
    case UInt8(ascii: "-"):
      // Ascending pairs are ranges, small ones scores.
      guard
        hasContext || (a > b && a >= 10)
          || text.words[second].count == 2 && text.folded[Int(text.words[second].start)] == 0x30
      else { return nil }
      if !hasContext, near.contains(.copula) || near.contains(.durationBefore) { return nil }
      return Match(range: range, score: hasContext ? 0.8 : 0.55, evidence: "day and month")
    default:
      guard
        near.contains(.birth)
          || behind == UInt8(ascii: ".") && hasContext && text.words[second].count == 2
      else { return nil }
      return Match(range: range, score: 0.5, evidence: "day and month")
    }
  }

  /// "03052008" behind a birth or "datum".
  private static func compact(_ first: Int, _ text: PreparedConversation) -> Match? {
    let near = text.classes(before: first, within: 5)
    guard
      near.contains(.birth)
        || text.classes(askedBefore: Int(text.words[first].message)).contains(.birth)
    else { return nil }
    let word = text.words[first]
    let figures = text.folded[word.range].map { Int($0 &- 0x30) }
    let (day, month) = (figures[0] * 10 + figures[1], figures[2] * 10 + figures[3])
    let isDayFirst = (1...31).contains(day) && (1...12).contains(month)
    let isYearFirst =
      word.count == 8 && figures[0] <= 2 && (1...12).contains(figures[4] * 10 + figures[5])
    guard isDayFirst || isYearFirst else { return nil }
    return Match(range: word.range, score: 0.7, evidence: "birth date in one number")
  }

  /// "geboren in 2005", "bouwjaar" aside: a year of birth tells an age.
  private static func birthYear(_ word: Int, _ text: PreparedConversation) -> Match? {
    guard (1920...2030).contains(value(word, text)), let before = text.word(before: word),
      text.sense(before).classes.contains(.birth)
        || text.isWord(before, anyOf: ["in", "uit", "jaar"])
          && text.classes(before: before, within: 2).contains(.birth)
    else { return nil }
    return Match(range: text.words[word].range, score: 0.7, evidence: "year of birth")
  }

  private static func hasDateBefore(_ word: Int, _ text: PreparedConversation) -> Bool {
    !text.classes(before: word, within: 3).isDisjoint(with: [.dateBefore, .birth, .weekday])
  }

  /// The sign between two words: dash, slash, full stop, or a space; nil for anything else.
  private static func separator(_ first: Int, _ second: Int, _ text: PreparedConversation) -> UInt8?
  {
    let gap = text.folded[Int(text.words[first].end)..<Int(text.words[second].start)]
    guard (1...3).contains(gap.count) else { return nil }
    var sign: UInt8?
    for byte in gap where byte != 0x20 && byte != UInt8(ascii: "'") {
      guard "-/.".utf8.contains(byte), sign == nil else { return nil }
      sign = byte
    }
    if let sign { return sign }
    return gap.contains(0x20) ? 0x20 : nil
  }

  private static func value(_ word: Int, _ text: PreparedConversation) -> Int {
    text.folded[text.words[word].range].prefix(8).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// A month in Roman figures.
  private static func roman(_ word: Int, _ text: PreparedConversation) -> Int? {
    let names = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    let bytes = text.folded[text.words[word].range]
    return names.firstIndex { bytes.elementsEqual($0.utf8) }.map { $0 + 1 }
  }
}
