import ChatLogs
import Detection
import UnicodeText

/// Finds what a coder may still know of a detail.
struct Generaliser {
  let contact: CalendarDay?
  let region: @Sendable (String) -> String?

  /// Words before a date that make it a birth date; folded.
  private static let birthCues: [[UInt8]] = [
    "geboren", "geb", "geboortedatum", "gebdatum", "gebdat", "jarig", "verjaar", "verjaardag",
    "verjaardatum", "born", "birth", "birthday", "dob", "geburtstag", "naissance",
  ].map { Array($0.utf8) }

  /// Words before a date that make it the start of something; folded.
  private static let startCues: [[UInt8]] = [
    "sinds", "sindsdien", "vanaf", "since", "seit", "depuis", "begon", "begonnen", "started",
  ].map { Array($0.utf8) }

  /// Older dates with a written year are taken for birth dates unless the text says "since".
  ///
  /// Ten years: a help line for the young and the exploited is told few other dates so far back.
  private static let oldestStart = 10

  func generalise(
    _ kind: EntityKind,
    _ bytes: ArraySlice<UInt8>,
    before: ArraySlice<UInt8>
  ) -> Generalisation {
    switch kind {
    case .age: return AgeReading.years(bytes).map { .age(years: $0) } ?? .none
    case .location:
      return region(String(decoding: bytes, as: UTF8.self)).map { .region($0) } ?? .none
    case .date: return date(bytes, before: before)
    default: return .none
    }
  }

  private func date(_ bytes: ArraySlice<UInt8>, before: ArraySlice<UInt8>) -> Generalisation {
    guard let contact, let reading = DateReading(bytes, contact: contact) else { return .none }
    let years = reading.day.years(to: contact)
    let words = IdentifierText(before.suffix(60)).words.suffix(5).map { Array($0) }
    let isStart = words.contains { Self.startCues.contains($0) }
    let isBirth =
      words.contains { Self.birthCues.contains($0) }
      || (reading.hasYear && years >= Self.oldestStart && !isStart)
    if isBirth, reading.hasYear, (0...AgeReading.oldest).contains(years) {
      return .birth(years: years)
    }
    // A birthday without a year tells neither an age nor a duration.
    if isBirth { return .none }
    return .elapsed(days: contact.number - reading.day.number)
  }
}
