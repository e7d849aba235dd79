/// Reads the header of a gzip member byte by byte (RFC 1952, section 2.3), and drops what it says.
///
/// ISA-L 2.30 refuses members whose header carries a checksum (FHCRC), so the header is read here.
struct GzipHeader {
  /// Why bytes are no header.
  enum Fault: Error {
    /// A wrong magic number, method, or reserved flag.
    case malformed
    /// The header does not match its CRC-16.
    case checksum
  }

  private enum Part {
    case fixed
    case extraLength
    case extra
    case name
    case comment
    case check
    case done
  }

  private static let hasCheck: UInt8 = 2
  private static let hasExtra: UInt8 = 4
  private static let hasName: UInt8 = 8
  private static let hasComment: UInt8 = 16
  private static let reserved: UInt8 = 0xE0

  private var part = Part.fixed
  private var count = 0
  private var flags: UInt8 = 0
  private var length = 0
  private var crc: UInt32 = 0xFFFF_FFFF

  /// Whether the whole header was read.
  var isComplete: Bool { part == .done }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) throws(Fault) {
    switch part {
    case .fixed:
      switch count {
      case 0 where byte != 0x1F, 1 where byte != 0x8B, 2 where byte != 8,
        3 where byte & Self.reserved != 0:
        throw .malformed
      case 3: flags = byte
      default: break
      }
      add(byte)
      if count == 10 { begin(behind: .fixed) }
    case .extraLength:
      length |= Int(byte) << (8 * count)
      add(byte)
      if count == 2 {
        part = .extra
        count = 0
        if length == 0 { begin(behind: .extra) }
      }
    case .extra:
      add(byte)
      if count == length { begin(behind: .extra) }
    case .name, .comment:
      add(byte)
      if byte == 0 { begin(behind: part) }
    case .check:
      let expected = UInt8(truncatingIfNeeded: ~crc >> UInt32(8 * count))
      guard byte == expected else { throw .checksum }
      count += 1
      if count == 2 { part = .done }
    case .done: break
    }
  }

  /// Goes to the next part that the flags announce.
  private mutating func begin(behind last: Part) {
    count = 0
    let order: [(Part, UInt8)] = [
      (.fixed, 0), (.extraLength, Self.hasExtra), (.extra, 0), (.name, Self.hasName),
      (.comment, Self.hasComment), (.check, Self.hasCheck),
    ]
    let start = (order.firstIndex { $0.0 == last } ?? 0) + 1
    part = order[start...].first { $0.1 & flags != 0 }?.0 ?? .done
  }

  /// Adds a byte to the header's CRC-32, whose lower half is its check.
  private mutating func add(_ byte: UInt8) {
    count += 1
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
}
