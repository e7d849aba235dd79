/// Finds schools that are named by ordinary words: "ik zit op de vlieger", the answer to "op welke
/// school zit je?".
///
/// Pupils drop the head word. What says that a school is meant is the verb with "op" before a word
/// that is none of the things people sit on, or the question before.
enum SchoolRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    let text = scene.text
    for (number, message) in text.messages.enumerated() {
      if let words = answer(number, in: scene) {
        spans.append(span(words, "answer about the school"))
      }
      guard message.speaker == .visitor else { continue }
      for index in message.words where text.isWord(index, "op") {
        guard let words = school(after: index, in: scene) else { continue }
        spans.append(span(words, "pupil of"))
      }
    }
  }

  private static func span(_ words: Range<Int>, _ evidence: String) -> NameSpan {
    NameSpan(
      words: words,
      kind: .organization,
      score: 0.85,
      detector: "organisation.school",
      evidence: evidence
    )
  }

  /// "zit op de vlieger", "groep 8 bij mij op de vlieger".
  private static func school(after index: Int, in scene: NameScene) -> Range<Int>? {
    guard let article = scene.after(index), scene.text.isWord(article, anyOf: articles),
      let name = scene.after(article), isName(name, in: scene),
      isPupil(before: index, in: scene)
        || isSitting(behind: name, in: scene)
    else { return nil }
    return name..<name + 1
  }

  private static func isName(_ index: Int, in scene: NameScene) -> Bool {
    let entry = scene.entries[index]
    return scene.isLetters(index) && !scene.isTaken(index) && entry.cue == nil
      && !entry.isIn([.common, .organisationHead, .kept, .slang]) && entry.frequencyClass <= 7
      && scene.text.words[index].count >= 4 && !scene.text.isWord(index, anyOf: seats)
  }

  /// Whether a pupil's verb or class stands within the six words before.
  private static func isPupil(before index: Int, in scene: NameScene) -> Bool {
    let first = scene.text.messages[Int(scene.text.words[index].message)].words.lowerBound
    return (max(first, index - 6)..<index).contains { place in
      let isClass =
        scene.text.isWord(place, anyOf: ["groep", "klas"]) && place + 1 < index
        && scene.text.words[place + 1].shape.contains(.hasDigit)
      let isSeat = scene.text.isWord(place, anyOf: verbs) && index - place <= 2
      return isClass || isSeat
    }
  }

  /// "dat ik op de klimroos zit".
  private static func isSitting(behind name: Int, in scene: NameScene) -> Bool {
    scene.after(name).map { scene.text.isWord($0, anyOf: verbs) } ?? false
  }

  /// The words of a short answer to a counsellor's question about the school.
  private static func answer(_ number: Int, in scene: NameScene) -> Range<Int>? {
    let text = scene.text
    let message = text.messages[number]
    guard number > 0, message.speaker == .visitor, (1...4).contains(message.words.count),
      asks(number - 1, in: scene)
    else { return nil }
    var first = message.words.lowerBound
    while first < message.words.upperBound,
      text.isWord(first, anyOf: articles) || text.isWord(first, anyOf: ["op", "bij"])
    {
      first += 1
    }
    guard first < message.words.upperBound, scene.isLetters(first), !scene.isTaken(first),
      scene.entries[first].cue == nil, !scene.entries[first].isIn([.common, .slang, .kept]),
      message.words.upperBound - first <= 2
    else { return nil }
    return first..<message.words.upperBound
  }

  private static func asks(_ number: Int, in scene: NameScene) -> Bool {
    let message = scene.text.messages[number]
    guard message.speaker == .counsellor,
      scene.text.folded[message.range].contains(UInt8(ascii: "?"))
    else { return false }
    return message.words.contains { index in
      scene.text.isWord(index, "school") && index > message.words.lowerBound
        && scene.text.isWord(index - 1, anyOf: ["welke", "je", "jouw", "de", "wat"])
    } && message.words.contains { scene.text.isWord($0, anyOf: ["welke", "heet", "hoe"]) }
  }

  private static let articles: [StaticString] = ["de", "het", "t", "den", "sint", "st"]
  private static let verbs: [StaticString] = ["zit", "zitten", "zat", "zaten", "zitte"]

  /// What people sit on, at or in without being a pupil.
  private static let seats: [StaticString] = [
    "bank", "grond", "stoep", "fiets", "scooter", "brommer", "galerij", "tribune", "veranda",
    "balkon", "trap", "vensterbank", "bagagedrager", "achterbank", "voorstoel", "kruk", "schommel",
    "zolder", "vloer", "deurmat", "bijrijdersstoel", "toilet", "hometrainer", "camping", "snelweg",
    "parkeerplaats", "bouwplaats", "crisisopvang", "intake", "wachtlijst", "spoedeisende",
    "afdeling", "administratie", "reservebank", "dansvloer", "wipwap", "picknicktafel", "steiger",
    "boot", "terras", "pier", "strafbank", "fietsenstalling", "drempel", "hurken", "uitkijk",
  ]
}
