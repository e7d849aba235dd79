/// A word's first and last eight bytes: what the vocabulary compares.
///
/// Named hot kernel: two unaligned loads a word. `reference` says the same in plain Swift; a
/// differential test compares them.
struct WordKey: Equatable {
  let head: UInt64
  let tail: UInt64
  let hash: UInt64

  private init(head: UInt64, tail: UInt64, count: Int) {
    self.head = head
    self.tail = tail
    var hash = head &* 0x9E37_79B9_7F4A_7C15 ^ tail &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    self.hash = hash ^ hash >> 32
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.lowerBound + 8 <= bytes.count else {
      self = Self.reference(bytes, range)
      return
    }
    let count = range.count
    let (head, tail) = unsafe bytes.withUnsafeBytes { bytes -> (UInt64, UInt64) in
      let first = UInt64(
        bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
      )
      if count <= 8 { return (count == 0 ? 0 : first >> UInt64(64 - 8 * count), 0) }
      let last = unsafe bytes.loadUnaligned(
        fromByteOffset: range.upperBound - 8,
        as: UInt64.self
      )
      return (first, UInt64(bigEndian: last))
    }
    self.init(head: head, tail: tail, count: count)
  }

  /// The plain form of `init`.
  static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> WordKey {
    let head = bytes[range].prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    let tail = range.count > 8 ? bytes[range].suffix(8).reduce(0) { $0 << 8 | UInt64($1) } : 0
    return WordKey(head: head, tail: tail, count: range.count)
  }
}
