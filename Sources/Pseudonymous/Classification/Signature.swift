/// A set of symbols in 128 bits: tells fast that none of some symbols is there.
///
/// Symbols share bits, so an overlap proves nothing and no overlap proves absence.
struct Signature: Equatable, Sendable {
  private var bits = SIMD2<UInt64>.zero

  /// The signature of no symbol.
  static let none = Signature()
  /// A signature that every other but `none` overlaps.
  static let all = Signature(bits: SIMD2(.max, .max))

  private init(bits: SIMD2<UInt64> = .zero) { self.bits = bits }

  /// The signature of some symbols.
  init(of symbols: some Sequence<Vocabulary.Symbol>) {
    for symbol in symbols { bits[Int(symbol >> 6) & 1] |= 1 << UInt64(symbol & 63) }
  }

  /// Adds another's symbols.
  @inline(__always)
  mutating func formUnion(_ other: Signature) { bits |= other.bits }

  /// Tells whether a symbol may be in both.
  @inline(__always)
  func overlaps(_ other: Signature) -> Bool {
    let common = bits & other.bits
    return common[0] | common[1] != 0
  }
}
