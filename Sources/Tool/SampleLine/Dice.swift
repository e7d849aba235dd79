/// Throws that come out the same on every machine and with every version of Swift: SplitMix64.
///
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
/// The standard library's `random(in:using:)` is left alone: it may change how it uses a
/// generator.
struct Dice {
  private var state: UInt64

  /// Makes dice whose throws follow from a text, by FNV-1a.
  init(seed: String) {
    state = 0xCBF2_9CE4_8422_2325
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number in a range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Tells whether a throw of a hundred falls below `percent`.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list, which must not be empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
