import Detection
import Pseudonymisation

/// Ages in a contact: whose, and whether now or at the start.
struct AgeReader {
  /// Whose age it is.
  enum Owner: Equatable {
    /// The visitor's.
    case visitor
    /// Another's, named by a word for a (possible) victim, or by `zij`, `hij`.
    case other
    /// An exploiter's, by a word for one.
    case exploiter
    /// Not told.
    case unclear
  }

  /// One age.
  struct Age {
    let years: Int
    let owner: Owner
    /// Whether it is an age in the past: "toen ik twaalf was".
    let isPast: Bool
    /// How clear the owner is, 0...4.
    let clarity: Int
    /// The input's index of the message.
    let message: Int
    /// The place of the word.
    let word: Int
  }

  /// All ages, in order.
  let ages: [Age]
  private let isAboutAnother: Bool

  init(_ reading: Reading) {
    isAboutAnother = reading.isAboutAnother
    var ages: [Age] = []
    for word in reading.stream.numerals {
      let message = reading.stream.message(of: word)
      guard reading.stream.speakers[message] == .visitor else { continue }
      guard let age = Self.age(at: word, in: message, reading) else { continue }
      // "14.. nee wacht 15": the second stands for the first.
      if let last = ages.last, Self.isCorrection(of: last, at: word, in: message, reading) {
        ages[ages.count - 1] = Age(
          years: age.years,
          owner: last.owner,
          isPast: last.isPast,
          clarity: max(last.clarity, age.clarity),
          message: age.message,
          word: word
        )
      } else {
        ages.append(age)
      }
    }
    self.ages = ages
  }

  /// The age now of the (possible) victim, 0...99.
  func age() -> Age? {
    let wanted: Owner = isAboutAnother ? .other : .visitor
    var best: Age?
    for age in ages
    where !age.isPast && age.years < 100 && (age.years >= 6 || age.clarity >= 4) {
      guard age.owner == wanted || (age.owner == .unclear && age.clarity > 0) else { continue }
      let isBetter = best.map { Self.rank(age, wanted) > Self.rank($0, wanted) } ?? true
      if isBetter { best = age }
    }
    return best
  }

  /// The ages in the past of the (possible) victim.
  var starts: [Age] {
    let wanted: Owner = isAboutAnother ? .other : .visitor
    return ages.filter { $0.isPast && ($0.owner == wanted || $0.owner == .unclear) }
  }

  private static func rank(_ age: Age, _ wanted: Owner) -> Int {
    age.clarity * 2 + (age.owner == wanted ? 3 : 0)
  }

  /// Tells whether a word of correction stands between an age and the one before it.
  private static func isCorrection(
    of last: Age,
    at word: Int,
    in message: Int,
    _ reading: Reading
  ) -> Bool {
    last.word >= reading.stream.messageStart[message] && word - last.word <= 4
      && reading.contains(.ageCorrection, in: last.word + 1..<word)
  }

  // MARK: One word

  private static func age(at word: Int, in message: Int, _ reading: Reading) -> Age? {
    guard let (years, isCertain, isBirth) = years(at: word, reading) else { return nil }
    let stream = reading.stream
    let before = reading.neighbourhood(of: word, before: 6, after: 0)
    let after = reading.neighbourhood(of: word, before: 0, after: 4)
    let past = before.lowerBound..<word
    let close = max(past.lowerBound, word - 3)..<word
    var value = years
    // "word 21", "bijna zeventien": one year to go.
    if !isBirth, isYetToCome(word, past, reading) { value -= 1 }
    let isPast =
      !isBirth
      && (close.contains { isMarkOfPast($0, before.lowerBound..<after.upperBound, reading) }
        || reading.contains(.ageWasBefore, in: max(past.lowerBound, word - 1)..<word)
        || reading.contains(.ageMy, in: max(past.lowerBound, word - 1)..<word)
        || (reading.contains(.agePastBefore, in: past)
          && reading.contains(.ageWas, in: before.lowerBound..<after.upperBound)))
      && !reading.contains(.ageNow, in: close)
    var (owner, clarity) = owner(word, past, after, message, reading)
    // "vanaf mijn twaalfde", "sinds haar tiende".
    let isSinceAge = isPast && reading.contains(.ageMy, in: max(past.lowerBound, word - 1)..<word)
    if isSinceAge, owner == .unclear || owner == .other {
      (owner, clarity) = (reading.isAboutAnother ? .other : .visitor, 3)
    }
    if isBirth, owner == .unclear { (owner, clarity) = (.visitor, 1) }
    if !isCertain {
      // A bare number is an age only where the words say so.
      guard clarity >= 3, years >= (isSinceAge ? 5 : 8) else { return nil }
    }
    return Age(
      years: value,
      owner: owner,
      isPast: isPast,
      clarity: clarity,
      message: stream.indices[message],
      word: word
    )
  }

  /// The years that a word tells; whether it is surely an age; whether it is a birth date.
  private static func years(
    at word: Int,
    _ reading: Reading
  ) -> (Int, isCertain: Bool, isBirth: Bool)? {
    if let token = reading.stream.token(at: word) {
      switch token.generalisation {
      case .age(let years): return (years, true, false)
      case .birth(let years): return (years, true, true)
      case .none, .elapsed, .region: return nil
      }
    }
    let number = reading.stream.number(at: word)
    let isNumber = 5...99 ~= number
    guard let years = isNumber ? number : NumberWords.value(at: word, reading, from: 5) else {
      return nil
    }
    // "15 jaar geleden", "15 euro", "15 keer", "15 uur" are no ages.
    let after = reading.neighbourhood(of: word, before: 0, after: 2)
    let next = word + 1..<after.upperBound
    if reading.contains(.ageNotAfter, in: next) { return nil }
    if reading.contains(.ageOld, in: next) { return (years, true, false) }
    return (years, false, false)
  }

  private static func owner(
    _ word: Int,
    _ past: Range<Int>,
    _ after: Range<Int>,
    _ message: Int,
    _ reading: Reading
  ) -> (Owner, clarity: Int) {
    let stream = reading.stream
    // "v 16", "m/15".
    if word > stream.messageStart[message], reading.has(.ageSexLetter, at: word - 1) {
      return (.visitor, 3)
    }
    // "20, meid": the one who writes, where it stands at the start of the chat.
    let isOpening = !reading.isAboutAnother && isOpening(message, reading)
    if isOpening, word + 1 < after.upperBound, reading.has(.ageSexLetter, at: word + 1) {
      return (.visitor, 3)
    }
    // "een meisje van 15", "vriend van 24"; "ik ben een meisje van 15", "meisje van 15 hier".
    if past.count >= 2, reading.has(.ageOf, at: word - 1) {
      for place in past.dropLast().suffix(3).reversed() {
        if isSaidOfSelf(place, past, reading) { return (.visitor, 4) }
        if !reading.isAboutAnother, place == stream.messageStart[message],
          reading.has(.ageVictimNoun, at: place)
        {
          return (.visitor, 3)
        }
        // "vraagje van een vrouw van 27"
        if isOpening, place >= past.lowerBound + 2, reading.has(.ageOf, at: place - 2),
          reading.has(.ageSexLetter, at: place)
        {
          return (.visitor, 3)
        }
        if reading.has(.ageVictimNoun, at: place) { return (.other, 3) }
        if reading.has(.ageExploiterNoun, at: place) { return (.exploiter, 4) }
      }
    }
    // The nearest subject before it: "ik ben", "ze is", "mijn dochter is".
    for place in past.reversed() {
      if reading.has(.ageSelf, at: place) {
        // "ik schat haar 17" tells nothing of the visitor.
        if reading.contains(.ageGuess, in: place..<word) { continue }
        let isStated = reading.contains(.ageBe, in: max(place, word - 3)..<word)
        return (.visitor, isStated ? 4 : 2)
      }
      if isSaidOfSelf(place, past, reading) { return (.visitor, 3) }
      if reading.has(.ageVictimNoun, at: place) { return (.other, 3) }
      if reading.has(.ageExploiterNoun, at: place) { return (.exploiter, 3) }
      if reading.has(.ageThird, at: place) { return (.other, 2) }
    }
    let asked = asks(before: message, reading)
    let isEarly = word - stream.messageStart[message] < 3
    if let asked, isEarly { return (asked, 4) }
    if reading.contains(.ageBe, in: past.suffix(2)) { return (.visitor, 3) }
    if let asked { return (asked, 3) }
    // "Hoe lang is dat al zo?" - "zeven jaar": no age.
    if asksLength(before: message, reading) { return (.unclear, 0) }
    if reading.contains(.ageOld, in: word + 1..<after.upperBound) || isEarly && after.count == 1 {
      return (.unclear, 2)
    }
    return (.unclear, isEarly ? 1 : 0)
  }

  /// Tells whether a word puts an age into the past: "toen ik 12 was"; "als jongen van 12" only
  /// beside a verb that does.
  private static func isMarkOfPast(
    _ place: Int,
    _ sentence: Range<Int>,
    _ reading: Reading
  ) -> Bool {
    reading.has(.agePastBefore, at: place)
      && (!reading.has(.ageAs, at: place) || reading.contains(.ageWas, in: sentence))
  }

  /// Tells whether an age is yet to be reached: "word 21", "word over een maand 17".
  private static func isYetToCome(_ word: Int, _ past: Range<Int>, _ reading: Reading) -> Bool {
    if reading.contains(.ageFuture, in: past.suffix(2)) { return true }
    return reading.first(.ageFuture, in: past).map { place in
      reading.contains(.ageWithin, in: place + 1..<word)
    } ?? false
  }

  /// Whether a message is the visitor's first, or the second.
  private static func isOpening(_ message: Int, _ reading: Reading) -> Bool {
    reading.stream.speakers[..<message].count { $0 == .visitor } < 2
  }

  /// Whether a noun is what the visitor calls themself: "ben een meisje", "i'm a boy".
  private static func isSaidOfSelf(
    _ place: Int,
    _ past: Range<Int>,
    _ reading: Reading
  ) -> Bool {
    guard reading.has(.ageVictimNoun, at: place) || reading.has(.ageExploiterNoun, at: place) else {
      return false
    }
    // "ik man uit Polen", "als jongen van 19".
    if place > past.lowerBound,
      reading.has(.ageSelf, at: place - 1) || reading.has(.ageAs, at: place - 1)
    {
      return true
    }
    // "ben een meisje", "i am a man", "ik ben au pair, vrouw"; but not "ik ben bij een man".
    let near = max(past.lowerBound, place - 4)..<place
    guard let me = near.first(where: { reading.has(.ageSelf, at: $0) }),
      reading.contains(.ageBe, in: me..<place)
    else { return false }
    return !reading.contains(.ageNotSelf, in: me + 1..<place)
  }

  /// Tells whether the counsellor asked for a length of time before a message.
  private static func asksLength(before message: Int, _ reading: Reading) -> Bool {
    RuleBook.questions(before: message, reading.stream).contains { question in
      reading.contains(.durationQuestion, in: reading.stream.words(of: question))
    }
  }

  /// Whose age the counsellor asked for before a message.
  private static func asks(before message: Int, _ reading: Reading) -> Owner? {
    for question in RuleBook.questions(before: message, reading.stream).reversed() {
      let words = reading.stream.words(of: question)
      for word in words where reading.has(.ageQuestion, at: word) {
        let rest = reading.neighbourhood(of: word, before: 2, after: 5)
        if reading.contains(.ageYou, in: rest) { return .visitor }
        if reading.contains(.ageThird, in: rest) || reading.contains(.ageVictimNoun, in: rest) {
          return .other
        }
        return reading.isAboutAnother ? .other : .visitor
      }
    }
    return nil
  }
}

extension Range<Int> {
  /// The last places of a range.
  func suffix(_ count: Int) -> Range<Int> {
    Swift.max(lowerBound, upperBound - count)..<upperBound
  }

  /// All places but the last.
  func dropLast() -> Range<Int> { lowerBound..<Swift.max(lowerBound, upperBound - 1) }
}
