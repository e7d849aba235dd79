/// A string as JSON, quoted and escaped once to be written often.
public struct JSONText: Sendable {
  let quoted: [UInt8]

  /// Prepares a string.
  public init(_ text: String) {
    var writer = JSONWriter()
    writer.string(text)
    quoted = writer.bytes
  }
}
