/// Phrases around an age that is not known for sure.
enum AgePhrase {
  /// Whether "iets van", "rond de", "tegen de" behind a form of "to be" leads to the number: "hij is
  /// iets van 40", "ze is rond de 35".
  static func isAround(_ before: Surroundings) -> Bool {
    let isSomething = before.word(0, is: "van") && before.word(1, isAnyOf: ["iets", "zoiets"])
    let isNear =
      before.word(0, is: "de")
      && before.word(1, isAnyOf: ["rond", "tegen", "richting", "dik", "voorbij", "over"])
    guard isSomething || isNear, !before.isCut(2) else { return false }
    return before.classes(2).contains(.copula)
      && !before.classes(3).isDisjoint(with: [.pronoun, .human])
      || before.isName(2, before.text)
  }
}
