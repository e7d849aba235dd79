/// Finds streets that are ordinary words by the verb of living before them and the number behind:
/// "woon op de oude werf 12", "adres is lange hei 4 bis".
enum DwellingRule {
  /// Returns the first word of such a street that ends right before a number; nil when none does.
  ///
  /// - Parameters:
  ///   - number: A place in `PreparedConversation.words`.
  ///   - text: The conversation.
  ///   - entries: What the lexicons know, parallel to its words.
  /// - Returns: A place in `PreparedConversation.words`.
  static func first(
    before number: Int,
    _ text: PreparedConversation,
    _ entries: [LexiconEntry]
  ) -> Int? {
    let start = text.messages[Int(text.words[number].message)].words.lowerBound
    guard text.words[number].gap == .space else { return nil }
    var first = number
    // The name itself: one to three words that are no verb, preposition or count.
    while first > start, number - first < 3, isName(first - 1, text, entries) {
      first -= 1
      if text.words[first].gap != .space { break }
    }
    guard first < number, !text.isWord(number - 1, anyOf: numbered),
      !isCounted(number, text)
    else { return nil }
    var before = first
    while before > start, first - before < 2, isLead(before - 1, text, entries) { before -= 1 }
    guard before > start, first - before > 0 || entries[before - 1].cue != nil,
      text.isWord(before - 1, anyOf: verbs)
    else { return nil }
    return first
  }

  private static func isName(
    _ index: Int,
    _ text: PreparedConversation,
    _ entries: [LexiconEntry]
  ) -> Bool {
    let word = text.words[index]
    guard word.shape.contains(.hasLetter), !word.shape.contains(.hasDigit), word.count >= 3,
      !entries[index].isIn(.kept)
    else { return false }
    switch entries[index].cue {
    case nil, .placeNoun, .placePart, .epithet, .addressNoun: break
    default: return false
    }
    return !text.isWord(index, anyOf: others)
  }

  /// "op de", "in het", "aan", "is".
  private static func isLead(
    _ index: Int,
    _ text: PreparedConversation,
    _ entries: [LexiconEntry]
  ) -> Bool {
    switch entries[index].cue {
    case .determiner, .placePreposition, .being: return true
    default: return text.isWord(index, anyOf: ["op", "aan"])
    }
  }

  /// "woon in een kamer 3 maanden": what is counted is no house.
  private static func isCounted(_ number: Int, _ text: PreparedConversation) -> Bool {
    guard let next = text.word(after: number), text.words[next].gap == .space else { return false }
    return !text.sense(next).classes.isDisjoint(with: [.period, .year, .unit, .human])
      && !text.isWord(next, anyOf: ["hoog", "bis", "hs"])
  }

  private static let verbs: [StaticString] = [
    "woon", "woont", "wonen", "woonde", "woonden", "gewoond", "woonachtig", "verblijf",
    "verblijft", "gevestigd", "ingeschreven", "adres", "woonadres", "huisadres", "postadres",
  ]
  /// Nouns whose number is not a house's.
  private static let numbered: [StaticString] = [
    "kamer", "klas", "groep", "lijn", "bus", "tram", "verdieping", "etage", "kamers", "mensen",
    "sinds", "nummer", "nr", "afdeling", "niveau", "havo", "vwo", "vmbo", "mavo", "mbo", "dag",
    "week", "perron", "gate", "kant", "zaal", "cel", "blok",
  ]
  private static let others: [StaticString] = [
    "met", "samen", "al", "nu", "sinds", "daar", "hier", "ongeveer", "nog", "bijna", "ook", "pas",
    "maar", "dan", "toen", "voor", "over", "ruim", "onder", "boven", "huis", "kamer", "alleen",
  ]
}
