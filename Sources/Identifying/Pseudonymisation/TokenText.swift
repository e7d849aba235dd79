import Cryptography
import Detection
import JSON

/// Tokens as they stand in a transcript: `<KIND>`, `<KIND:PSEUDONYM>`, `<KIND:VALUE>` or
/// `<KIND:PSEUDONYM:VALUE>`.
///
/// A pseudonym has eight or more capitals and digits of Crockford's base 32; a value is a band or
/// a region and never looks like one, so each form reads one way only.
enum TokenText {
  /// Writes a token into an open string; a number becomes its band.
  static func append(_ token: SanitizedContact.Token, to writer: inout JSONWriter) {
    writer.appendToString(openings[token.kind.place])
    if let pseudonym = token.pseudonym { append(value: pseudonym, to: &writer) }
    switch token.generalisation {
    case .none: break
    case .age(let years): append(value: AgeBand(years: years).rawValue, to: &writer)
    case .birth(let years):
      append(value: "birth_", to: &writer)
      writer.appendToString(AgeBand(years: years).rawValue)
    case .elapsed(let days): append(value: DurationBand(days: days).rawValue, to: &writer)
    case .region(let region): append(value: region, to: &writer)
    }
    writer.appendToString(">")
  }

  /// A token up to its kind, by the kind's place.
  private static let openings = EntityKind.allCases.map { Array("<\($0.rawValue)".utf8)[...] }

  private static func append(value: String, to writer: inout JSONWriter) {
    writer.appendToString(":")
    writer.appendToString(value)
  }

  private static let kinds = EntityKind.allCases.map { (Array($0.rawValue.utf8), $0) }

  private static func kind(_ name: ArraySlice<UInt8>) -> EntityKind? {
    kinds.first { $0.0.count == name.count && name.elementsEqual($0.0) }?.1
  }

  /// The longest token, in bytes.
  private static let longest = 96

  /// Reads a token that begins at a place of a text.
  ///
  /// A band comes back as the lowest number that it holds.
  ///
  /// - Returns: The token and the place behind it; `nil` where none begins.
  static func read(_ text: [UInt8], at start: Int) -> (token: SanitizedContact.Token, end: Int)? {
    guard text[start] == UInt8(ascii: "<"),
      let close = text[start...].prefix(longest).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let parts = text[(start + 1)..<close]
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count),
      let kind = kind(parts[0])
    else { return nil }
    var pseudonym: String?
    var rest = parts.dropFirst()
    if let first = rest.first, isPseudonym(first) {
      pseudonym = String(decoding: first, as: UTF8.self)
      rest = rest.dropFirst()
    }
    var generalisation = Generalisation.none
    if let value = rest.popFirst() {
      guard let read = Self.generalisation(String(decoding: value, as: UTF8.self), of: kind) else {
        return nil
      }
      generalisation = read
    }
    guard rest.isEmpty else { return nil }
    return (
      SanitizedContact.Token(kind: kind, pseudonym: pseudonym, generalisation: generalisation),
      close + 1
    )
  }

  private static func isPseudonym(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 8 && text.allSatisfy(Crockford.isCharacter)
  }

  private static func generalisation(_ value: String, of kind: EntityKind) -> Generalisation? {
    switch kind {
    case .age: return AgeBand(rawValue: value).map { .age(years: $0.lowest) }
    case .date:
      if value.hasPrefix("birth_") {
        return AgeBand(rawValue: String(value.dropFirst(6))).map { .birth(years: $0.lowest) }
      }
      return DurationBand(rawValue: value).map { .elapsed(days: $0.fewestDays) }
    default:
      let isRegion =
        (2...6).contains(value.utf8.count)
        && value.utf8.allSatisfy { byte in
          byte &- 0x41 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
        }
      return isRegion ? .region(value) : nil
    }
  }
}
