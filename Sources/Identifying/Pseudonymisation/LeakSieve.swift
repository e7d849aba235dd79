/// A first look at a hash: most are no value's, and cost one load.
///
/// Never says no to what was put in. A bit a place, eight places or more for each hash, so that one
/// other hash in eight passes; it grows with what is put in.
struct LeakSieve {
  private var bits: [UInt64] = []
  /// By how much a hash is shifted to its place.
  private var shift: UInt64 = 64
  private var hashes: [UInt64] = []

  /// Whether a hash may have been put in.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    if bits.isEmpty { return false }
    let place = hash >> shift
    return bits[Int(truncatingIfNeeded: place >> 6)] >> (place & 63) & 1 != 0
  }

  /// Puts a hash in.
  mutating func insert(_ hash: UInt64) {
    // Kept also where its place is taken: when the sieve grows each hash gets its own.
    hashes.append(hash)
    if hashes.count * 8 > bits.count * 64 { grow() } else { mark(hash) }
  }

  /// Puts in what another sieve holds.
  mutating func formUnion(_ other: LeakSieve) {
    for hash in other.hashes { insert(hash) }
  }

  private mutating func mark(_ hash: UInt64) {
    let place = hash >> shift
    bits[Int(truncatingIfNeeded: place >> 6)] |= 1 << (place & 63)
  }

  private mutating func grow() {
    let count = max(64, bits.count * 4)
    bits = Array(repeating: 0, count: count)
    shift = UInt64(64 - 6 - count.trailingZeroBitCount)
    for hash in hashes { mark(hash) }
  }
}
