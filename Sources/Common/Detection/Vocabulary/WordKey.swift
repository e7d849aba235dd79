/// A word's first and last eight bytes: what the vocabulary compares.
///
/// Named hot kernel: two unaligned loads a word. `reference` says the same in plain Swift; a
/// differential test compares them.
struct WordKey: Equatable {
  let head: UInt64
  let tail: UInt64
  let hash: UInt64

  @inline(__always)
  private init(head: UInt64, tail: UInt64, count: Int) {
    self.head = head
    self.tail = tail
    var hash = head &* 0x9E37_79B9_7F4A_7C15 ^ tail &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    self.hash = hash ^ hash >> 32
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) { self.init(bytes.span, range) }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.lowerBound &+ 8 <= bytes.count else {
      self = Self.reference(bytes, range)
      return
    }
    let count = range.count
    let raw = unsafe bytes.bytes
    let first = unsafe UInt64(
      bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    )
    if count <= 8 {
      let head = count == 0 ? 0 : first &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
      self.init(head: head, tail: 0, count: count)
      return
    }
    let last = unsafe raw.unsafeLoadUnaligned(
      fromByteOffset: range.upperBound &- 8,
      as: UInt64.self
    )
    self.init(head: first, tail: UInt64(bigEndian: last), count: count)
  }

  /// The plain form of `init`.
  static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> WordKey {
    reference(bytes.span, range)
  }

  private static func reference(_ bytes: Span<UInt8>, _ range: Range<Int>) -> WordKey {
    let head = range.prefix(8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    let tail = range.count > 8 ? range.suffix(8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) } : 0
    return WordKey(head: head, tail: tail, count: range.count)
  }
}
