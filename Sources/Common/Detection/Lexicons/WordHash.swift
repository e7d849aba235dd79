/// The hash of a folded word: eight bytes at a time, a multiplication and a shift each.
///
/// The mixing constants are those of SplitMix64 (Steele, Lea, Flood 2014). The value is part of
/// the lexicon's file format, so it never changes without a new version.
enum WordHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes one word of eight bytes into a hash.
  @inline(__always)
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product &>> 29
  }

  /// Finishes a hash.
  @inline(__always)
  static func finish(_ hash: UInt64, count: Int) -> UInt64 {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed &>> 32
  }

  /// Hashes a range of bytes; the hot kernel.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    var position = range.lowerBound
    let end = range.upperBound
    while position &+ 8 <= end {
      unsafe hash = mix(
        hash,
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      )
      position &+= 8
    }
    var rest: UInt64 = 0
    if position < end {
      if position &+ 8 <= bytes.count {
        // One load for the rest of the word; what lies behind the word is masked off.
        rest =
          unsafe UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          )
          & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* (end &- position))
      } else {
        var shift: UInt64 = 0
        while position < end {
          unsafe rest |= UInt64(bytes[position]) &<< shift
          shift &+= 8
          position &+= 1
        }
      }
    }
    return finish(mix(hash, rest), count: range.count)
  }

  /// The plain form of `hash`, which a differential test compares.
  static func reference(_ bytes: [UInt8]) -> UInt64 {
    var hash = seed
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word |= UInt64(byte) << UInt64(index % 8 * 8)
      if index % 8 == 7 {
        hash = mix(hash, word)
        word = 0
      }
    }
    return finish(mix(hash, word), count: bytes.count)
  }

  /// Hashes bytes of an array.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe hash($0, 0..<$0.count) }
  }

  /// Hashes a range of bytes of an array.
  static func hash(of range: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe hash($0, range) }
  }
}
