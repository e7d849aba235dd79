/// Reads scalars of valid UTF-8 (RFC 3629).
public enum UTF8Scalar {
  /// Returns the scalar that begins at an offset and its count of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - offset: The scalar's first byte.
  /// - Returns: The scalar; a stray or cut-off byte gives U+FFFD of width 1.
  public static func read(_ bytes: [UInt8], at offset: Int) -> (value: UInt32, width: Int) {
    read(bytes.span, at: offset)
  }

  /// Returns the scalar that begins at an offset of a span and its count of bytes.
  public static func read(_ bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, width: Int) {
    let first = bytes[offset]
    let width = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if width == 1 { return (UInt32(first), 1) }
    guard width > 0, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for index in offset + 1..<offset + width { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, width)
  }
}
