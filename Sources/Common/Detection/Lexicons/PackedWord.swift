/// A word of at most sixteen bytes as one number, its first byte lowest: edits cost a few shifts.
struct PackedWord {
  private let bytes: UInt128
  /// The count of bytes.
  let count: Int

  private init(bytes: UInt128, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Packs a word of at most sixteen bytes.
  init(_ word: [UInt8]) { self.init(word, 0..<word.count) }

  /// Packs a stretch of at most sixteen bytes.
  init(_ text: [UInt8], _ range: Range<Int>) {
    precondition(range.count <= 16)
    var (low, high): (UInt64, UInt64) = (0, 0)
    for place in 0..<range.count {
      let byte = UInt64(text[range.lowerBound + place])
      if place < 8 {
        low |= byte << UInt64(8 * place)
      } else {
        high |= byte << UInt64(8 * place - 64)
      }
    }
    self.init(bytes: UInt128(high) << 64 | UInt128(low), count: range.count)
  }

  /// The hash of the word, as `WordHash` gives it.
  var hash: UInt64 {
    let (low, high) = (UInt64(truncatingIfNeeded: bytes), UInt64(truncatingIfNeeded: bytes >> 64))
    var hash = WordHash.seed
    if count < 8 {
      hash = WordHash.mix(hash, low)
    } else {
      hash = WordHash.mix(WordHash.mix(hash, low), high)
      if count == 16 { hash = WordHash.mix(hash, 0) }
    }
    return WordHash.finish(hash, count: count)
  }

  /// The word without the byte at a place.
  func removing(_ place: Int) -> PackedWord {
    let kept = (UInt128(1) << UInt128(8 * place)) - 1
    return PackedWord(bytes: bytes & kept | bytes >> 8 & ~kept, count: count - 1)
  }

  /// The word with the byte at a place and the one before it swapped.
  func swapping(_ place: Int) -> PackedWord {
    let shift = UInt128(8 * (place - 1))
    let pair = bytes >> shift & 0xFFFF
    let swapped = (pair << 8 | pair >> 8) & 0xFFFF
    return PackedWord(bytes: bytes & ~(0xFFFF << shift) | swapped << shift, count: count)
  }

  /// The word with a byte behind it; it has at most fifteen.
  func appending(_ byte: UInt8) -> PackedWord {
    PackedWord(bytes: bytes | UInt128(byte) << UInt128(8 * count), count: count + 1)
  }
}
