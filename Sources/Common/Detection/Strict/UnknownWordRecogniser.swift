/// Strict policy: finds words that nothing vouches for.
///
/// A dictionary, slang, a kept name, a compound of dictionary words, or a close misspelling of a
/// frequent word vouches. What is left may be a name that nobody wrote down before.
struct UnknownWordRecogniser: Recogniser {
  let name = "unknown"
  let lexicons: LexiconTable
  private let caches = WordCaches()

  init(lexicons: LexiconTable) { self.lexicons = lexicons }

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    caches.withOne { cache in
      find(
        in: NameScene(text, lexicons, findings: findings, cache: cache, opensAll: true),
        into: &findings
      )
    }
  }

  private func find(in scene: NameScene, into findings: inout [Finding]) {
    let text = scene.text
    for index in 0..<scene.count where !scene.isTaken(index) && !isVouched(index, scene) {
      let word = text.words[index]
      findings.append(
        text.finding(
          word.range,
          in: Int(word.message),
          .unknown,
          score: 0.5,
          by: name,
          evidence: "nothing vouches for it"
        )
      )
    }
  }

  private func isVouched(_ index: Int, _ scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    let entry = scene.entries[index]
    if word.shape.isNumber { return isCounted(index, scene) }
    if word.count <= 1 { return true }
    if word.shape.contains(.hasDigit) { return word.count <= 3 }
    if entry.isIn(.kept) { return !(scene.isTellingCapital(index) && entry.isIn(.nameAndWord)) }
    if entry.isIn([.dutch, .english, .slang, .common, .foreign, .organisationHead]) {
      // A capital within a sentence needs more than a dictionary: it may be a name.
      return !scene.isTellingCapital(index) || isVouchedCapital(index, scene)
    }
    let isName = entry.isIn([.firstName, .surname, .place, .worldCity, .neighbourhood])
    if word.gap == .apostrophe && word.count <= 3 { return true }
    if isName { return false }
    if entry.frequencyClass >= 6 && !entry.isIn(.properNoun) { return true }
    if Compound.isCompound(index, scene) || Compound.isDiminutive(index, scene) { return true }
    return Misspelling.isClose(Array(scene.text.folded[word.range]), lexicons)
  }

  /// Whether an ordinary word has a capital for another reason than that it names: it is common, all
  /// in capitals, or in a message of capitals.
  private func isVouchedCapital(_ index: Int, _ scene: NameScene) -> Bool {
    let entry = scene.entries[index]
    if entry.isIn([.nameAndWord, .place]) { return false }
    return entry.isIn([.common, .slang]) || entry.cue != nil || entry.organisation != nil
      || scene.text.words[index].shape.isAllUpper
  }

  /// Whether a number counts something ("3 weken"), is an amount or a time, or is kept ("112").
  private func isCounted(_ index: Int, _ scene: NameScene) -> Bool {
    let text = scene.text
    let word = text.words[index]
    let start = Int(word.start)
    if scene.entries[index].isIn(.kept) { return true }
    let isTime =
      text.folded[start - 1] == UInt8(ascii: ":") || text.folded[Int(word.end)] == UInt8(ascii: ":")
    if isTime || word.gap.contains(.other) { return true }
    if CountedNumber.isVouched(index, text) { return true }
    guard let next = text.word(after: index) else { return false }
    return text.isWord(next, anyOf: Self.units)
  }

  private static let units: [StaticString] = [
    "jaar", "jaren", "maand", "maanden", "week", "weken", "dag", "dagen", "uur", "uren", "minuten",
    "min", "euro", "keer", "x", "man", "mensen", "procent", "kilo", "gram", "personen", "kinderen",
    "meisjes", "jongens", "vrouwen", "mannen", "km", "meter", "graden", "cent", "jarige", "u",
    "years", "months", "weeks", "days", "hours", "times", "people", "meiden", "gasten", "vrienden",
  ]
}
