/// Years that are a stretch of time, not an age.
extension AgeRule {
  /// Whether a number's own word says that it is an age: "zestienjarige".
  static func isJarig(_ age: AgeCandidate, _ text: PreparedConversation) -> Bool {
    let bytes = text.folded[text.words[age.words.lowerBound].range]
    return bytes.suffix(5).elementsEqual("jarig".utf8)
      || bytes.suffix(6).elementsEqual("jarige".utf8)
  }

  /// Verbs whose years are a stretch of time.
  private static let lasting: [StaticString] = [
    "sta", "staat", "zit", "zitten", "doe", "doet", "doen", "ken", "kent", "leef", "leeft", "wacht",
    "wachten", "slik", "gebruik", "rook", "betaal", "vecht", "loop", "slaap", "zwijg", "verberg",
  ]

  /// Says whether years are a stretch of time or a bound, not an age.
  static func isDuration(
    _ age: AgeCandidate,
    yearWord: Int,
    _ text: PreparedConversation
  ) -> Bool {
    let gap = text.gap(after: yearWord)
    let isCut = !gap.isDisjoint(with: [.line, .stop, .comma])
    let after = isCut ? [] : text.classes(text.word(after: yearWord))
    if after.contains(.age) { return false }
    let before = Surroundings(before: age.words.lowerBound, text)
    if after.contains(.durationAfter) { return true }
    // "15 jaar ouder dan ik"
    if !isCut, let next = text.word(after: yearWord), text.isWord(next, anyOf: ["ouder", "jonger"])
    {
      return true
    }
    let isOfSomebody = before.word(0, is: "van") && isOfSomebody(before, 0, text)
    if isOfSomebody { return false }
    for place in 0..<2 where !before.isCut(place) {
      let classes = before.classes(place)
      if classes.contains(.bound), !classes.contains(.hedge) { return true }
      if classes.contains(.durationBefore), !classes.contains(.hedge) || age.value < 8 {
        return true
      }
      if before.word(place, isAnyOf: ["hier", "daar", "bij", "grens", "nog", "heb", "had"]) {
        return age.value < 12 || before.word(place, isAnyOf: ["bij", "grens"])
      }
      if classes.contains(.pronoun),
        before.word(place + 1, isAnyOf: ["heb", "heeft", "had", "werk", "woon"])
      {
        return true
      }
      // "ik sta acht jaar op een lijst": another verb.
      if place == 1, classes.contains(.pronoun), before.word(0, isAnyOf: lasting) { return true }
      if classes.contains(.copula) || classes.contains(.pronoun) { return age.value < 4 }
      if before.word(place, is: "in") || before.word(place, is: "voor")
        || before.word(place, is: "de") || before.word(place, is: "heb")
      {
        return true
      }
      if before.word(place, is: "al"), !before.hasCopula(place + 1) { return true }
    }
    if before.hasCopula(0) { return age.value < 3 }
    return age.value < 10 && before.name(text) == nil && !before.classes(0).contains(.human)
  }
}
