/// Writes scalars as UTF-8 (RFC 3629).
enum UTF8Encoding {
  /// Appends one scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let low = { (shift: UInt32) in UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0))
      bytes.append(low(0))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0))
      bytes.append(low(6))
      bytes.append(low(0))
    default:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0))
      bytes.append(low(12))
      bytes.append(low(6))
      bytes.append(low(0))
    }
  }
}
