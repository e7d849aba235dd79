/// 256 bits that SHA-256 or HMAC-SHA-256 made.
public struct Digest: Hashable, Sendable {
  /// The four words, the first byte highest in the first word.
  let words: (UInt64, UInt64, UInt64, UInt64)

  /// The 32 bytes.
  public var bytes: [UInt8] { (0..<32).map { self[$0] } }

  /// A byte, 0...31.
  public subscript(index: Int) -> UInt8 {
    let word =
      switch index >> 3 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64(index & 7)))
  }

  /// The first 32 bits as a number.
  public var first32: UInt32 { UInt32(words.0 >> 32) }

  /// The first 64 bits as a number.
  public var first64: UInt64 { words.0 }

  /// The 64 hexadecimal digits, lower case.
  public var hexadecimal: String { Hexadecimal.encode(bytes.span) }

  /// Whether two digests are equal, in constant time.
  public func isEqual(to other: Digest) -> Bool {
    (words.0 ^ other.words.0) | (words.1 ^ other.words.1) | (words.2 ^ other.words.2)
      | (words.3 ^ other.words.3) == 0
  }

  /// Tells two digests apart.
  public static func == (left: Digest, right: Digest) -> Bool { left.isEqual(to: right) }

  /// Feeds the first 64 bits.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
