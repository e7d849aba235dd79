/// What of a model's span is no name: titles and functions words at its ends, and spans of nothing
/// but such words.
///
/// Each rule is about the form of Dutch names: in running text a name written with a capital does
/// not go on in lower case with a common word, a title stands before a name, and a noun like
/// "winkel" without a name is a noun.
enum SpanRest {
  /// Whether the last word of a span goes on with the sentence: "Ella Groothuis van", "bakkerij
  /// Kardelen en", "Oostrik zonder".
  static func isBehind(
    _ last: Int,
    _ words: Range<Int>,
    _ kind: EntityKind,
    in scene: NameScene
  ) -> Bool {
    if words.count < 2 || scene.isCapital(last) || kind == .address { return false }
    let entry = scene.entries[last]
    switch entry.cue {
    case .and, .being, .acting, .pronoun: return scene.text.words[last].gap == .space
    default: break
    }
    if scene.text.words[last].count == 1 || !scene.isLetters(last) { return false }
    if entry.isIn(.prefix) { return true }
    let hasCapital = words.contains { scene.isTellingCapital($0) }
    return hasCapital && entry.isIn(.common) && scene.isOrdinary(last)
      && scene.text.words[last].gap == .space && entry.cue != .placePart
      && !entry.isIn([.organisationHead, .nameAndWord])
  }

  /// Whether the first word of a span leads to a name, as in "pastor Emmanuel", "van Floor".
  static func isBefore(
    _ first: Int,
    _ words: Range<Int>,
    _ kind: EntityKind,
    in scene: NameScene
  ) -> Bool {
    if kind == .location { return isOfPlace(first, words, in: scene) }
    guard kind == .person, words.count > 1 else { return false }
    if scene.text.isWord(first, anyOf: titles) { return true }
    guard scene.text.isWord(first, "van"), !scene.isCapital(first) else { return false }
    // "van Floor", "van de William Schrikker Groep": no surname begins so.
    var name = first
    while name < words.upperBound, scene.entries[name].isIn(.prefix), !scene.isCapital(name) {
      name += 1
    }
    guard name < words.upperBound else { return false }
    let entry = scene.entries[name]
    return entry.isIn(.firstName) && entry.surnameClass < 8 && !entry.isIn(.nameAndWord)
      || entry.isIn(.organisationHead)
  }

  /// "station van Emmen": a noun, then the place.
  private static func isOfPlace(_ first: Int, _ words: Range<Int>, in scene: NameScene) -> Bool {
    guard words.count > 1, !scene.isCapital(first) else { return false }
    if scene.text.isWord(first, "van") { return scene.isCapital(first + 1) }
    return words.count > 2 && scene.cue(first) == .placeNoun
      && scene.text.isWord(first + 1, anyOf: ["van", "in", "bij"]) && scene.isCapital(first + 2)
  }

  /// Whether a span holds no name at all.
  static func isNothing(_ words: Range<Int>, _ kind: EntityKind, in scene: NameScene) -> Bool {
    if kind == .address { return isCount(words, in: scene) || isShouted(words, in: scene) }
    return isLoneNoun(words, in: scene) && !isPlace(words, kind, in: scene)
      || isAbbreviation(words, in: scene)
      || isShouted(words, in: scene) || isSentence(words, in: scene)
      || isEnglishI(words.lowerBound, words, in: scene)
  }

  /// "with 9 people": an address that ends in what is counted.
  private static func isCount(_ words: Range<Int>, in scene: NameScene) -> Bool {
    let last = words.upperBound - 1
    guard !scene.isCapital(last), scene.isLetters(last), words.count > 1,
      scene.text.words[last - 1].shape.isNumber
    else { return false }
    return !scene.text.sense(last).classes.isDisjoint(with: [.unit, .period, .human])
      && !scene.text.isWord(last, "hoog")
      || scene.text.isWord(last, anyOf: ["people", "persons", "boys", "girls", "men", "weeks"])
  }

  /// "den helder": words that are a place together.
  private static func isPlace(_ words: Range<Int>, _ kind: EntityKind, in scene: NameScene) -> Bool
  {
    let wanted: LexiconEntry.Lists = [.place, .neighbourhood, .worldCity]
    return kind == .location && words.count > 1
      && scene.phrase(at: words.lowerBound, wanted) >= words.count
      || words.count == 1 && scene.entries[words.lowerBound].isIn(wanted)
        && scene.entries[words.lowerBound].organisation == nil
        && scene.cue(words.lowerBound) == nil
  }

  /// A noun with or without its article; "basisschool de brug" is more than that.
  private static func isLoneNoun(_ words: Range<Int>, in scene: NameScene) -> Bool {
    words.count <= 2 && words.allSatisfy { isNoun($0, in: scene) }
      && (words.count == 1 || scene.entries[words.lowerBound].organisation == nil)
  }

  /// "winkel", "de camping", "church": in lower case and no name beside it.
  private static func isNoun(_ index: Int, in scene: NameScene) -> Bool {
    if scene.isCapital(index) { return false }
    let entry = scene.entries[index]
    if entry.isIn(.nameAndWord) { return false }
    return entry.organisation != nil && scene.isOrdinary(index)
      || entry.isIn(.common) && !entry.isIn(.firstName) && scene.isOrdinary(index)
      || entry.cue == .placeNoun || entry.cue == .determiner || entry.isIn(.prefix)
  }

  /// "BSN", "OCMW", "Sr": capitals of a keyword, a body, a piece of law.
  private static func isAbbreviation(_ words: Range<Int>, in scene: NameScene) -> Bool {
    let first = words.lowerBound
    guard words.count == 1, (2...5).contains(scene.text.words[first].count) else { return false }
    let entry = scene.entries[first]
    if entry.isIn([.firstName, .nameAndWord, .place]) { return false }
    return scene.text.words[first].shape.isAllUpper
      && (scene.text.words[first].sense != 0 || entry.isIn([.kept, .publicBody, .slang]))
      || scene.text.isWord(first, anyOf: ["sr", "sv", "bw", "awb", "vw"])
  }

  /// "HIJ STAAT BUITEN": in a message of capitals a capital tells nothing.
  private static func isShouted(_ words: Range<Int>, in scene: NameScene) -> Bool {
    words.allSatisfy { index in
      scene.text.words[index].shape.isAllUpper && scene.text.words[index].count >= 2
        && scene.isOrdinary(index)
        && !scene.entries[index].isIn([.nameAndWord, .firstName, .place, .organisationHead])
    }
      && isUpper(scene.text.word(before: words.lowerBound), in: scene)
      && (isUpper(scene.text.word(after: words.upperBound - 1), in: scene)
        || scene.text.word(after: words.upperBound - 1) == nil)
  }

  private static func isUpper(_ index: Int?, in scene: NameScene) -> Bool {
    index.map { scene.text.words[$0].shape.isAllUpper && scene.text.words[$0].count >= 2 } ?? false
  }

  /// "Groet, ...", "Moe, bang.": a dictionary word that only the sentence gives its capital.
  private static func isSentence(_ words: Range<Int>, in scene: NameScene) -> Bool {
    let first = words.lowerBound
    guard words.count == 1, scene.text.words[first].shape.contains(.startsSentence) else {
      return false
    }
    let entry = scene.entries[first]
    return entry.isIn([.dutch, .slang]) && entry.frequencyClass >= 6
      && !entry.isIn([.nameAndWord, .firstName, .place, .organisationHead, .neighbourhood])
      && (entry.surnameClass < 6 || entry.frequencyClass >= 9)
  }

  /// The English pronoun, as in "no club, I sleep".
  private static func isEnglishI(_ index: Int, _ words: Range<Int>, in scene: NameScene) -> Bool {
    guard scene.text.isWord(index, "i"), words.count == 1 || words.count == 2,
      let next = scene.text.word(after: index)
    else { return false }
    return !scene.isCapital(next) && !scene.text.words[next].gap.contains(.stop)
  }

  private static let titles: [StaticString] = [
    "mr", "dr", "drs", "ir", "ing", "prof", "ds", "mrs", "ms", "mw", "mevr", "mvr", "dhr",
    "mevrouw",
    "meneer", "mijnheer", "dokter", "dominee", "pastoor", "pastor", "imam", "agent", "notaris",
    "inspecteur", "rechercheur", "juf", "meester", "madame", "monsieur", "frau", "herr", "sir",
    "señora", "senora", "señor", "senor", "kuya",
  ]
}
