/// Names to look for exactly as they are written, in whole words that begin with a capital.
public struct CapitalNames: Sendable {
  private var byFirst: [UInt8: [(name: [UInt8], source: LeakSource)]] = [:]

  var isEmpty: Bool { byFirst.isEmpty }

  /// Adds a name; one without a capital is left out, and of two sources the lower counts.
  mutating func add(_ bytes: ArraySlice<UInt8>, _ source: LeakSource) {
    guard let first = bytes.first, Self.isCapital(first) else { return }
    let name = Array(bytes)
    var names = byFirst[first] ?? []
    if let known = names.firstIndex(where: { $0.name == name }) {
      if source.rawValue < names[known].source.rawValue { names[known].source = source }
    } else {
      names.append((name, source))
    }
    byFirst[first] = names
  }

  /// Gives each place of a name in a stretch of text.
  func search(_ text: [UInt8], in range: Range<Int>, _ found: (LeakSource, Range<Int>) -> Void) {
    for at in range {
      guard Self.isCapital(text[at]), let names = byFirst[text[at]],
        at == range.lowerBound || !Self.isWord(text[at - 1])
      else { continue }
      for (name, source) in names {
        let end = at + name.count
        if end <= range.upperBound, end == range.upperBound || !Self.isWord(text[end]),
          text[at..<end].elementsEqual(name)
        {
          found(source, at..<end)
        }
      }
    }
  }

  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
