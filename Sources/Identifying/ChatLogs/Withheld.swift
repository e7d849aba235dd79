/// Bytes that identify somebody: they do not print, and only the Identifying zone is handed them.
public struct Withheld: Hashable, Sendable {
  /// The bytes, UTF-8 where the field is text.
  public let bytes: [UInt8]

  /// Withholds bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Withholds text.
  public init(_ text: String) { self.bytes = Array(text.utf8) }
}

extension Withheld: CustomStringConvertible, CustomReflectable {
  /// The count of bytes only.
  public var description: String { "Withheld(\(bytes.count) bytes)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
