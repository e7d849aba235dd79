/// What a byte of folded text is.
struct ByteKind: Equatable {
  let rawValue: UInt8

  static let letter = ByteKind(rawValue: 1)
  static let digit = ByteKind(rawValue: 2)
  static let high = ByteKind(rawValue: 4)
  static let space = ByteKind(rawValue: 8)
  static let line = ByteKind(rawValue: 9 << 3)
  static let stop = ByteKind(rawValue: 2 << 3)
  static let comma = ByteKind(rawValue: 3 << 3)
  static let dash = ByteKind(rawValue: 4 << 3)
  static let apostrophe = ByteKind(rawValue: 5 << 3)
  static let joint = ByteKind(rawValue: 6 << 3)
  static let sign = ByteKind(rawValue: 7 << 3)
  static let other = ByteKind(rawValue: 8 << 3)
  static let underscore = ByteKind(rawValue: 10 << 3)
  static let upper = ByteKind(rawValue: 0x80)

  /// Whether the byte is an ASCII letter or digit.
  var isWord: Bool { rawValue & 0x83 != 0 }

  /// What the byte adds to a gap.
  var gap: Gap {
    switch self {
    case .space: .space
    case .line: .line
    case .stop: .stop
    case .comma: .comma
    case .dash: .dash
    case .apostrophe: .apostrophe
    case .joint, .underscore: .joint
    default: .other
    }
  }

  static let table: [ByteKind] = (0...255).map { (byte: Int) -> ByteKind in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x80...0xFF: .high
    case UInt8(ascii: " "), 9: .space
    case 10, 11, 12, 13: .line
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "/"): .joint
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "@"), UInt8(ascii: "#"): .sign
    default: .other
    }
  }
}
