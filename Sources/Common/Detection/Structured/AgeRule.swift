/// Decides by the words around a number whether it is an age.
enum AgeRule {
  /// Returns why a candidate is an age, or nil.
  static func evidence(for age: AgeCandidate, _ text: PreparedConversation) -> String? {
    let first = age.words.lowerBound
    let last = age.words.upperBound
    let next = text.word(after: last)
    let gap = text.gap(after: last)
    let after = gap.isDisjoint(with: [.line, .stop, .comma]) ? text.classes(next) : []
    let asked = text.classes(askedBefore: age.message).contains(.age)

    switch age.form {
    case .year:
      return isDuration(age, yearWord: last, text) && age.words.count == 1 && !isJarig(age, text)
        ? nil : "with jaar"
    case .sex:
      return (8...80).contains(age.value) ? "sex and age" : nil
    case .ordinal:
      return isOrdinalAge(first, next, after, text, age.value) ? "mijn …de" : nil
    case .figures, .words:
      if age.form == .words, age.value == 1 { return nil }
    }

    if let next, gap == .space || gap == .dash || gap.isEmpty {
      if text.isWord(next, "jarige") || text.isWord(next, "jarig") { return "jarige" }
      if after.contains(.year) {
        return isDuration(age, yearWord: next, text) ? nil : "jaar"
      }
      if after.contains(.period) {
        if text.classes(text.word(after: next)).contains(.age) { return "oud" }
        let before = Surroundings(before: first, text)
        return before.word(0, is: "van") && before.classes(1).contains(.infant) ? "infant" : nil
      }
      if text.isWord(next, "geworden") { return "geworden" }
      // "19/f"
      if gap == .joint, after.contains(.sex), text.words[next].count == 1, age.value >= 8 {
        return "sex and age"
      }
    }
    if gap.isDisjoint(with: [.line, .stop, .comma]), after.contains(.age), age.value >= 2 {
      return "oud"
    }
    // Counted things are not ages: "16 euro", "3 keer".
    if gap == .space, after.contains(.unit), !after.contains(.follower) { return nil }

    let ends = isEnd(gap) || !after.isDisjoint(with: [.follower, .copula, .sex])
    let before = Surroundings(before: first, text)
    if before.isTimeOrCount { return nil }
    if before.word(0, is: "van"), !before.isCut(1), before.classes(1).contains(.human),
      age.value >= (before.isParent(1) ? 12 : 2)
    {
      return "person of"
    }
    if isStated(age, before, after, gap) { return "to be" }
    if asked, ends || before.isFirst || text.messages[age.message].words.count <= 6,
      age.value >= 3, gap != .space || !after.contains(.unit)
    {
      return "asked for"
    }
    if before.classes(0).contains(.age), age.value >= 5 { return "leeftijd" }
    if before.classes(1).contains(.age), before.classes(0).contains(.link), age.value >= 5 {
      return "leeftijd"
    }
    guard ends else { return nil }
    return surrounded(age, before, after, gap, text)
  }

  /// "ben 15 hoezo", "hij wordt 40 dit jaar", "van bijna twaalf": a person is or becomes a number that
  /// counts nothing, whatever follows.
  private static func isStated(
    _ age: AgeCandidate,
    _ before: Surroundings,
    _ after: WordClasses,
    _ gap: Gap
  ) -> Bool {
    guard age.value >= 8,
      after.isDisjoint(with: [.unit, .period, .year, .number, .vehicle, .month, .durationAfter]),
      gap == .space || isEnd(gap)
    else { return false }
    let place = before.hedges()
    if before.isCut(place) { return false }
    if before.isFirstPerson(place) { return true }
    // "word 16 over 2 weken", "ik vrouw 28 polen"
    if before.word(place, isAnyOf: ["word", "wor"]), before.isCut(place + 1) { return true }
    if before.word(0, isAnyOf: ["vrouw", "man", "meisje", "jongen"]), age.value >= 12,
      before.word(1, isAnyOf: ["ik", "i"]), !before.isCut(1)
    {
      return true
    }
    let subject = before.classes(place + 1)
    let isSubject = !before.isCut(place + 1) && !subject.isDisjoint(with: [.pronoun, .human])
    if before.classes(place).contains(.copula) {
      return isSubject && !before.word(place + 1, is: "en")
        && !before.word(place, isAnyOf: ["zijn", "waren"])
    }
    if before.word(place, isAnyOf: ["zal", "zou", "moet", "ga", "gaat", "kan"]) {
      // "je moet 18 zijn": a bound of the law.
      return isSubject && after.contains(.copula)
        && !before.word(place + 1, isAnyOf: ["je", "jij", "u", "ge", "men", "iedereen"])
    }
    return before.word(place, is: "van") && place > 0 && subject.contains(.human)
  }

  /// Says whether a number set apart says an age again, as in "eenendertig, 31".
  static func repeats(
    _ earlier: AgeCandidate,
    _ age: AgeCandidate,
    _ text: PreparedConversation
  ) -> Bool {
    guard earlier.value == age.value, age.value >= 8, age.message - earlier.message <= 2,
      age.form == .figures || age.form == .words,
      text.messages[earlier.message].speaker == text.messages[age.message].speaker,
      isEnd(text.gap(after: age.words.upperBound))
    else { return false }
    return !text.words[age.words.lowerBound].gap.isDisjoint(with: [.stop, .comma, .line, .other])
  }

  /// Says whether a number joined to an age by "en", "of", "bijna" or a slash is an age too.
  static func continues(
    _ earlier: AgeCandidate,
    _ age: AgeCandidate,
    _ text: PreparedConversation
  ) -> Bool {
    guard earlier.message == age.message, age.form == .figures || age.form == .words,
      age.value >= 2, age.value <= 99
    else { return false }
    let distance = age.words.lowerBound - earlier.words.upperBound
    let gap = text.gap(after: age.words.upperBound)
    let after = text.classes(text.word(after: age.words.upperBound))
    guard isEnd(gap) || after.isDisjoint(with: [.unit, .period]) else { return false }
    if distance == 1 {
      let own = text.words[age.words.lowerBound].gap
      return own == .joint || own.contains(.comma)
    }
    guard distance == 2 || distance == 3 else { return false }
    return (earlier.words.upperBound + 1..<age.words.lowerBound).allSatisfy { place in
      text.isWord(
        place,
        anyOf: ["en", "of", "bijna", "nu", "and", "net", "maar", "straks", "toen"]
      )
    }
  }

  /// The evidence of the words before a number whose clause ends behind it.
  private static func surrounded(
    _ age: AgeCandidate,
    _ before: Surroundings,
    _ after: WordClasses,
    _ gap: Gap,
    _ text: PreparedConversation
  ) -> String? {
    let isBare = before.isFirst && isEnd(gap)
    // Behind hedges: "ik ben net 18", "toen was ik nog maar 15".
    let place = before.hedges()
    let lead = before.classes(place)
    if !before.isCut(place) {
      if lead.contains(.copula), isPersonal(before, place, age, text) { return "to be" }
      if lead.contains(.pronoun), !before.isCut(place + 1) || place > 0 || age.value >= 8 {
        if before.classes(place + 1).contains(.copula), !before.isCut(place + 1) { return "to be" }
        if age.value >= 8, !before.word(place, is: "en"), !before.isLegal(place) {
          return "pronoun"
        }
      }
      if before.word(place, isAnyOf: ["hem", "haar", "mij", "me"]),
        before.word(place + 1, isAnyOf: ["schat", "schatte", "schatten"])
      {
        return "guess"
      }
      if age.value >= 8, AgePhrase.isAround(before) { return "around" }
      if age.value >= 8, AgePhrase.isBirthday(before, place) { return "birthday" }
      if place == 0, AgePhrase.isList(before) { return "children" }
      if age.value >= 8, place > 0, before.isYear(place) { return "born" }
      if before.word(place, is: "mij"), before.word(place + 1, is: "volgens"), age.value >= 8 {
        return "guess"
      }
      if before.word(place, isAnyOf: ["als", "zegt", "zei", "zeg", "gezegd"]), age.value >= 10 {
        return "said"
      }
      if lead.contains(.human), before.classes(place + 1).contains(.copula) || place == 0,
        age.value >= 4
      {
        return "person"
      }
      if place > 0, age.value >= 8,
        before.word(place - 1, isAnyOf: ["bijna", "net", "pas"]),
        before.classes(place).isDisjoint(with: [.durationBefore, .bound])
      {
        return "bijna"
      }
      if before.word(place, is: "van"), age.value >= 2, isOfSomebody(before, place, text) {
        return "person of"
      }
      if before.word(place, is: "of"), before.classes(place + 1).contains(.year), age.value >= 4 {
        return "jaar of"
      }
      if before.word(place, is: "schat") || before.word(place, is: "denk"), age.value >= 8 {
        return "guess"
      }
      if lead.contains(.possessive), age.value >= 8, before.prepositional(place + 1) {
        return "possessive"
      }
      if lead.contains(.sex), before.length(place) <= 2, age.value >= 8, isEnd(gap) {
        return "sex and age"
      }
    }
    // "volgende week 17", "nog maar 13 dus"
    if place >= 2, before.isCut(place), (9...25).contains(age.value) { return "time and age" }
    // "16 ben ik"
    if after.contains(.copula), before.isFirst, let next = text.word(after: age.words.upperBound),
      text.classes(text.word(after: next)).contains(.pronoun), age.value >= 8
    {
      return "to be"
    }
    // "Imran, 22", "Lotte (15)", "Bence 7."
    if let named = before.name(text), age.value >= 3, age.value <= 99,
      named == .apart || isEnd(gap) && !gap.contains(.joint) || after.contains(.follower)
    {
      return "name and age"
    }
    if before.isMessageStart, after.contains(.follower), (9...60).contains(age.value) {
      return "opens the message"
    }
    if isBare, (9...35).contains(age.value), text.messages[age.message].words.count <= 2 {
      return "bare"
    }
    // "ja 18", "bijna vijftien": an answer of a word or two.
    if isEnd(gap), (9...35).contains(age.value), before.isAnswer { return "short answer" }
    // "zij nog jong, misschien 17"; "hij is al groot, 16 ofzo"
    if isEnd(gap), (9...35).contains(age.value),
      before.word(0, isAnyOf: guesses)
    {
      return "guess"
    }
    // "ik ben op jaren, zevenentachtig, maar"
    if before.isApart, isEnd(gap), (12...99).contains(age.value), before.hasCopula(0),
      before.isAboutPerson
    {
      return "apart"
    }
    if before.isApart, (6...25).contains(age.value), isPair(age, text) { return "pair" }
    if before.isApart, (9...35).contains(age.value), after.contains(.guess) { return "guess" }
    // "kan wel 40 zijn"
    if after.contains(.copula), place > 0, age.value >= 10,
      !before.classes(place).contains(.durationBefore)
    {
      return "to be"
    }
    return nil
  }

  /// What says that a number behind it is guessed.
  private static let guesses: [StaticString] = [
    "misschien", "hooguit", "amper", "zowat", "pas", "eentje", "vermoedelijk", "waarschijnlijk",
    "schatting", "gok", "gokte", "peins", "peis", "meen", "schatte", "blijkbaar",
  ]

  /// Says whether a form of "to be" is about a person, not about a time, a price or a mark.
  private static func isPersonal(
    _ before: Surroundings,
    _ place: Int,
    _ age: AgeCandidate,
    _ text: PreparedConversation
  ) -> Bool {
    let impersonal: [StaticString] = [
      "het", "dat", "dit", "er", "t", "it", "this", "that", "tijd", "prijs", "cijfer",
    ]
    if before.word(place + 1, isAnyOf: impersonal) { return false }
    if before.word(place, isAnyOf: ["zijn", "waren"]) {
      return isPair(age, text)
        || before.word(0, isAnyOf: ["allebei", "beide", "beiden", "alledrie"])
        || before.classes(place + 1).contains(.human) && age.value >= 2
    }
    if before.isName(place + 1, text) { return age.value >= 1 }
    // "die wordt vier": a demonstrative that becomes a number is a person.
    if before.word(place, isAnyOf: ["wordt", "werd", "word"]),
      before.word(place + 1, isAnyOf: ["die", "ie", "deze"])
    {
      return age.value >= 1
    }
    if before.isFirstPerson(place) { return age.value >= 4 }
    if before.classes(place + 1).contains(.pronoun) || before.classes(place + 1).contains(.human) {
      return age.value >= 1
    }
    return age.value >= 6
  }

  /// "wij zijn 16 en 17".
  private static func isPair(_ age: AgeCandidate, _ text: PreparedConversation) -> Bool {
    guard let joint = text.word(after: age.words.upperBound),
      text.isWord(joint, anyOf: ["en", "of"]),
      let other = text.word(after: joint), isEnd(text.gap(after: other))
    else { return false }
    return text.words[other].shape.isNumber || text.sense(other).classes.contains(.number)
  }

  /// "een meisje van 14", "eentje van 22", "Imran van 22".
  static func isOfSomebody(
    _ before: Surroundings,
    _ place: Int,
    _ text: PreparedConversation
  ) -> Bool {
    for back in 1...6 where !before.isCut(place + back) {
      if before.classes(place + back).contains(.human) { return true }
    }
    return before.isName(place + 1, text)
  }

  /// "vanaf mijn twaalfde", "op haar 15e", "sinds me 13de".
  private static func isOrdinalAge(
    _ first: Int,
    _ next: Int?,
    _ after: WordClasses,
    _ text: PreparedConversation,
    _ value: Int
  ) -> Bool {
    guard value >= 4, let before = text.word(before: first),
      text.sense(before).classes.contains(.possessive)
    else { return false }
    guard after.isDisjoint(with: [.month, .period, .unit]) else { return false }
    let nouns: [StaticString] = [
      "klas", "groep", "les", "poging", "kind", "baan", "huis", "verdieping", "etage", "gesprek",
      "afspraak", "relatie", "vriend", "school",
    ]
    if let next {
      return !text.isWord(next, anyOf: nouns)
    }
    return true
  }

  static func isEnd(_ gap: Gap) -> Bool {
    !gap.isDisjoint(with: [.line, .stop, .comma, .other]) || gap.contains([.space, .dash])
  }
}
