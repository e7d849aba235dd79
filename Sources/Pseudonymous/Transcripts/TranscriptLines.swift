import Pseudonymisation

/// Contacts written as lines of a transcript; made on any core, appended in order.
///
/// Can be made of sanitized contacts only, so a transcript holds nothing else.
public struct TranscriptLines: Sendable {
  /// How many contacts.
  public private(set) var contacts = 0
  private var writer = SanitizedContactWriter()

  /// Makes no lines.
  public init() {}

  /// Writes a contact behind the others.
  public mutating func append(_ contact: SanitizedContact) {
    writer.write(contact)
    contacts += 1
  }

  /// The lines, UTF-8, each with its line feed.
  public var bytes: [UInt8] { writer.bytes }
}
