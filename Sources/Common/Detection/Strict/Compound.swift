/// Compounds of ordinary words that no dictionary lists: `bijlesjuf`, `spookverhaaltje`.
enum Compound {
  /// Says whether a word is two ordinary Dutch words, perhaps with a linking `s` or `en`.
  ///
  /// Each part has three letters or more, one of them four, and stands in the dictionary; costs
  /// two lookups for each place to divide.
  static func isCompound(_ index: Int, _ scene: NameScene) -> Bool {
    let range = scene.text.words[index].range
    guard range.count >= 7, range.count <= 32 else { return false }
    let bytes = scene.text.folded
    for division in range.lowerBound + 3...range.upperBound - 3
    where isPart(division..<range.upperBound, bytes, scene.lexicons) {
      if isPart(range.lowerBound..<division, bytes, scene.lexicons) { return true }
      if bytes[division - 1] == UInt8(ascii: "s"), division - range.lowerBound > 4,
        isPart(range.lowerBound..<division - 1, bytes, scene.lexicons)
      {
        return true
      }
    }
    return false
  }

  /// Says whether a word is a diminutive or plural of a dictionary word.
  static func isDiminutive(_ index: Int, _ scene: NameScene) -> Bool {
    let range = scene.text.words[index].range
    guard let length = endings.length(scene.text.folded, range, before: 3) else { return false }
    let stem = range.lowerBound..<range.upperBound - length
    let entry = scene.lexicons.entry(WordHash.hash(of: stem, in: scene.text.folded))
    return entry.isIn([.dutch, .slang]) && entry.frequencyClass >= 4
  }

  private static let endings = WordEndings([
    "tjes", "tje", "jes", "je", "pje", "pjes", "en", "s", "ke", "kes", "etje", "ers", "er", "e",
    "t", "n",
  ])

  private static func isPart(_ range: Range<Int>, _ bytes: [UInt8], _ lexicons: LexiconTable)
    -> Bool
  {
    let entry = lexicons.entry(WordHash.hash(of: range, in: bytes))
    return entry.isIn([.dutch]) && (range.count >= 4 || entry.frequencyClass >= 7)
      && entry.frequencyClass >= 3
  }
}
