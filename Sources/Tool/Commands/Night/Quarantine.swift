import ChatLogs
import JSON
import Keys

/// Where what could not be read is kept, sealed, until the steward looks at it.
///
/// An item is two files: `NAME.sealed` (AES-256-GCM under the quarantine root) and `NAME.json`,
/// which tells place and reason and no text. The name is made of the input's keyed digest and the
/// line, so that a night that is run again writes the same items.
struct Quarantine: Sendable {
  /// Why something is kept.
  struct Reason: Sendable {
    /// A word for logs, such as `malformed` or `conflict`.
    let code: String
    /// The field at fault, or empty.
    let field: String

    /// The contact's id came before with other content.
    static let conflict = Reason(code: "conflict", field: "contact_id")
    /// The contact's period is closed.
    static let periodClosed = Reason(code: "period_closed", field: "started_at")
  }

  /// The folder.
  let path: String
  /// What seals the items.
  let keyring: Keyring

  /// Keeps one item.
  ///
  /// - Parameters:
  ///   - bytes: The line as it was delivered.
  ///   - input: The input's keyed digest.
  ///   - position: Where it stood.
  ///   - piece: Which piece of a line above the limit, 0-based.
  ///   - reason: Why it is kept.
  /// - Throws: `KeyringError`, or `Complaint` where it cannot be written.
  func keep(
    _ bytes: [UInt8],
    input: [UInt8],
    position: InputPosition,
    piece: Int,
    reason: Reason
  ) throws {
    let digest = Self.hexadecimal(input.prefix(8))
    let item = "\(digest)-\(position.line)" + (piece > 0 ? "-\(piece)" : "")
    let name = "\(path)/\(item)"
    try Folders.write(try keyring.sealForQuarantine(bytes.span), to: name + ".sealed")
    var json = JSONWriter()
    json.beginObject()
    json.key("item")
    json.string(item)
    json.key("input")
    json.integer(position.input)
    json.key("input_digest")
    json.string(Self.hexadecimal(input[...]))
    json.key("line")
    json.integer(position.line)
    json.key("piece")
    json.integer(piece)
    json.key("reason")
    json.string(reason.code)
    json.key("field")
    json.string(reason.field)
    json.key("bytes")
    json.integer(bytes.count)
    json.endObject()
    json.endLine()
    try Folders.write(json.bytes, to: name + ".json")
  }

  /// The names of the items, in byte order.
  static func items(in path: String) -> [String] {
    Folders.names(in: path).filter { $0.hasSuffix(".sealed") }.map { String($0.dropLast(7)) }
  }

  /// Whether any item was sealed by a root.
  static func holdsItems(beginningWith mark: [UInt8], in path: String) throws -> Bool {
    try items(in: path).contains { item in
      try readBytes("\(path)/\(item).sealed").starts(with: mark)
    }
  }

  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
