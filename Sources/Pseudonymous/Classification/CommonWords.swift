/// How often words stand in chats, roughly; it decides where phrases wait and changes the speed only.
enum CommonWords {
  /// Occurrences in a thousand words: the commonest words by steps, all others as one.
  static func frequency(of word: String) -> Double {
    for step in steps where step.words.contains(word) { return step.frequency }
    return 0.05
  }

  private static let steps: [(frequency: Double, words: Set<String>)] = [
    (
      30,
      ["ik", "je", "dat", "en", "niet", "de", "een", "van", "in", "is", "het", "die", "hij", "ze"]
    ),
    (
      12,
      [
        "maar", "met", "op", "te", "voor", "aan", "heb", "als", "er", "wat", "nu", "om", "ook",
        "mijn", "zijn", "moet", "bij", "ja", "naar", "dan", "we", "u", "me", "ben", "hoe", "kan",
        "wel", "nog", "geen", "weet", "haar", "heeft", "wil", "mij", "was", "nee", "iets", "daar",
        "hier", "of", "dit", "zo", "al", "uit", "i", "to", "the", "my", "mn", "iemand", "zegt",
      ]
    ),
    (
      4,
      [
        "over", "meer", "veel", "want", "zij", "hem", "toen", "zei", "had", "jij", "jou", "goed",
        "door", "mag", "doen", "gaan", "ga", "gaat", "zou", "worden", "hebben", "kunnen", "even",
        "altijd", "nooit", "niemand", "niks", "niets", "k", "t", "hoor", "hun", "ons", "onze",
        "omdat", "thuis", "school", "geld", "mensen", "moeder", "vader", "vriend", "werk", "jaar",
        "dag", "komt", "laat", "weg", "terug", "graag", "oke", "ok", "dank", "and", "a", "he", "it",
        "they", "not", "no", "for", "me", "gewoon", "echt", "misschien", "denk", "vind", "hallo",
        "hoi", "kunt", "kun", "bent", "wie", "waar", "wanneer", "politie", "morgen", "eerst",
        "zeggen", "bellen", "alleen", "zelf", "helemaal", "andere", "alles", "krijg", "krijgt",
        "moest", "wilde", "doet", "bang", "welkom", "chat", "naam", "zal", "zullen", "zit",
      ]
    ),
  ]
}
