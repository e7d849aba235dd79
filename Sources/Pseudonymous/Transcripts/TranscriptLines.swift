import Pseudonymisation

/// Contacts written as lines of a transcript; made on any core, appended in order.
///
/// Can be made of sanitized contacts, and of lines that read back as such, only; so a transcript
/// holds nothing else.
public struct TranscriptLines: Sendable {
  /// How many contacts.
  public private(set) var contacts = 0
  /// The lines, UTF-8, each with its line feed.
  public private(set) var bytes: [UInt8] = []

  /// Makes no lines.
  public init() {}

  /// Writes a contact behind the others.
  public mutating func append(_ contact: SanitizedContact) {
    var writer = SanitizedContactWriter()
    writer.write(contact)
    if bytes.isEmpty { bytes = writer.bytes } else { bytes.append(contentsOf: writer.bytes) }
    contacts += 1
  }

  /// Puts a line behind the others as it stands.
  public mutating func append(_ line: TranscriptBatch.Line) {
    bytes.append(contentsOf: line.bytes)
    contacts += 1
  }
}
