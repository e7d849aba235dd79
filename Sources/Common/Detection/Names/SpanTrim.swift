/// Takes from a span of the model the ordinary words at its ends that belong to no name.
///
/// "station Overvecht in", "van Kortrijk": a closed-class word in lower case leads to a name or goes
/// on after it. Articles before a place or an organisation stay: "het Zuiderpark".
enum SpanTrim {
  /// Returns what is left of a span, in one part or, where a preposition of place divides a name from
  /// its town ("Lorentz Lyceum in Eibergen"), in several.
  static func parts(_ words: Range<Int>, _ kind: EntityKind, in scene: NameScene) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = words.lowerBound
    for index in words.dropFirst().dropLast()
    where kind != .address && !scene.isCapital(index)
      && scene.text.isWord(index, anyOf: ["in", "te", "uit", "naar"])
    {
      if let part = trimmed(start..<index, kind, in: scene) { parts.append(part) }
      start = index + 1
    }
    if let part = trimmed(start..<words.upperBound, kind, in: scene) { parts.append(part) }
    return parts
  }

  private static func trimmed(
    _ words: Range<Int>,
    _ kind: EntityKind,
    in scene: NameScene
  ) -> Range<Int>? {
    var (start, end) = (words.lowerBound, words.upperBound)
    while end > start,
      isClosed(end - 1, in: scene) || isArticle(end - 1, in: scene)
        || SpanRest.isBehind(end - 1, start..<end, kind, in: scene)
    {
      end -= 1
    }
    while start < end,
      isClosed(start, in: scene) || isLoose(start, kind, in: scene)
        || SpanRest.isBefore(start, start..<end, kind, in: scene)
    {
      start += 1
    }
    guard start < end, kind != .address || !isLine(start..<end, in: scene),
      !isOrdinary(start..<end, in: scene), kind != .person || !isPlain(start..<end, in: scene),
      !SpanRest.isNothing(start..<end, kind, in: scene)
    else { return nil }
    return start..<end
  }

  /// A country, a public body, or a lone common word that a sentence begins with ("Ok", "Wil je").
  private static func isOrdinary(_ words: Range<Int>, in scene: NameScene) -> Bool {
    let first = words.lowerBound
    let entry = scene.entries[first]
    if scene.phrase(at: first, .kept) >= words.count, !entry.isIn([.nameAndWord, .firstName]) {
      return true
    }
    let word = scene.text.words[first]
    guard words.count == 1, word.shape.contains(.startsSentence) else { return false }
    if word.count == 1, scene.text.folded[Int(word.end)] == 0x20 {
      // "K ben", "T is", "O ja", "U bent": shortened and lone-letter words.
      return "kotuen".utf8.contains(scene.text.folded[Int(word.start)])
    }
    guard
      entry.isIn([.common, .slang, .dutch]), entry.frequencyClass >= 9
    else { return false }
    if scene.cue(scene.text.word(after: first)) == .pronoun { return true }
    return !entry.isIn([.nameAndWord, .place])
      && (!entry.isIn(.firstName) || entry.isIn([.slang, .common]))
  }

  /// "al weg": nothing but the commonest words, in lower case.
  private static func isPlain(_ words: Range<Int>, in scene: NameScene) -> Bool {
    words.count > 1
      && words.allSatisfy { index in
        let entry = scene.entries[index]
        return !scene.isCapital(index) && entry.frequencyClass >= 10
          && entry.isIn([.common, .prefix]) && !entry.isIn(.nameAndWord)
      }
  }

  private static func isClosed(_ index: Int, in scene: NameScene) -> Bool {
    if scene.isCapital(index) || scene.text.words[index].gap == .dash { return false }
    switch scene.entries[index].cue {
    case .placePreposition, .dwelling, .being, .naming, .pronoun: return true
    default: return false
    }
  }

  /// Whether a word is the article of the sentence, not of a name: "op het Vechtdal College", "in
  /// de Veerdreef", and not "basisschool De Ark", "den Haag".
  static func isLoose(_ index: Int, _ kind: EntityKind, in scene: NameScene) -> Bool {
    guard kind == .organization || kind == .address, isArticle(index, in: scene),
      let before = scene.text.word(before: index)
    else { return false }
    return scene.text.isWord(before, anyOf: prepositions)
  }

  private static let prepositions: [StaticString] = [
    "op", "aan", "in", "van", "bij", "naar", "voor", "uit", "door", "met", "langs", "tegenover",
    "achter", "naast", "boven", "via", "vanuit", "tot", "over",
  ]

  private static func isArticle(_ index: Int, in scene: NameScene) -> Bool {
    !scene.isCapital(index) && scene.entries[index].cue == .determiner
  }

  /// "bus 341", "lijn 12", "zomer 2020": a number that is no house's.
  private static func isLine(_ words: Range<Int>, in scene: NameScene) -> Bool {
    let isCount = words.allSatisfy { index in
      scene.text.words[index].shape.isNumber || isLineNoun(index, in: scene)
    }
    guard isCount else { return false }
    if isLineNoun(words.lowerBound, in: scene) { return true }
    guard let before = scene.text.word(before: words.lowerBound) else { return false }
    return isLineNoun(before, in: scene)
  }

  private static func isLineNoun(_ index: Int, in scene: NameScene) -> Bool {
    scene.text.isWord(index, anyOf: lines)
  }

  private static let lines: [StaticString] = [
    "bus", "lijn", "tram", "metro", "trein", "sprinter", "zomer", "winter", "herfst", "lente",
    "voorjaar", "najaar", "jaar", "sinds", "groep", "klas", "week", "artikel", "kanaal", "level",
    "a", "n", "versie", "kamer", "poort", "havo", "vwo", "vmbo", "mavo", "mbo", "maat", "lvl",
    "praktijk", "halte", "spoor", "half", "kwart", "om", "voor", "over", "perron", "seizoen",
    "deel", "hoofdstuk",
  ]
}
