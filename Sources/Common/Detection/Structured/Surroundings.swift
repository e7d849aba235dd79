/// The words before a number, nearest first.
struct Surroundings {
  /// How a name stands before a number.
  enum Naming {
    /// Behind a comma or bracket.
    case apart
    /// Behind a space.
    case beside
  }

  private let first: Int
  let text: PreparedConversation
  private let start: Int

  init(before first: Int, _ text: PreparedConversation) {
    self.first = first
    self.text = text
    start = text.messages[Int(text.words[first].message)].words.lowerBound
  }

  /// Whether the number opens its message or sentence.
  var isFirst: Bool { first == start || !text.words[first].gap.isDisjoint(with: [.line, .stop]) }

  /// Whether the number opens its message.
  var isMessageStart: Bool { first == start }

  /// Whether the word before makes it a time, a class, a number of something or a round age.
  var isTimeOrCount: Bool {
    // "volgende week 17" is a birthday, "week 17" a week.
    if word(0, is: "week"), word(1, isAnyOf: ["volgende", "komende", "een", "over"]) {
      return false
    }
    return word(
      0,
      isAnyOf: [
        "half", "kwart", "om", "begin", "eind", "midden", "lijn", "bus", "groep", "klas", "kamer",
        "nr", "nummer", "pagina", "unit", "tram", "perron", "spoor", "week", "artikel", "halte",
        "ruim", "huisnummer", "verdieping", "etage", "cijfer", "kwartover",
      ]
    )
  }

  /// Whether a comma sets the number apart from what comes before.
  var isApart: Bool { text.words[first].gap.contains(.comma) }

  /// The count of words right before the number that may stand between a verb and an age: "net",
  /// "over twee weken", "in juli".
  func hedges() -> Int {
    var place = 0
    while place < 5, !isCut(place) {
      if classes(place).contains(.hedge) || word(place, isAnyOf: ["allebei", "beide", "beiden"]) {
        place += 1
      } else if let length = timeLength(place) {
        place += length
      } else {
        break
      }
    }
    return place
  }

  /// The count of words of a stretch of time that ends at a distance; nil when none does.
  ///
  /// "twee weken", "21 mei", "over 3 maanden": it may stand between a verb and an age.
  func timeLength(_ place: Int) -> Int? {
    let isMeasure = classes(place).contains(.period)
    if classes(place).contains(.month), word(place + 1, is: "in") { return 2 }
    guard isMeasure || classes(place).contains(.month), let count = index(place + 1),
      !isCut(place + 1)
    else { return nil }
    let isNumber =
      text.words[count].shape.isNumber || text.sense(count).classes.contains(.number)
      || isMeasure && word(place + 1, isAnyOf: ["paar", "een"])
    guard isNumber else { return nil }
    return word(place + 2, isAnyOf: ["over", "op", "een"]) ? 3 : 2
  }

  /// Whether only a yes, a no or a hedge stands before the number in its message.
  var isAnswer: Bool {
    guard first - start <= 2, first > start else { return false }
    return (start..<first).allSatisfy {
      text.sense($0).classes.contains(.hedge)
        || text.isWord(
          $0,
          anyOf: ["ja", "nee", "jaa", "ok", "oke", "uh", "eh", "jup", "yes", "no"]
        )
    }
  }

  /// Whether the word at a distance is a parent, whose number may be that of the children.
  func isParent(_ place: Int) -> Bool {
    word(
      place,
      isAnyOf: ["moeder", "vader", "mama", "papa", "ouders", "vrouw", "man", "oma", "opa"]
    )
  }

  /// The word at a distance, 0 for the nearest; nil before the message.
  private func index(_ place: Int) -> Int? { first - 1 - place >= start ? first - 1 - place : nil }

  func classes(_ place: Int) -> WordClasses { text.classes(index(place)) }

  func length(_ place: Int) -> Int { index(place).map { text.words[$0].count } ?? 0 }

  func word(_ place: Int, is word: StaticString) -> Bool {
    index(place).map { text.isWord($0, word) } ?? false
  }

  func word(_ place: Int, isAnyOf words: [StaticString]) -> Bool {
    index(place).map { text.isWord($0, anyOf: words) } ?? false
  }

  /// Whether a sentence or clause ends behind the word at a distance.
  func isCut(_ place: Int) -> Bool {
    guard index(place) != nil else { return true }
    return (0...place).contains {
      text.words[first - $0].gap.contains(.line)
        || text.words[first - $0].gap.contains([.stop, .space])
    }
  }

  /// "ben", "I'm": only a first person can be meant.
  func isFirstPerson(_ place: Int) -> Bool {
    word(place, isAnyOf: ["ben", "bn", "am", "bin", "benk", "kben", "kword", "kwas", "ikben"])
      || word(place, is: "m") && word(place + 1, is: "i")
  }

  /// Whether a person is the subject within six words: "ik ben op jaren, ...".
  var isAboutPerson: Bool {
    (0..<6).contains { !isCut($0) && !classes($0).isDisjoint(with: [.pronoun, .human]) }
  }

  /// Whether the word at a distance is a year: "ben van 2008 dus 16".
  func isYear(_ place: Int) -> Bool { index(place).map(text.isYear) ?? false }

  /// Whether the word at a distance is the subject of a bound: "moet je 18 zijn".
  func isLegal(_ place: Int) -> Bool {
    word(place, isAnyOf: ["je", "jij", "u", "men"]) && word(place + 1, isAnyOf: ["moet", "mag"])
  }

  /// Whether a form of "to be" stands within four words, in the same clause.
  func hasCopula(_ from: Int) -> Bool {
    (from..<from + 4).contains { !isCut($0) && classes($0).contains(.copula) }
  }

  /// Whether the word at a distance leads to an age, "vanaf mijn 15".
  func prepositional(_ place: Int) -> Bool {
    word(
      place,
      isAnyOf: ["vanaf", "op", "sinds", "rond", "tot", "voor", "na", "van", "met", "al"]
    )
  }

  /// Whether the word at a distance is written as a name.
  func isName(_ place: Int, _ text: PreparedConversation) -> Bool {
    guard let index = index(place) else { return false }
    let word = text.words[index]
    return
      (word.shape.isCapitalised && word.count >= 2
      || word.count == 1 && word.shape.contains(.hasUpper))
      && !word.shape.contains(.hasDigit)
      && text.sense(index).classes.isDisjoint(with: [
        .function, .month, .weekday, .unit, .vehicle, .numeral, .document,
      ])
      && !Self.places.contains(Array(text.folded[word.range])) && !isStreet(word, text)
  }

  /// How a name stands right before the number, if one does.
  func name(_ text: PreparedConversation) -> Naming? {
    let gap = text.words[first].gap
    guard isName(0, text), let index = index(0) else { return nil }
    if gap == [.comma, .space] || gap == [.space, .other] || gap == [.stop, .space] {
      return .apart
    }
    if gap == [.stop, .space, .other], text.words[index].count == 1 { return .apart }
    guard gap == .space,
      !text.words[index].shape.contains(.startsSentence) || text.words[index].count >= 4
    else { return nil }
    return .beside
  }

  private func isStreet(_ word: Word, _ text: PreparedConversation) -> Bool {
    let bytes = text.folded[word.range]
    return Self.streets.contains {
      bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  private static let places = Set(
    """
    lijn bus tram kamer groep klas week artikel art flat unit perron spoor hal poort afslag weg \
    pagina hoofdstuk deel dag verdieping etage lokaal vak stap punt vraag optie nr huis bijlage \
    versie seizoen aflevering gate rij stoel zaal cel blok level max min nog ja nee oke ok hoi \
    hallo mijn sinds vanaf tot na over om op in bij met van voor en of maar dus ik hij zij ze wij
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }
  )
  private static let streets = [
    "straat", "weg", "laan", "plein", "pad", "dijk", "kade", "gracht", "hof", "steeg", "singel",
    "park", "straatje", "baan", "lei", "dreef", "kaai", "markt", "dreve", "wal", "poort", "burg",
    "huis", "flat", "zicht", "veld", "erf", "akker", "kamp", "ring", "strjitte", "str",
  ].map { Array($0.utf8) }
}
