/// Finds house numbers that stand without a street: "op nummer 46", or the answer to a question.
enum HouseNumberRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    let claimed = ClaimedWords(spans, count: scene.count)
    for index in scene.open where !claimed.contains(index) {
      guard HouseNumber.isNumber(index, in: scene) || HouseNumber.isSpelt(index, in: scene),
        let reason = reason(index, scene)
      else { continue }
      var start = index
      if let noun = scene.before(index), scene.text.isWord(noun, anyOf: named) { start = noun }
      spans.append(
        NameSpan(
          words: start..<HouseNumber.end(from: index, in: scene),
          kind: .address,
          score: 0.85,
          detector: "address.number",
          evidence: reason
        )
      )
    }
  }

  private static func reason(_ index: Int, _ scene: NameScene) -> String? {
    let text = scene.text
    // "de nummer 2", "nummer 1": a rank.
    if let previous = scene.before(index), isNumberNoun(previous, text) {
      let isRank =
        scene.cue(text.word(before: previous)) == .determiner
        || text.words[index].count == 1
          && text.isWord(index, "1")
      if !isRank { return "after \"nummer\"" }
    }
    if let previous = scene.before(index), text.isWord(previous, "op"),
      let beside = scene.before(previous), text.isWord(beside, anyOf: besides),
      text.words[index].shape.isNumber
    {
      return "beside a house"
    }
    let number = Int(text.words[index].message)
    let message = text.messages[number]
    guard message.words.count <= 3, message.speaker == .visitor,
      message.words.first == index,
      text.words[index].count <= 4 || HouseNumber.isSpelt(index, in: scene)
    else { return nil }
    return follows(number, scene) ? "answer about the address" : nil
  }

  private static func isNumberNoun(_ index: Int, _ text: PreparedConversation) -> Bool {
    text.isWord(index, anyOf: nouns)
  }

  /// Whether an address or a question about it came within the three messages before.
  private static func follows(_ number: Int, _ scene: NameScene) -> Bool {
    for earlier in max(0, number - 3)..<number {
      for word in scene.text.messages[earlier].words {
        switch scene.entries[word].cue {
        case .addressNoun: return true
        default: break
        }
        if isNumberNoun(word, scene.text) { return true }
        if scene.isOpen[word],
          StreetSuffix.ends(scene.text.folded, scene.text.words[word].range),
          !scene.isOrdinary(word)
        {
          return true
        }
      }
    }
    return false
  }

  /// "hiernaast op 63".
  private static let besides: [StaticString] = [
    "hiernaast", "ernaast", "daarnaast", "hierboven", "hieronder", "hiertegenover", "ertegenover",
    "tegenover", "overkant", "beneden", "boven", "woon", "woont", "wonen",
  ]

  private static let nouns: [StaticString] = [
    "nr", "nummer", "huisnummer", "huisnr", "bungalow", "caravan", "stacaravan", "chalet", "huisje",
    "kavel", "perceel", "plek", "kampeerplek", "tuin", "volkstuin", "staanplaats", "stand", "barak",
    "woonwagen", "standplaats", "flat", "postbus", "antwoordnummer", "zomerhuisje",
    "vakantiehuisje",
    "trekkershut", "unit", "ligplaats", "appartement", "woning",
  ]

  /// Nouns that belong to the address with their number: "caravan 18", "Postbus 91".
  private static let named: [StaticString] = [
    "caravan", "stacaravan", "woonwagen", "flat", "chalet", "postbus", "antwoordnummer",
    "trekkershut",
  ]
}
