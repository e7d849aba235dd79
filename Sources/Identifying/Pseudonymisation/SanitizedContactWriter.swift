import JSON

/// Writes sanitized contacts as JSON Lines (`Schemas/transcript.v1.schema.json`).
///
/// Numbers become bands; times become the quarter.
public struct SanitizedContactWriter: Sendable {
  private var writer = JSONWriter()

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
      for variable in contact.registration.keys.sorted() {
        writer.key(variable)
        writer.beginArray()
        for code in contact.registration[variable] ?? [] { writer.string(code) }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endLine()
  }

  private mutating func write(_ message: SanitizedContact.Message, of contact: SanitizedContact) {
    writer.beginObject()
    writer.key("i")
    writer.integer(message.index)
    writer.key("from")
    writer.string(message.speaker.rawValue)
    writer.key("text")
    writer.beginString()
    for segment in contact.segments[message.segments] {
      switch segment {
      case .text(let range): writer.appendToString(contact.text[range])
      case .token(let token): writer.appendToString(TokenText.write(token))
      }
    }
    writer.endString()
    writer.endObject()
  }
}
