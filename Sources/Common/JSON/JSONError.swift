/// A JSON text that could not be read.
public enum JSONError: Error, Equatable, Sendable {
  /// The text breaks the grammar of RFC 8259 or is not UTF-8; carries the parser's code.
  case malformed(code: Int32)
  /// The system had no memory for the parser.
  case outOfMemory

  /// An English sentence that never quotes the text.
  public var reason: String {
    switch self {
    case .malformed(let code): JSONParser.message(for: code)
    case .outOfMemory: "there is no memory left to read it"
    }
  }
}
