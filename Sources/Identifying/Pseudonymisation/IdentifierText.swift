import UnicodeText

/// Reads letters and digits of an identifier, folded: NFKC, no case, no accents, ASCII digits.
struct IdentifierText {
  /// The folded bytes.
  let folded: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    // ASCII needs no more than its case taken away; a differential test holds this to the rule.
    if bytes.allSatisfy({ $0 &- 1 < 0x7F }) {
      folded = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    } else {
      folded = Normalisation.folded(Array(bytes))
    }
  }

  /// The words: runs of letters, digits and whatever is not ASCII.
  var words: [ArraySlice<UInt8>] {
    folded.split { !Self.isWordByte($0) }
  }

  /// Letters and digits of ASCII, nothing between them.
  var alphanumerics: [UInt8] { folded.filter { Self.isLetter($0) || Self.isDigit($0) } }

  /// The digits, nothing between them.
  var digits: [UInt8] { folded.filter(Self.isDigit) }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }

  /// The first words of folded text, up to `count`.
  static func words(of folded: ArraySlice<UInt8>, first count: Int) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var at = folded.startIndex
    while words.count < count, let start = folded[at...].firstIndex(where: isWordByte) {
      at = folded[start...].firstIndex { !isWordByte($0) } ?? folded.endIndex
      words.append(folded[start..<at])
    }
    return words
  }

  /// The last words of folded text, up to `count`, in order.
  static func words(of folded: ArraySlice<UInt8>, last count: Int) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var at = folded.endIndex
    while words.count < count, let end = folded[..<at].lastIndex(where: isWordByte) {
      let start = folded[..<end].lastIndex { !isWordByte($0) }.map { $0 + 1 } ?? folded.startIndex
      words.append(folded[start...end])
      at = start
    }
    return words.reversed()
  }

  /// Words joined by a space.
  static func joined(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
    guard let first = words.first else { return [] }
    var joined = Array(first)
    for word in words.dropFirst() {
      joined.append(0x20)
      joined.append(contentsOf: word)
    }
    return joined
  }
}
