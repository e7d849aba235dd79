/// Crockford's base 32: digits and capitals without I, L, O and U.
///
/// Source: Douglas Crockford, "Base 32", https://www.crockford.com/base32.html. Five bits a
/// character, highest first.
public enum Crockford {
  /// The 32 characters, by value.
  public static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Writes the first `characters` groups of five bits of a digest.
  ///
  /// - Parameters:
  ///   - digest: The digest.
  ///   - characters: 1...51; 51 characters are 255 bits.
  /// - Returns: The text.
  public static func encode(_ digest: Digest, characters: Int) -> String {
    precondition((1...51).contains(characters))
    if characters <= 12 {
      // The usual token fits one word: no bits are carried.
      var rest = digest.first64
      var text: [UInt8] = []
      text.reserveCapacity(characters)
      for _ in 0..<characters {
        text.append(alphabet[Int(rest >> 59)])
        rest <<= 5
      }
      return String(decoding: text, as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(characters)
    var pending: UInt32 = 0
    var bits = 0
    var next = 0
    while text.count < characters {
      if bits < 5 {
        pending = pending << 8 | UInt32(digest[next])
        next += 1
        bits += 8
      }
      bits -= 5
      text.append(alphabet[Int(pending >> UInt32(bits)) & 31])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a byte is one of the 32 characters, as written here (capitals only).
  public static func isCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "O"), UInt8(ascii: "U"): false
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }
}
