/// What the end of a word and phrases of the lexicon say about it, as bits.
enum WordForm {
  /// Ends like a street.
  static let street: UInt8 = 1
  /// Ends like an organisation, or is a word that ends one's name.
  static let organisation: UInt8 = 2
  /// Begins a place of several words.
  static let placeStart: UInt8 = 4
  /// Continues it.
  static let placeRest: UInt8 = 8
  /// Begins a street of several words.
  static let streetStart: UInt8 = 16
  /// Continues it.
  static let streetRest: UInt8 = 32
  /// Begins or continues a kept phrase such as `Veilig Thuis`.
  static let kept: UInt8 = 64

  /// The forms of the open words; 0 for the others.
  static func all(in scene: NameScene) -> [UInt8] {
    var forms = [UInt8](repeating: 0, count: scene.count)
    let bytes = scene.text.folded
    for index in scene.open {
      let range = scene.text.words[index].range
      if range.count >= 4, scene.isLetters(index) {
        forms[index] |= scene.form(index) {
          (StreetSuffix.ends(bytes, range) ? street : 0)
            | (OrganisationSuffix.ends(bytes, range) ? organisation : 0)
        }
      }
      if scene.entries[index].isIn(.beginsPhrase), index + 1 < scene.count,
        scene.entries[index + 1].isIn(.continuesPhrase)
      {
        markPhrase(at: index, scene, &forms)
      }
    }
    return forms
  }

  private static func markPhrase(at index: Int, _ scene: NameScene, _ forms: inout [UInt8]) {
    var length = scene.entries[index].phraseLength
    while length > 1 {
      if let found = scene.lexicons.entry(ofPhrase: index..<index + length, in: scene.text),
        let (start, rest) = bits(found)
      {
        forms[index] |= start
        for word in index + 1..<index + length { forms[word] |= rest }
        return
      }
      length -= 1
    }
  }

  private static func bits(_ entry: LexiconEntry) -> (start: UInt8, rest: UInt8)? {
    if entry.isIn(.kept) { return (kept, kept) }
    if entry.isIn([.place, .neighbourhood, .worldCity]) { return (placeStart, placeRest) }
    return entry.isIn(.street) ? (streetStart, streetRest) : nil
  }
}
