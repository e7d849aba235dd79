/// Finds names that are ordinary words where somebody says that they are names: "achternaam de
/// groot", "bijnaam tattoo", "ze noemen hem de rat", "door is haar voornaam".
enum NamedRule {
  /// Returns the words of a name that begins at a place; nil when nothing says that it is one.
  static func name(at index: Int, in scene: NameScene) -> Range<Int>? {
    if isDeclared(index, in: scene) { return index..<index + 1 }
    switch scene.cue(scene.text.word(before: index)) {
    case .nameNoun, .being, .pronoun, .determiner: break
    default: return nil
    }
    // An article or prefix before belongs to it.
    var start = index
    while index - start < 2, let before = scene.text.word(before: start), scene.isJoined(start),
      scene.cue(before) == .determiner || scene.isNamePrefix(before)
    {
      start = before
    }
    guard isLed(start, in: scene) else { return nil }
    // The rest of the clause, one to three words of which one is no part of a sentence.
    var end = index
    var hasName = false
    while end < scene.count, end - index < 4,
      scene.text.words[end].message == scene.text.words[index].message,
      end == index || scene.isJoined(end)
    {
      guard scene.isLetters(end), !scene.isTaken(end) else { break }
      let entry = scene.entries[end]
      let isPrefix = entry.isIn(.prefix) || entry.cue == .determiner
      if entry.cue != nil, !isPrefix { return nil }
      if !isPrefix {
        guard !entry.isIn(.kept), !entry.isIn(.common) || end > index else { return nil }
        hasName = true
      }
      end += 1
    }
    return hasName && end - index <= 3 ? start..<end : nil
  }

  /// "kok is zijn naam": a clause of nothing but the name and that it is one.
  private static func isDeclared(_ index: Int, in scene: NameScene) -> Bool {
    guard let verb = scene.text.word(after: index), scene.cue(verb) == .being,
      scene.text.words[verb].gap == .space, let whose = scene.text.word(after: verb),
      scene.text.isWord(whose, anyOf: ["zijn", "zn", "haar", "mijn", "mn", "de", "hun", "z'n"]),
      let noun = scene.text.word(after: whose), scene.cue(noun) == .nameNoun,
      scene.isLetters(index), scene.entries[index].cue == nil
    else { return false }
    let isFirst = scene.text.words[index].gap != .space
    return isFirst
      || scene.text.word(before: index).map {
        scene.text.isWord($0, anyOf: ["nee", "ja", "en", "maar", "want", "dus"])
      } ?? true
  }

  /// Returns the name of a firm or school behind "heet": "garage heet autotechniek de zwaan",
  /// "het complex heet Nut en Genoegen".
  static func thing(at index: Int, in scene: NameScene) -> Range<Int>? {
    var start = index
    if let article = scene.text.word(before: index), scene.cue(article) == .determiner {
      start = article
    }
    guard let verb = scene.text.word(before: start), scene.cue(verb) == .naming,
      scene.text.isWord(verb, anyOf: ["heet", "heette", "genaamd"]),
      let noun = scene.text.word(before: verb),
      scene.cue(noun) == .thing || scene.entries[noun].organisation != nil
        || scene.text.isWord(noun, anyOf: things)
    else { return nil }
    var end = start
    while end < scene.count, end - start < 5,
      scene.text.words[end].message == scene.text.words[index].message,
      end == start || scene.isJoined(end) || scene.text.words[end].gap == [.space, .other],
      scene.isLetters(end), !scene.isTaken(end)
    {
      switch scene.entries[end].cue {
      case nil, .determiner, .epithet, .placeNoun, .thing, .placePart: break
      case .and where end > start && isCapital(end + 1, in: scene): break
      default:
        return trimmed(start..<end, in: scene)
      }
      if end > start, scene.entries[end].isIn(.common), !scene.isCapital(end),
        scene.entries[end].cue == nil
      {
        return trimmed(start..<end, in: scene)
      }
      end += 1
    }
    return trimmed(start..<end, in: scene)
  }

  private static func isCapital(_ index: Int, in scene: NameScene) -> Bool {
    index < scene.count && scene.isCapital(index)
  }

  private static func trimmed(_ words: Range<Int>, in scene: NameScene) -> Range<Int>? {
    var end = words.upperBound
    while end > words.lowerBound, scene.cue(end - 1) == .determiner { end -= 1 }
    let name = words.lowerBound..<end
    return name.contains { scene.entries[$0].cue == nil && !scene.entries[$0].isIn(.kept) }
      ? name : nil
  }

  private static let things: [StaticString] = [
    "complex", "park", "stichting", "instelling", "flat", "gebouw", "tehuis", "groep", "woongroep",
    "club", "team", "clubje", "zaakje", "tent", "huis", "boot", "schip", "boerderij", "praktijk",
  ]

  /// "achternaam", "bijnaam is", "noemen hem".
  private static func isLed(_ index: Int, in scene: NameScene) -> Bool {
    let text = scene.text
    guard var before = text.word(before: index) else { return false }
    if scene.cue(before) == .being, let earlier = text.word(before: before) { before = earlier }
    if scene.cue(before) == .nameNoun { return text.isWord(before, anyOf: nouns) }
    guard let verb = text.word(before: before), scene.cue(verb) == .naming,
      text.isWord(before, anyOf: ["hem", "haar", "m", "me", "mij", "zich", "zichzelf"])
    else { return false }
    return text.isWord(verb, anyOf: ["noemen", "noemt", "noemden", "noemde", "noemtn"])
  }

  private static let nouns: [StaticString] = [
    "achternaam", "voornaam", "bijnaam", "roepnaam", "doopnaam", "meisjesnaam", "familienaam",
    "artiestennaam", "schuilnaam", "surname",
  ]
}
