import ChatLogs
import Detection
import JSON

/// The canaries of one contact: a copy to send through the whole line, and a look at what came out.
public struct CanaryRound: Sendable {
  /// How many sentences a copy gets.
  static let perContact = 3

  /// What was planted, in order.
  public let canaries: [Canary]
  /// The copy as a line of the canonical chat log, without its line feed.
  public let line: [UInt8]
  /// How many messages stand before the planted ones.
  private let own: Int

  /// Plants canaries in a copy of a contact.
  ///
  /// The copy has an id of its own, so that it can't be taken for the contact, and no metadata of
  /// the visitor; it belongs in an isolated ledger.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - number: The place in the round, from 0: decides which kinds, so that all have their turn.
  ///   - seed: What the values are drawn by; the same seed plants the same.
  ///   - settings: Kinds that are kept on purpose are not planted.
  public init(
    in contact: RawContact,
    number: Int,
    seed: UInt64,
    settings: RedactionSettings = .standard
  ) {
    var generator = CanaryGenerator(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    let kinds = CanaryGenerator.kinds.filter { settings.operation(for: $0) != .keep }
    var canaries: [Canary] = []
    for step in 0..<Self.perContact where !kinds.isEmpty {
      canaries.append(generator.canary(kinds[(number * Self.perContact + step) % kinds.count]))
    }
    self.canaries = canaries
    own = contact.conversation.messages.count
    line = Self.line(contact, canaries, number: number)
  }

  /// The kinds of the canaries that can still be read in what came out, in order of planting.
  ///
  /// A message that is gone counts as a miss too: a copy must come out whole.
  public func missed(in sanitized: SanitizedContact) -> [EntityKind] {
    guard sanitized.messages.count == own + canaries.count else { return canaries.map(\.kind) }
    var missed: [EntityKind] = []
    for (place, canary) in canaries.enumerated() {
      let message = sanitized.messages[own + place]
      var hasToken = false
      var left: [UInt8] = []
      for segment in sanitized.segments[message.segments] {
        switch segment {
        case .token: hasToken = true
        case .text(let range): left += sanitized.text[range] + [0]
        }
      }
      let value = IdentifierText(Array(canary.value.utf8)[...]).alphanumerics
      let rest = IdentifierText(left[...]).words.map { Array($0) }
      // No part of the value may stand on its own either ("Molenweg" without its number).
      let parts = IdentifierText(Array(canary.value.utf8)[...]).words.map { Array($0) }
      let isLeft = rest.contains(value) || parts.contains { $0.count > 1 && rest.contains($0) }
      if !hasToken || isLeft { missed.append(canary.kind) }
    }
    return missed
  }

  private static func line(_ contact: RawContact, _ canaries: [Canary], number: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("contact_id")
    writer.string("canary \(number)")
    writer.key("started_at")
    writer.string(RFC3339Text.utc(contact.startedAt.seconds))
    writer.key("messages")
    writer.beginArray()
    for message in contact.conversation.messages {
      write(message.speaker, contact.conversation.text[message.bytes], &writer)
    }
    for canary in canaries { write(.visitor, Array(canary.text.utf8)[...], &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private static func write(
    _ speaker: Speaker,
    _ text: ArraySlice<UInt8>,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("from")
    writer.string(speaker.rawValue)
    writer.key("text")
    writer.string(utf8: text)
    writer.endObject()
  }
}

extension CanaryRound: CustomStringConvertible, CustomReflectable {
  /// The kinds planted; the copy holds a contact's raw text.
  public var description: String {
    "CanaryRound(\(canaries.map(\.kind.rawValue).joined(separator: " ")), text withheld)"
  }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// How many canaries were planted and missed, by kind.
public struct CanaryTally: Equatable, Sendable {
  /// Planted, by kind.
  public private(set) var planted: [EntityKind: Int] = [:]
  /// Missed, by kind.
  public private(set) var missed: [EntityKind: Int] = [:]

  /// Makes an empty tally.
  public init() {}

  /// Adds what came of a contact's canaries.
  public mutating func add(_ round: CanaryRound, in sanitized: SanitizedContact) {
    for canary in round.canaries { planted[canary.kind, default: 0] += 1 }
    for kind in round.missed(in: sanitized) { missed[kind, default: 0] += 1 }
  }

  /// Adds the canaries of a copy that did not come out at all: all are missed.
  public mutating func addLost(_ round: CanaryRound) {
    for canary in round.canaries {
      planted[canary.kind, default: 0] += 1
      missed[canary.kind, default: 0] += 1
    }
  }

  /// The share that was missed, 0 to 1; 0 where none was planted.
  public var shareMissed: Double {
    let all = planted.values.reduce(0, +)
    return all == 0 ? 0 : Double(missed.values.reduce(0, +)) / Double(all)
  }
}

/// Writes moments as RFC 3339.
enum RFC3339Text {
  /// The moment in UTC, whole seconds.
  static func utc(_ seconds: Int64) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = Int(seconds - days * 86_400)
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + "\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
