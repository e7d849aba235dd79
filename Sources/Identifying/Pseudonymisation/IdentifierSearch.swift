import ChatLogs
import UnicodeText

/// Looks for one identifier in bytes that are no contact: a damaged line in quarantine.
///
/// Folded and in whole words, a number however it is grouped; escapes of JSON are read.
public struct IdentifierSearch: Sendable {
  private var patterns = LeakPatterns()

  /// Prepares an identifier.
  public init(_ identifier: Withheld) {
    let text = IdentifierText(identifier.bytes[...])
    patterns.add(words: text.words, LeakSource(.unknown, .metadata))
    // The national number is the same with 0, +31 or 0031 before it.
    patterns.add(digits: text.digits.suffix(9), LeakSource(.phoneNumber, .metadata))
  }

  /// Whether it stands in bytes, whatever they are.
  public func isFound(in bytes: [UInt8]) -> Bool {
    // What is no text stands between words, not in them.
    let text = String(decoding: Self.withoutEscapes(bytes), as: UTF8.self).unicodeScalars
      .map { $0 == "\u{FFFD}" ? " " : String($0) }.joined()
    var isFound = false
    patterns.search(Normalisation.folded(Array(text.utf8))) { _, _ in isFound = true }
    return isFound
  }

  /// The bytes with `\n` and its like as blanks and `\u00e9` as the letter.
  private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var units: [UInt16] = []
    var at = 0
    func flush() {
      plain += Array(String(decoding: units, as: UTF16.self).utf8)
      units = []
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
        flush()
        plain.append(bytes[at])
        at += 1
        continue
      }
      let digits = bytes[min(at + 2, bytes.count)..<min(at + 6, bytes.count)]
      if bytes[at + 1] == UInt8(ascii: "u"), digits.count == 4,
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        units.append(unit)
        at += 6
      } else {
        flush()
        plain.append(UInt8(ascii: " "))
        at += 2
      }
    }
    flush()
    return plain
  }
}

extension IdentifierSearch: CustomStringConvertible, CustomReflectable {
  /// Nothing of the identifier.
  public var description: String { "IdentifierSearch(withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
