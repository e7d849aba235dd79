/// Finds places: municipalities, villages, neighbourhoods, stations, parks, foreign cities.
enum PlaceRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    let claimed = ClaimedWords(spans, count: scene.count)
    var next = 0
    for index in scene.open where index >= next && !claimed.contains(index) {
      guard let found = place(at: index, in: scene) else { continue }
      next = index + found.length
      while let part = scene.after(next - 1), scene.text.isWord(part, anyOf: parts) {
        next = part + 1
      }
      spans.append(
        NameSpan(
          words: index..<next,
          kind: .location,
          score: found.score,
          detector: "place.lexicon",
          evidence: found.reason
        )
      )
    }
  }

  /// What follows a place's name to tell a part of it.
  private static let parts: [StaticString] = [
    "noord", "zuid", "oost", "west", "centrum", "buiten", "haven", "stad", "cs", "centraal",
    "zuidoost", "binnen",
  ]

  private static func place(
    at index: Int,
    in scene: NameScene
  ) -> (length: Int, reason: String, score: Float)? {
    let entry = scene.entries[index]
    guard scene.isLetters(index) else { return nil }
    let length = scene.phrase(at: index, [.place, .neighbourhood, .worldCity])
    let previous = scene.text.word(before: index)
    let isAfterPreposition =
      scene.cue(previous) == .placePreposition || scene.cue(previous) == .placeNoun
    if length > 1 { return (length, "place", isAfterPreposition ? 0.85 : 0.8) }
    let isTelling = scene.isTellingCapital(index)
    if length == 1 {
      if entry.isIn(.kept) || entry.cue != nil { return nil }
      if !scene.isOrdinary(index) {
        return !entry.isIn(.firstName) || isAfterPreposition ? (1, "place", 0.8) : nil
      }
      if isHome(index, in: scene) { return (1, "where somebody lives", 0.85) }
      if isAfterPreposition
        && (isTelling || entry.frequencyClass <= 8 && entry.populationClass >= 4)
      {
        return (1, "place after preposition", 0.8)
      }
      return isAnswer(index, in: scene) ? (1, "answer about the place", 0.8) : nil
    }
    if isTelling, isAfterPreposition, !scene.isOrdinary(index), !entry.isIn(.firstName) {
      return (1, "capital after preposition", 0.8)
    }
    return nil
  }

  /// "ik woon in best", "in de schilderswijk": a place that is also a word, where the clause says
  /// where somebody lives, or a neighbourhood behind its article.
  private static func isHome(_ index: Int, in scene: NameScene) -> Bool {
    let text = scene.text
    guard let before = text.word(before: index), let lead = text.word(before: before) else {
      return false
    }
    if scene.cue(before) == .determiner {
      return scene.entries[index].isIn(.neighbourhood) && scene.cue(lead) == .placePreposition
        && scene.entries[index].frequencyClass <= 8
    }
    guard scene.entries[index].populationClass >= 3, text.isWord(before, anyOf: ["in", "te"]),
      text.isWord(lead, anyOf: lives)
    else { return false }
    let gap = text.gap(after: index)
    guard gap == .space || gap == .dash, let next = text.word(after: index) else { return true }
    switch scene.cue(next) {
    case .and, .placePreposition, .pronoun, .being, .acting: return true
    default: return text.isWord(next, anyOf: ["bij", "met", "maar", "nu", "sinds", "samen", "op"])
    }
  }

  private static let lives: [StaticString] = [
    "woon", "woont", "wonen", "woonde", "woonden", "wonend", "woonachtig", "geboren", "opgegroeid",
    "gevestigd",
  ]

  /// A town that is also a word, alone in its message, soon after a question about the address or a
  /// postal code: "delft".
  private static func isAnswer(_ index: Int, in scene: NameScene) -> Bool {
    let number = Int(scene.text.words[index].message)
    let message = scene.text.messages[number]
    guard message.words.count == 1, message.speaker == .visitor,
      scene.entries[index].populationClass >= 3
    else { return false }
    return (max(0, number - 3)..<number).contains { earlier in
      let isAsked = scene.text.messages[earlier].speaker == .counsellor
      return scene.text.messages[earlier].words.contains { word in
        switch scene.entries[word].cue {
        case .addressNoun: true
        case .dwelling, .placeNoun: isAsked && scene.text.isWord(word, anyOf: homes)
        default: scene.takenKind(word) == .postalCode
        }
      }
    }
  }

  private static let homes: [StaticString] = [
    "woon", "woont", "wonen", "stad", "dorp", "plaats", "gemeente", "buurt", "wijk",
  ]
}
