/// Finds organisations by their head word or the end of their name.
enum OrganisationRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    var next = 0
    for index in scene.open where index >= next {
      if let found = organisation(at: index, in: scene) {
        let isNamed = scene.isTellingCapital(found.upperBound - 1)
        spans.append(
          isNamed
            ? span(found, 0.85, "organisation.plain", "head word and capital")
            : span(found, 0.8, "organisation.head", "head word")
        )
        next = found.upperBound
      } else if let found = NamedRule.thing(at: index, in: scene) {
        spans.append(span(found, 0.85, "organisation.plain", "named"))
        next = found.upperBound
      } else if let found = plain(at: index, in: scene) {
        spans.append(span(found, 0.85, "organisation.plain", "head word without article"))
        next = found.upperBound
      } else if isHouseOfWorship(index, in: scene) {
        spans.append(span(index..<index + 1, 0.85, "organisation.plain", "end of the word"))
        next = index + 1
      }
    }
    for place in scene.text.digitWords {
      let index = Int(place)
      if isCoded(index, in: scene) {
        spans.append(span(index..<index + 1, 0.85, "organisation.plain", "letters and figures"))
      }
    }
  }

  private static func span(
    _ words: Range<Int>,
    _ score: Float,
    _ detector: String,
    _ evidence: String
  ) -> NameSpan {
    NameSpan(
      words: words,
      kind: .organization,
      score: score,
      detector: detector,
      evidence: evidence
    )
  }

  /// "bij kapsalon knip & zo", "voor rijschool gas erop": no article before the head, so that what
  /// follows is its name, though it is made of words.
  private static func plain(at index: Int, in scene: NameScene) -> Range<Int>? {
    guard scene.entries[index].organisation != nil, scene.isLetters(index),
      let before = scene.text.word(before: index), scene.text.words[index].gap == .space,
      scene.text.isWord(
        before,
        anyOf: ["bij", "van", "voor", "op", "via", "namens", "door", "in"]
      ),
      isNamedHead(index, in: scene), let first = scene.after(index),
      scene.text.words[first].gap == .space
    else { return nil }
    var end = index + 1
    while end < scene.count, end - index <= 3,
      scene.text.words[end].message == scene.text.words[index].message, scene.isLetters(end),
      !scene.isTaken(end),
      scene.text.words[end].gap == .space || scene.text.words[end].gap == [.space, .other],
      end == first ? isNameWord(end, in: scene) : goesOn(end, in: scene)
    {
      end += 1
    }
    return end > index + 1 ? index..<end : nil
  }

  private static func isNameWord(_ index: Int, in scene: NameScene) -> Bool {
    let entry = scene.entries[index]
    return entry.cue == nil && !entry.isIn([.common, .kept, .place]) && entry.frequencyClass <= 10
  }

  private static func goesOn(_ index: Int, in scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    if word.gap == [.space, .other] { return true }
    return isNameWord(index, in: scene)
      && (word.gap.contains(.other) || scene.entries[index].frequencyClass <= 8)
  }

  /// "ontmoetingskerk", "vredemoskee": no word of the dictionary.
  private static func isHouseOfWorship(_ index: Int, in scene: NameScene) -> Bool {
    let range = scene.text.words[index].range
    return range.count >= 8 && worship.length(scene.text.folded, range, before: 4) != nil
      && !scene.isTaken(index) && !scene.isOrdinary(index)
  }

  private static let worship = WordEndings(["kerk", "moskee", "tempel"])

  /// "contract met work4you": a word with a figure inside, after a preposition that leads to a firm.
  private static func isCoded(_ index: Int, in scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    guard word.shape.contains([.hasLetter, .hasDigit]), word.count >= 6, word.gap == .space,
      !scene.isTaken(index), scene.text.folded[Int(word.start)] &- 0x61 < 26,
      scene.text.folded[Int(word.end) - 1] &- 0x61 < 26,
      let before = scene.text.word(before: index)
    else { return false }
    return scene.text.isWord(before, anyOf: ["bij", "voor", "via", "met", "van", "heet", "in"])
      || scene.entries[before].organisation != nil
  }

  /// Whether a head is one that people say without article only before a name.
  private static func isNamedHead(_ index: Int, in scene: NameScene) -> Bool {
    switch scene.entries[index].organisation {
    case .school, .care, .club, .work, .lodging:
      scene.text.words[index].count >= 5 && !scene.text.isWord(index, anyOf: common)
    default: scene.text.isWord(index, anyOf: ["stichting", "parochie", "moskee"])
    }
  }

  /// Heads that also stand without article before a verb or an adverb.
  private static let common: [StaticString] = [
    "school", "fitness", "voetbal", "opvang", "transport", "uitzend", "bedrijf", "praktijk",
    "fabriek", "universiteit", "college", "winkel", "zwembad", "kroeg", "disco", "pension",
    "bakker",
    "slager", "kapper", "salon", "makelaar", "advocaten", "notaris", "instelling",
    "maatschappelijke", "middelbare", "internaat", "gymnasium", "atheneum", "hogeschool",
    "kinderdagverblijf", "wellness", "apotheek", "drogist", "supermarkt", "tuinder", "wijkteam",
  ]

  private static func organisation(at index: Int, in scene: NameScene) -> Range<Int>? {
    guard scene.entries[index].organisation != nil, !scene.isTaken(index) else { return nil }
    var next = scene.after(index)
    var hasArticle = false
    if let article = next, scene.text.isWord(article, anyOf: articles) {
      hasArticle = true
      next = scene.after(article)
    }
    guard let first = next, scene.isLetters(first), scene.entries[first].cue == nil else {
      return nil
    }
    let isCapital = scene.isTellingCapital(first) && scene.entries[first].cue == nil
    guard
      isCapital || !scene.isOrdinary(first) && !scene.entries[first].isIn(.place)
        || hasArticle && isStrong(index, in: scene)
    else { return nil }
    var end = first + 1
    while let more = scene.after(end - 1), end - index < 6,
      isCapital ? scene.isCapital(more) : hasArticle && goesOn(more, in: scene)
    {
      end = more + 1
    }
    return index..<end
  }

  private static let articles: [StaticString] = ["de", "het", "t", "st", "sint", "den", "it"]

  /// Whether a head followed by an article and a word is a name even without capitals.
  private static func isStrong(_ index: Int, in scene: NameScene) -> Bool {
    scene.text.isWord(index, anyOf: strong)
  }

  private static let strong: [StaticString] = [
    "basisschool", "camping", "hotel", "vakantiepark", "bungalowpark", "manege", "verpleeghuis",
    "verzorgingshuis", "zorgboerderij", "huisartsenpraktijk", "moskee", "parochie", "kindcentrum",
    "kinderdagverblijf", "obs", "cbs", "scouting", "voetbalclub", "voetbalvereniging", "vv", "sv",
    "gezondheidscentrum", "buurthuis", "jeugdhuis", "restaurant", "snackbar", "cafetaria",
    "jachthaven", "recreatiepark", "bakkerij", "slagerij", "kapsalon",
  ]
}
