/// The word lists that readers of facts and guards look for; the codebook holds their words.
enum FactList: Int, CaseIterable, Sendable {
  case absent
  case ageAs
  case ageBe
  case ageCorrection
  case ageExploiterNoun
  case ageFuture
  case ageGuess
  case ageMy
  case ageNotAfter
  case ageNotSelf
  case ageNow
  case ageOf
  case ageOld
  case agePastBefore
  case ageQuestion
  case ageSelf
  case ageSexLetter
  case ageThird
  case ageVictimNoun
  case ageWas
  case ageWasBefore
  case ageWithin
  case ageYou
  case agentVerb
  case by
  case conjunction
  case durationAgo
  case durationBegin
  case durationBusy
  case durationElsewhere
  case durationElsewhereAsked
  case durationExploited
  case durationFew
  case durationHalf
  case durationHalfAfter
  case durationLastYear
  case durationMany
  case durationNotAfter
  case durationNotBefore
  case durationOneAndHalf
  case durationOr
  case durationQuestion
  case durationQuestionRest
  case durationSince
  case durationSinceMoment
  case durationUntil
  case femininePlural
  case gradeClass
  case gradeFirst
  case gradeGroup
  case gradePrimaryStart
  case hypothetical
  case knowing
  case languageEn
  case languageNl
  case languageOther
  case masculine
  case moment
  case momentLockdown
  case negation
  case negationFillerAfter
  case negationFillerBefore
  case numberWord
  case pronounHe
  case pronounSheThey
  case subject
  case telling
  case unitDay
  case unitHalfYear
  case unitMonth
  case unitWeek
  case unitYear

  /// The name of the list in the codebook: `ageOld` is `age_old`.
  var id: String {
    var id = ""
    for letter in "\(self)" {
      if letter.isUppercase { id += "_" }
      id += letter.lowercased()
    }
    return id
  }

  /// The place of `number_0`...`number_25`, the words of a number, behind the lists.
  static func number(_ value: Int) -> Int { allCases.count + value }

  /// The place of `month_1`...`month_12`, the words of a month or of what falls in it.
  static func month(_ value: Int) -> Int { allCases.count + 25 + value }

  /// The names of all lists in order of their places: at most 128.
  static var ids: [String] {
    allCases.map(\.id) + (0...25).map { "number_\($0)" } + (1...12).map { "month_\($0)" }
  }
}
