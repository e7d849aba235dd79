/// A JSON text that could not be read.
public enum JSONError: Error, Equatable, Sendable {
  /// The text breaks the grammar of RFC 8259; carries the parser's code.
  case malformed(code: Int32)
  /// The text is not UTF-8 (RFC 3629).
  case invalidUTF8
  /// The system had no memory for the parser.
  case outOfMemory

  /// An English sentence that never quotes the text.
  public var reason: String {
    switch self {
    case .malformed(let code): JSONParser.message(for: code)
    case .invalidUTF8: "it is not valid UTF-8"
    case .outOfMemory: "there is no memory left to read it"
    }
  }
}
