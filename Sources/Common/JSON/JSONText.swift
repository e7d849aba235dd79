/// A string as JSON, quoted and escaped once to be written often.
public struct JSONText: Sendable {
  let quoted: [UInt8]

  /// Prepares a string.
  public init(_ text: String) {
    var writer = JSONWriter()
    writer.string(text)
    quoted = writer.bytes
  }

  /// Prepares a member whose value is a string, or a list of that string alone.
  public init(member key: String, _ value: String, inList: Bool) {
    var writer = JSONWriter()
    writer.key(key)
    if inList { writer.beginArray() }
    writer.string(value)
    if inList { writer.endArray() }
    quoted = writer.bytes
  }
}
