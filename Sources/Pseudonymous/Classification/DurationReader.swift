import Detection
import Pseudonymisation

/// How long the exploitation lasted, from lengths of time, dates, seasons, school years and ages.
///
/// The length of a relationship or of a residence is not the length of exploitation.
struct DurationReader {
  /// A length with how much speaks for it.
  struct Length {
    let months: Double
    let score: Double
    let message: Int
  }

  let reading: Reading
  let ages: AgeReader

  init(_ reading: Reading, _ ages: AgeReader) {
    self.reading = reading
    self.ages = ages
  }

  /// The code of the best length, and the message that told it; `nil` below the threshold of 1.4.
  func duration() -> (code: String, message: Int)? {
    var best: Length?
    for length in lengths() where length.score >= 1.4 && length.score > best?.score ?? 0 {
      best = length
    }
    return best.map { (Self.code(months: $0.months), $0.message) }
  }

  /// The band of a length; "exactly half a year" begins the next band, as coders count.
  static func code(months: Double) -> String {
    switch months {
    case ..<0.97: "lt_1m"
    case ..<5.9: "1_6m"
    case ..<11.9: "6_12m"
    case ..<23.9: "1_2y"
    case ..<59.9: "2_5y"
    default: "5plus"
    }
  }

  private func lengths() -> [Length] {
    var lengths: [Length] = []
    for message in reading.messages(of: .visitor) {
      for word in reading.stream.words(of: message) {
        if let length = span(at: word, message) { lengths.append(length) }
        if let length = moment(at: word, message) { lengths.append(length) }
      }
    }
    if let now = ages.age() {
      for start in ages.starts where start.years < now.years && !isEnd(start.word) {
        lengths.append(
          Length(
            months: Double((end(of: start) ?? now.years) - start.years) * 12,
            score: 2 + bonus(reading.stream.message(of: start.word)),
            message: start.message
          )
        )
      }
      lengths += grades(now.years)
    }
    return lengths
  }

  /// Tells whether an age ends a span: "tot mijn 23e".
  private func isEnd(_ word: Int) -> Bool {
    reading.contains(.durationUntil, in: reading.neighbourhood(of: word, before: 2, after: 0))
  }

  /// The age at which a span ends that begins at another: "van mijn 19e tot mijn 23e".
  private func end(of start: AgeReader.Age) -> Int? {
    ages.ages.first {
      $0.message == start.message && $0.years > start.years
        && start.word < $0.word && $0.word - start.word <= 6 && isEnd($0.word)
    }?.years
  }

  private func bonus(_ message: Int) -> Double { reading.exploitation[message] ? 1 : 0 }

  // MARK: "al drie jaar"

  private func span(at word: Int, _ message: Int) -> Length? {
    guard let unit = unit(at: word) else { return nil }
    let sentence = reading.neighbourhood(of: word, before: 12, after: 8)
    guard let (count, start) = count(before: word, unit, sentence) else { return nil }
    var months = count * unit
    let next = word + 1..<sentence.upperBound
    if reading.contains(.durationHalfAfter, in: word + 1..<min(word + 4, sentence.upperBound)) {
      months += unit / 2
    }
    let near = max(sentence.lowerBound, start - 3)..<start
    var score = 0.0
    if reading.contains(.durationAgo, in: next.lowerBound..<min(word + 3, sentence.upperBound)) {
      guard reading.contains(.durationBegin, in: sentence) else { return nil }
      score += 2
    }
    if reading.contains(.durationNotBefore, in: near)
      || reading.contains(.durationNotAfter, in: word + 1..<min(word + 2, sentence.upperBound))
    {
      return nil
    }
    let asked = asksDuration(before: message)
    if asked { score += 3 }
    if reading.contains(.durationSince, in: near) { score += 1 }
    if reading.contains(.durationBegin, in: sentence) { score += 1 }
    if reading.exploitation[message] { score += 1 }
    if reading.contains(.durationExploited, in: sentence) { score += 1 }
    if reading.contains(.durationBusy, in: word + 1..<min(word + 4, sentence.upperBound)) {
      score += 1.5
    }
    let isElsewhere = reading.contains(.durationElsewhere, in: sentence)
    if isElsewhere { score -= asked ? 1.5 : 2.5 }
    guard score >= 2 else { return nil }
    return Length(months: months, score: score, message: reading.stream.indices[message])
  }

  /// The months of a unit of time.
  private func unit(at word: Int) -> Double? {
    if reading.has(.unitYear, at: word) { return 12 }
    if reading.has(.unitMonth, at: word) { return 1 }
    if reading.has(.unitWeek, at: word) { return 7 / 30.4 }
    if reading.has(.unitDay, at: word) { return 1 / 30.4 }
    return nil
  }

  /// How many units, and where the expression begins.
  private func count(
    before word: Int,
    _ unit: Double,
    _ sentence: Range<Int>
  ) -> (Double, start: Int)? {
    // "een maand of vier"
    if word + 2 < sentence.upperBound, reading.has(.durationOr, at: word + 1),
      let number = number(at: word + 2)
    {
      return (number, word)
    }
    if reading.has(.unitHalfYear, at: word) { return (0.5, word) }
    guard word > sentence.lowerBound else { return nil }
    let before = word - 1
    if reading.has(.durationHalf, at: before) {
      // "drie en een half jaar"
      let earlier = max(sentence.lowerBound, before - 3)..<before
      for place in earlier.reversed() where reading.stream.number(at: place) > 0 {
        return (Double(reading.stream.number(at: place)) + 0.5, place)
      }
      return (0.5, before)
    }
    if reading.has(.durationOneAndHalf, at: before) { return (1.5, before) }
    if reading.has(.durationFew, at: before) { return (unit >= 1 ? 3 : 2, before) }
    if reading.has(.durationMany, at: before) { return (unit >= 12 ? 6 : 8, before) }
    guard let number = number(at: before) else { return nil }
    // "2,5 jaar"
    if before > sentence.lowerBound, reading.stream.boundary(before: before) == .clause,
      reading.stream.number(at: before) >= 0, reading.stream.number(at: before) < 10,
      reading.stream.number(at: before - 1) >= 0, reading.stream.number(at: before - 1) < 10
    {
      let whole = Double(reading.stream.number(at: before - 1))
      return (whole + number / 10, before - 1)
    }
    return (number, before)
  }

  private func number(at word: Int) -> Double? {
    let number = reading.stream.number(at: word)
    if number > 0, number < 400 { return Double(number) }
    return NumberWords.value(at: word, reading, from: 1).map(Double.init)
  }

  // MARK: "sinds de zomer"

  private func moment(at word: Int, _ message: Int) -> Length? {
    guard !isNow(word) else { return nil }
    let sentence = reading.neighbourhood(of: word, before: 8, after: 6)
    guard let months = monthsSince(word, sentence), months >= 0 else { return nil }
    var score = 0.0
    let near = max(sentence.lowerBound, word - 4)..<word
    if reading.contains(.durationSinceMoment, in: near) { score += 1.5 }
    if reading.contains(.durationBegin, in: sentence) { score += 1.5 }
    if asksDuration(before: message) { score += 1.5 }
    if reading.exploitation[message] { score += 1 }
    if reading.contains(.durationElsewhere, in: sentence) || asksElsewhere(before: message) {
      score -= 2.5
    }
    guard score >= 1.5 else { return nil }
    return Length(
      months: months,
      score: score - 0.1,
      message: reading.stream.indices[message]
    )
  }

  /// Tells whether a month or season is what it is now: "en nu is het bijna kerst".
  private func isNow(_ word: Int) -> Bool {
    reading.has(.moment, at: word)
      && reading.contains(.ageNow, in: reading.neighbourhood(of: word, before: 5, after: 0))
      && !reading.contains(
        .durationSinceMoment,
        in: reading.neighbourhood(of: word, before: 2, after: 0)
      )
  }

  /// The months to a month or season that the visitor calls the present one, from one in the year
  /// before it; `nil` where nobody says what it is now.
  private func monthsToStatedNow(from month: Int, isLastYear: Bool) -> Double? {
    for message in reading.messages(of: .visitor) {
      for word in reading.stream.words(of: message) where isNow(word) {
        for now in 1...12 where reading.has(FactList.month(now), at: word) {
          let months = (now - month + 12) % 12
          return Double(isLastYear && months + 12 <= 23 && now >= month ? months + 12 : months)
        }
      }
    }
    return nil
  }

  /// The months from a date, month, season or year to the contact.
  private func monthsSince(_ word: Int, _ sentence: Range<Int>) -> Double? {
    if let token = reading.stream.token(at: word) {
      guard case .elapsed(let days) = token.generalisation, days >= 0 else { return nil }
      return Double(days) / 30.4
    }
    let now =
      Double(reading.contact.quarter.year) * 12
      + Double(reading.contact.quarter.number) * 3 - 1.5
    let near = max(sentence.lowerBound, word - 3)..<min(sentence.upperBound, word + 4)
    let year = reading.stream.number(at: word)
    if 1980...reading.contact.quarter.year ~= year {
      let elapsed = now - Double(year) * 12 - 6
      return max(elapsed, 1)
    }
    guard reading.has(.moment, at: word) else { return nil }
    for month in 1...12 where reading.has(FactList.month(month), at: word) {
      let isLastYear = reading.contains(.durationLastYear, in: near)
      if let stated = monthsToStatedNow(from: month, isLastYear: isLastYear) {
        return max(stated, 1)
      }
      var then = Double(reading.contact.quarter.year) * 12 + Double(month) - 0.5
      if let written = near.first(where: {
        1980...reading.contact.quarter.year ~= reading.stream.number(at: $0)
      }) {
        then = Double(reading.stream.number(at: written)) * 12 + Double(month) - 0.5
      } else if isLastYear {
        then -= 12
      } else if then > now + 1 {
        then -= 12
      }
      return max(now - then, 1)
    }
    if reading.has(.momentLockdown, at: word) { return max(now - (2020 * 12 + 2.5), 1) }
    return nil
  }

  // MARK: "sinds groep 8"

  /// Lengths from school years: a pupil of group n is about n + 4, of class n about n + 12.
  private func grades(_ age: Int) -> [Length] {
    var lengths: [Length] = []
    for message in reading.messages(of: .visitor) {
      for word in reading.stream.words(of: message) {
        guard let start = grade(at: word, message), start < Double(age) else { continue }
        let sentence = reading.neighbourhood(of: word, before: 8, after: 4)
        var score = 0.0
        if reading.contains(.durationSinceMoment, in: max(sentence.lowerBound, word - 4)..<word) {
          score += 1.5
        }
        if reading.contains(.durationBegin, in: sentence) { score += 1.5 }
        if asksDuration(before: message) { score += 1.5 }
        if reading.exploitation[message] { score += 1 }
        lengths.append(
          Length(
            months: (Double(age) + 0.5 - start) * 12,
            score: score,
            message: reading.stream.indices[message]
          )
        )
      }
    }
    return lengths
  }

  private func grade(at word: Int, _ message: Int) -> Double? {
    let words = reading.stream.words(of: message)
    if reading.has(.gradeFirst, at: word) { return 12.5 }
    if reading.has(.gradePrimaryStart, at: word) { return 6 }
    if reading.has(.gradeGroup, at: word), word + 1 < words.upperBound,
      let number = number(at: word + 1), number <= 8
    {
      return number + 4
    }
    if reading.has(.gradeClass, at: word) {
      for place in max(words.lowerBound, word - 2)..<word {
        if let number = number(at: place), number <= 6 { return number + 12 }
      }
      if word + 1 < words.upperBound, let number = number(at: word + 1), number <= 6 {
        return number + 12
      }
    }
    return nil
  }

  /// Tells whether the counsellor asked before a message how long it goes on.
  private func asksDuration(before message: Int) -> Bool {
    asks(before: message) { rest in
      reading.contains(.durationQuestionRest, in: rest)
        && !reading.contains(.durationElsewhereAsked, in: rest)
    }
  }

  /// Tells whether the counsellor asked before a message how long people live or are together.
  private func asksElsewhere(before message: Int) -> Bool {
    asks(before: message) { reading.contains(.durationElsewhereAsked, in: $0) }
  }

  private func asks(before message: Int, _ holds: (Range<Int>) -> Bool) -> Bool {
    for question in RuleBook.questions(before: message, reading.stream) {
      for word in reading.stream.words(of: question)
      where reading.has(.durationQuestion, at: word)
        && holds(reading.neighbourhood(of: word, before: 2, after: 8))
      {
        return true
      }
    }
    return false
  }
}
