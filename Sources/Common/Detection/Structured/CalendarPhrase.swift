/// A day with a month in words, or such a month with a year.
enum CalendarPhrase {
  /// Returns the stretch around a month, or nil when the month stands bare.
  static func range(around month: Int, _ text: PreparedConversation) -> Range<Int>? {
    let year = yearEnd(after: month, text)
    // "3 okt.": the full stop of an abbreviation belongs to it.
    let end = Int(text.words[month].end)
    let isAbbreviated = text.words[month].count <= 4 && text.folded[end] == UInt8(ascii: ".")
    if let day = dayStart(before: month, text) {
      return day..<(year?.end ?? end + (isAbbreviated ? 1 : 0))
    }
    if let day = dayEnd(after: month, text) {
      return Int(text.words[month].start)..<day
    }
    guard let year, year.isFull else { return nil }
    return Int(text.words[month].start)..<year.end
  }

  /// "3mei", "12mei2020", "mei2020".
  static func isGlued(_ word: Word, _ text: PreparedConversation) -> Bool {
    var start = Int(word.start)
    var end = Int(word.end)
    while start < end, text.folded[start] &- 0x30 < 10 { start += 1 }
    while end > start, text.folded[end - 1] &- 0x30 < 10 { end -= 1 }
    let head = start - Int(word.start)
    let tail = Int(word.end) - end
    guard (1...2).contains(head) || tail == 4, head <= 2, tail <= 4, start < end else {
      return false
    }
    let sense = Vocabulary.shared.senses[Int(Vocabulary.shared.lookUp(text.folded, start..<end))]
    return sense.classes.contains(.month) && end - start >= 3
  }

  /// Where a day before a month begins, with what a range puts before it.
  private static func dayStart(before month: Int, _ text: PreparedConversation) -> Int? {
    guard let before = text.word(before: month), isNear(month, text) else { return nil }
    var day = before
    var needsOrdinal = false
    if text.isWord(before, anyOf: ["van", "de", "of", "do"]) {
      guard let earlier = text.word(before: before), isNear(before, text) else { return nil }
      day = earlier
      needsOrdinal = text.words[before].count != 2
    }
    // "dix-sept" is seventeen, not the tenth of September.
    if text.sense(day).classes.contains(.foreignNumber), text.words[month].gap == .dash {
      return nil
    }
    guard let value = dayValue(day, text), (1...31).contains(value.number),
      !needsOrdinal || value.isOrdinal
    else { return nil }
    // "eenentwintig" may be "twenty one": an English ten before it.
    var start = Int(text.words[day].start)
    if value.number < 10, let ten = text.word(before: day), let tens = text.sense(ten).value,
      tens == 20 || tens == 30, text.sense(ten).classes.contains(.number), isNear(day, text)
    {
      start = Int(text.words[ten].start)
      return start
    }
    // "3 en 4 mei", "3-5 mei", "3 t/m 5 mei".
    var first = day
    for _ in 0..<3 {
      guard let earlier = text.word(before: first),
        isNear(first, text) || text.words[first].gap.contains(.joint)
      else { break }
      if let value = dayValue(earlier, text), (1...31).contains(value.number),
        !text.sense(earlier).classes.contains(.number),
        !"-/.'".utf8.contains(text.folded[Int(text.words[earlier].start) - 1])
      {
        return Int(text.words[earlier].start)
      }
      guard
        text.isWord(earlier, anyOf: ["en", "tot", "of", "t", "m", "and"])
      else { break }
      first = earlier
    }
    return start
  }

  /// "March 14th", "May 3rd 2020": an English day behind its month.
  private static func dayEnd(after month: Int, _ text: PreparedConversation) -> Int? {
    guard let day = text.word(after: month), text.words[day].gap == .space,
      let value = dayValue(day, text), (1...31).contains(value.number),
      text.words[day].shape.contains(.hasDigit)
    else { return nil }
    let year = yearEnd(after: day, text)
    guard value.isOrdinal || year?.isFull == true else { return nil }
    return year?.end ?? Int(text.words[day].end)
  }

  /// The number of a day in figures, "3", "3e", "21st", or in words.
  private static func dayValue(
    _ word: Int,
    _ text: PreparedConversation
  ) -> (number: Int, isOrdinal: Bool)? {
    let entry = text.words[word]
    if entry.shape.contains(.hasDigit) {
      guard entry.count <= 5 else { return nil }
      var value = 0
      var offset = Int(entry.start)
      while offset < Int(entry.end), text.folded[offset] &- 0x30 < 10 {
        value = value * 10 + Int(text.folded[offset] &- 0x30)
        offset += 1
      }
      guard offset > Int(entry.start), offset - Int(entry.start) <= 2 else { return nil }
      if offset == Int(entry.end) { return (value, false) }
      let tail = text.folded[offset..<Int(entry.end)]
      let suffixes = ["e", "de", "ste", "st", "nd", "rd", "th", "er"]
      return suffixes.contains { tail.elementsEqual($0.utf8) } ? (value, true) : nil
    }
    let sense = text.sense(word)
    guard let value = sense.value,
      !sense.classes.isDisjoint(with: [.number, .ordinal, .foreignNumber])
    else { return nil }
    return (Int(value), sense.classes.contains(.ordinal))
  }

  /// Where a year behind a word ends; it is full when it has four figures or an apostrophe.
  private static func yearEnd(
    after word: Int,
    _ text: PreparedConversation
  ) -> (end: Int, isFull: Bool)? {
    guard let next = text.word(after: word) else { return nil }
    let entry = text.words[next]
    guard entry.gap.isDisjoint(with: .line), Int(entry.start) - Int(text.words[word].end) <= 3
    else { return nil }
    let sense = text.sense(next)
    // "tweeduizend acht", "negentien negenentachtig"
    if sense.classes.contains(.yearWord)
      || sense.classes.contains(.number) && (sense.value == 19 || sense.value == 20)
    {
      if let rest = text.word(after: next), text.words[rest].gap == .space,
        let value = text.sense(rest).value, (1...99).contains(value),
        text.sense(rest).classes.contains(.number)
      {
        return (Int(text.words[rest].end), true)
      }
      return sense.classes.contains(.yearWord) ? (Int(entry.end), true) : nil
    }
    if text.isWord(next, anyOf: ["de", "van"]) {
      guard let year = text.word(after: next), text.words[year].shape.isNumber,
        text.words[year].count == 4
      else { return nil }
      return (Int(text.words[year].end), true)
    }
    guard entry.shape.isNumber else { return nil }
    if entry.count == 4 {
      let head = text.folded[Int(entry.start)..<Int(entry.start) + 2]
      guard head.elementsEqual("19".utf8) || head.elementsEqual("20".utf8) else { return nil }
      return (Int(entry.end), true)
    }
    guard entry.count == 2, entry.gap.contains(.apostrophe) else {
      let isLast =
        entry.gap == .space && AgeRule.isEnd(text.gap(after: next)) && !text.isCurrency(entry.range)
      return entry.count == 2 && (entry.gap == .dash || isLast) ? (Int(entry.end), false) : nil
    }
    return (Int(entry.end), true)
  }

  /// Says whether a word follows the one before by a space, a full stop or a dash.
  private static func isNear(_ word: Int, _ text: PreparedConversation) -> Bool {
    let gap = text.words[word].gap
    guard let before = text.word(before: word) else { return false }
    return gap.subtracting([.space, .stop, .dash]).isEmpty
      && text.words[word].start - text.words[before].end <= 3
      && (!gap.contains([.stop, .space]) || text.words[before].shape.contains(.hasDigit))
  }
}
