/// Bytes that identify somebody: they do not print, and only the Identifying zone is handed them.
public struct Withheld: Hashable, Sendable {
  /// The bytes, UTF-8 where the field is text.
  public let bytes: [UInt8]

  /// Withholds bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Withholds text.
  public init(_ text: String) { self.bytes = Array(text.utf8) }

  /// An id without the blanks and control characters around it, which nobody sees or could name.
  public static func trimmed(_ id: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = id.firstIndex(where: { $0 > 0x20 }),
      let last = id.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return Array(id[first...last])
  }
}

extension Withheld: CustomStringConvertible, CustomReflectable {
  /// The count of bytes only.
  public var description: String { "Withheld(\(bytes.count) bytes)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
