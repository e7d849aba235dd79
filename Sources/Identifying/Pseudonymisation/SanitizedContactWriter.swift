import Detection
import JSON

/// Writes sanitized contacts as JSON Lines (`Schemas/transcript.v1.schema.json`).
///
/// Numbers become bands; times become the quarter.
public struct SanitizedContactWriter: Sendable {
  private var writer = JSONWriter()

  private static let index = JSONText("i")
  private static let from = JSONText("from")
  private static let text = JSONText("text")
  private static let visitor = JSONText(Speaker.visitor.rawValue)
  private static let counsellor = JSONText(Speaker.counsellor.rawValue)

  /// Makes a writer.
  public init() {}

  /// The bytes so far.
  public var bytes: [UInt8] { writer.bytes }

  /// Forgets the bytes and keeps the memory.
  public mutating func removeAll() { writer.removeAll() }

  /// Writes a contact and the end of its line.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - id: What stands in place of its token, where the caller may keep ids.
  public mutating func write(_ contact: SanitizedContact, id: String? = nil) {
    if writer.bytes.isEmpty {
      writer.reserveCapacity(
        contact.text.count + 40 * contact.messages.count + 28 * contact.segments.count + 256
      )
    }
    writer.beginObject()
    writer.key("contact")
    writer.string(id ?? contact.token)
    writer.key("quarter")
    writer.string(contact.quarter.description)
    writer.key("channel")
    writer.string(contact.channel)
    writer.key("minutes")
    writer.integer(contact.durationMinutes)
    writer.key("messages")
    writer.beginArray()
    for message in contact.messages { write(message, of: contact) }
    writer.endArray()
    if !contact.registration.isEmpty {
      writer.key("registration")
      writer.beginObject()
      let registration = Self.withoutAges(contact.registration)
      for variable in registration.keys.sorted() {
        writer.key(variable)
        writer.beginArray()
        for code in registration[variable] ?? [] { writer.string(code) }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endLine()
  }

  /// An age that the counsellor registered leaves as its band, as one in the text does.
  private static func withoutAges(_ registration: [String: [String]]) -> [String: [String]] {
    guard let years = registration["age_years"]?.first.flatMap({ Int($0) }) else {
      return registration
    }
    var banded = registration
    banded["age_years"] = nil
    if banded["age_band"] == nil { banded["age_band"] = [AgeBand(years: years).rawValue] }
    return banded
  }

  private mutating func write(_ message: SanitizedContact.Message, of contact: SanitizedContact) {
    writer.beginObject()
    writer.key(Self.index)
    writer.integer(message.index)
    writer.key(Self.from)
    switch message.speaker {
    case .visitor: writer.string(Self.visitor)
    case .counsellor: writer.string(Self.counsellor)
    default: writer.string(message.speaker.rawValue)
    }
    writer.key(Self.text)
    writer.beginString()
    for segment in contact.segments[message.segments] {
      switch segment {
      case .text(let range): writer.appendToString(contact.text[range])
      case .token(let token): TokenText.append(token, to: &writer)
      }
    }
    writer.endString()
    writer.endObject()
  }
}
