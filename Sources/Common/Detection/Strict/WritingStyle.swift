import UnicodeText

/// Takes a writer's hand out of text: capitals, stretched letters, misspellings, signs in rows, emoji.
///
/// Who always writes "egt waarrr 💀💀" is told by it without a name. Words stay words: only what no
/// list holds is corrected, to the frequent word that it is one slip away from.
public struct WritingStyle: Sendable {
  private let lexicons: LexiconTable?

  /// Makes a style that the lists' spelling sets.
  public init(_ lexicons: Lexicons) { self.lexicons = lexicons.table }

  /// Returns a text in the one style; linear in its length, and the same again for its own result.
  public func canonical(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Normalisation.nfkc(Array(text))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (scalar, width) = UTF8Scalar.read(bytes, at: place)
      if Self.isWord(scalar) {
        var end = place
        while end < bytes.count {
          let (next, width) = UTF8Scalar.read(bytes, at: end)
          guard Self.isWord(next) else { break }
          end += width
        }
        result += spelling(Normalisation.folded(Array(bytes[place..<end])))
        place = end
        continue
      }
      if Self.isPicture(scalar) {
        if !result.suffix(Self.picture.count).elementsEqual(Self.picture) { result += Self.picture }
      } else if width > 1 || result.last != bytes[place] || bytes[place] > 0x40 {
        // A sign or blank in a row stands once.
        result += bytes[place..<place + width]
      }
      place += width
    }
    return result
  }

  /// What an emoji, or several in a row, becomes.
  private static let picture = Array("☺".utf8)

  private static func isWord(_ scalar: UInt32) -> Bool {
    Normalisation.isLetter(scalar) || scalar &- 0x30 < 10
  }

  /// Emoji and their joiners: Unicode's blocks from U+1F000 on, dingbats, and variation selectors.
  private static func isPicture(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0xFE0E...0xFE0F, 0x200D, 0x20E3, 0xE0020...0xE007F:
      true
    default: false
    }
  }

  private func spelling(_ word: [UInt8]) -> [UInt8] {
    guard let lexicons, word.count >= 3, word.count <= 24, word.allSatisfy({ $0 &- 0x61 < 26 }),
      lexicons.entry(WordHash.hash(word)) == .unknown || Misspelling.isDrawnOut(word)
    else { return word }
    return Misspelling.correction(of: word, lexicons) ?? word
  }
}
