/// Whole numbers packed as LEB128: seven bits a byte, least significant first.
struct PackedNumbers {
  /// The packed bytes.
  private(set) var bytes: [UInt8] = []

  /// Adds a number, 0 or more.
  mutating func append(_ number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The numbers of packed bytes; `nil` where the last one is cut off or too large.
  static func unpack(_ bytes: [UInt8]) -> [Int]? {
    var numbers: [Int] = []
    var number: UInt = 0
    var shift: UInt = 0
    for byte in bytes {
      guard shift < 63 else { return nil }
      number |= UInt(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        guard number <= UInt(Int.max) else { return nil }
        numbers.append(Int(number))
        number = 0
        shift = 0
      } else {
        shift += 7
      }
    }
    return shift == 0 ? numbers : nil
  }
}
