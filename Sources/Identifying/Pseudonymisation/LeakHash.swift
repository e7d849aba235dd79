/// Hashes of words and digits: 64 bits, eight bytes a step.
///
/// No two words of seven bytes or fewer have the same; two others have it with a chance of 5e-20.
struct LeakHash {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private var chunk: UInt64 = 0
  private var count: UInt64 = 0

  /// Takes the next byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    chunk = chunk << 8 | UInt64(byte)
    count &+= 1
    if count & 7 == 0 {
      hash = Self.mixed(hash ^ chunk)
      chunk = 0
    }
  }

  /// The hash of the bytes so far.
  @inline(__always)
  var value: UInt64 { Self.mixed(hash ^ chunk ^ count << 59) }

  /// The hash of bytes.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = LeakHash()
    for byte in bytes { hash.append(byte) }
    return hash.value
  }

  /// The hash of two neighbours; of more by folding from the left.
  @inline(__always)
  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xD134_2543_DE82_EF95
    return product ^ product >> 29
  }

  /// A multiplier with well mixed bits (Steele and Vigna, 2021); the high half is folded back, so
  /// that the low bits depend on every byte.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xD134_2543_DE82_EF95
    return product ^ product >> 32
  }
}
