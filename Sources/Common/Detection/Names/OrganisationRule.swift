/// Finds organisations by their head word or the end of their name.
enum OrganisationRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    var next = 0
    for index in scene.open where index >= next {
      guard let found = organisation(at: index, in: scene) else { continue }
      spans.append(
        NameSpan(
          words: found,
          kind: .organization,
          score: 0.8,
          detector: "organisation.head",
          evidence: "head word"
        )
      )
      next = found.upperBound
    }
  }

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
    while let more = scene.after(end - 1), scene.isCapital(more), isCapital { end = more + 1 }
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
