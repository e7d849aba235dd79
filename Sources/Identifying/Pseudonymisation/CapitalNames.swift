/// Names to look for exactly as they are written, in whole words that begin with a capital.
public struct CapitalNames: Sendable {
  private var names: [(name: [UInt8], source: LeakSource)] = []
  /// The capitals that names begin with, a bit each.
  private var firsts: UInt32 = 0

  var isEmpty: Bool { names.isEmpty }

  /// Adds a name; one without a capital is left out, and of two sources the lower counts.
  mutating func add(_ bytes: ArraySlice<UInt8>, _ source: LeakSource) {
    guard let first = bytes.first, Self.isCapital(first) else { return }
    for place in names.indices where names[place].name.elementsEqual(bytes) {
      if source.rawValue < names[place].source.rawValue { names[place].source = source }
      return
    }
    names.append((Array(bytes), source))
    firsts |= 1 << UInt32(first - 0x41)
  }

  /// Gives each place of a name in a stretch of text.
  func search(_ text: [UInt8], in range: Range<Int>, _ found: (LeakSource, Range<Int>) -> Void) {
    let bytes = text.span
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if Self.isCapital(byte), firsts >> UInt32(byte - 0x41) & 1 != 0,
        at == range.lowerBound || !Self.isWord(bytes[at - 1])
      {
        for (name, source) in names where name[0] == byte {
          let end = at + name.count
          if end <= range.upperBound, end == range.upperBound || !Self.isWord(bytes[end]),
            text[at..<end].elementsEqual(name)
          {
            found(source, at..<end)
          }
        }
      }
      at += 1
    }
  }

  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
