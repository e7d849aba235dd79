/// Why a line is not a contact; never its text.
public enum LineDamage: Error, Equatable, Sendable {
  /// The input has no byte at all.
  case emptyInput
  /// The line is longer than the limit, in bytes.
  case tooLong(limit: Int)
  /// The line breaks the grammar of JSON (RFC 8259).
  case malformed(code: Int32)
  /// The line is not UTF-8.
  case invalidUTF8
  /// The line is JSON, but no object.
  case notAnObject
  /// A required field is absent, `null` or empty.
  case missing(ChatLogField)
  /// A field has another JSON type than the schema's.
  case wrongType(ChatLogField)
  /// A field occurs twice, so that its value is a matter of taste.
  case repeated(ChatLogField)
  /// A time is not RFC 3339, or lies before 1996.
  case invalidTime(ChatLogField)
  /// A speaker or channel is not one of the schema's.
  case unknownValue(ChatLogField)
  /// The gzip stream ends inside a member, at this byte of the file.
  case truncatedGzip(offset: Int)
  /// The gzip stream is broken, at this byte of the file.
  case corruptGzip(offset: Int)
  /// The gzip stream does not match its own checksum, at this byte of the file.
  case gzipChecksum(offset: Int)

  /// A word for logs and the ledger, such as `missing`.
  public var code: String {
    switch self {
    case .emptyInput: "empty_input"
    case .tooLong: "too_long"
    case .malformed: "malformed"
    case .invalidUTF8: "invalid_utf8"
    case .notAnObject: "not_an_object"
    case .missing: "missing"
    case .wrongType: "wrong_type"
    case .repeated: "repeated"
    case .invalidTime: "invalid_time"
    case .unknownValue: "unknown_value"
    case .truncatedGzip: "truncated_gzip"
    case .corruptGzip: "corrupt_gzip"
    case .gzipChecksum: "gzip_checksum"
    }
  }

  /// The field at fault, where it is one.
  public var field: ChatLogField? {
    switch self {
    case .missing(let field), .wrongType(let field), .repeated(let field),
      .invalidTime(let field), .unknownValue(let field):
      field
    default: nil
    }
  }
}
