/// Finds calendar days, months with a year, and birth dates, in figures and in words.
///
/// "3 mei", "3e van mei", "elf november '23", "mei 2020", "12-03-2006", "7-XI-1988", "2006-03-12",
/// "9/3". Two figures alone need the form of a day and a month and must not be a range, a score or
/// a fraction; "24/7" never counts. Weekdays, bare months and bare years stay.
struct DateRecogniser: Recogniser {
  let name = "date"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for trigger in text.triggers where text.sense(Int(trigger)).classes.contains(.month) {
      guard let found = CalendarPhrase.range(around: Int(trigger), text) else { continue }
      append(found, "month in words", 0.9, text, &findings)
    }
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      let word = text.words[place]
      if word.shape.isNumber {
        guard word.count <= 8, let found = NumericDate.date(from: place, text) else { continue }
        append(found.range, found.evidence, found.score, text, &findings)
      } else if CalendarPhrase.isGlued(word, text) {
        append(word.range, "day and month in one word", 0.8, text, &findings)
      }
    }
  }

  private func append(
    _ range: Range<Int>,
    _ evidence: String,
    _ score: Float,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    findings.append(
      text.finding(
        range,
        in: text.message(at: range.lowerBound),
        .date,
        score: score,
        by: name,
        evidence: evidence
      )
    )
  }
}
