/// Phrases that lead to an age: one that is not known for sure, a birthday, a list of children.
enum AgePhrase {
  /// Whether "iets van", "rond de", "tegen de" behind a form of "to be" or "van" leads to the number:
  /// "hij is iets van 40", "een man van rond de 35".
  static func isAround(_ before: Surroundings) -> Bool {
    let isSomething = before.word(0, is: "van") && before.word(1, isAnyOf: ["iets", "zoiets"])
    let isNear =
      before.word(0, is: "de")
      && before.word(1, isAnyOf: ["rond", "tegen", "richting", "dik", "voorbij", "over"])
    guard isSomething || isNear, !before.isCut(2) else { return false }
    let isPerson = !before.classes(3).isDisjoint(with: [.pronoun, .human])
    return (before.classes(2).contains(.copula) || before.word(2, is: "van")) && isPerson
      || before.isName(2, before.text)
  }

  /// "bijna jarig dan 17", "jonger dan ik, dus 14": what makes the number behind it an age.
  static func isBirthday(_ before: Surroundings, _ place: Int) -> Bool {
    guard place > 0, before.word(place - 1, isAnyOf: ["dan", "dus"]) else { return false }
    return (place..<place + 3).contains {
      !before.isCut($0) && before.word($0, isAnyOf: ["jarig", "ouder", "jonger", "geboren"])
    }
  }

  /// "kinderen: 2, 4 en 9".
  static func isList(_ before: Surroundings) -> Bool {
    before.isApart
      && before.word(0, isAnyOf: ["kinderen", "kids", "zonen", "dochters", "kleinkinderen"])
  }
}
