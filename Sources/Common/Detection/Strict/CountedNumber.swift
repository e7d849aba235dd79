/// Numbers that count or order something, so that the strict policy leaves them: "groep 3", "half
/// 3", "van 8 tot 12", "8,5", "in 2021".
enum CountedNumber {
  /// Says whether the words and signs beside a number vouch for it.
  static func isVouched(_ index: Int, _ text: PreparedConversation) -> Bool {
    let word = text.words[index]
    // Decimals, thousands and amounts: a figure on the other side of a comma or full stop.
    let (before, behind) = (text.folded[Int(word.start) - 1], text.folded[Int(word.end)])
    if ".,".utf8.contains(before), text.folded[Int(word.start) - 2] &- 0x30 < 10 { return true }
    if ".,".utf8.contains(behind), text.folded[Int(word.end) + 1] &- 0x30 < 10 { return true }
    // "1. hoeveel", "2) wat"
    if word.count == 1, word.shape.contains(.startsSentence),
      behind == UInt8(ascii: ".") || behind == UInt8(ascii: ")")
    {
      return true
    }
    let previous = text.word(before: index)
    let next = text.word(after: index)
    if let next, text.words[next].gap == .space,
      text.sense(next).classes.contains(.unit) || text.isWord(next, anyOf: levels)
    {
      return true
    }
    guard let previous, word.gap == .space else { return false }
    if text.isWord(previous, anyOf: nouns) { return true }
    // "van 8 tot 12", "tussen 22 en 6"
    if let next, text.isWord(previous, anyOf: ["van", "tussen"]),
      text.isWord(next, anyOf: ["tot", "en"]), isNumber(text.word(after: next), text)
    {
      return true
    }
    if text.isWord(previous, anyOf: ["tot", "en"]),
      let first = text.word(before: previous), isNumber(first, text),
      let lead = text.word(before: first), text.isWord(lead, anyOf: ["van", "tussen"])
    {
      return true
    }
    return text.isYear(index) && text.isWord(previous, anyOf: times)
  }

  private static func isNumber(_ index: Int?, _ text: PreparedConversation) -> Bool {
    index.map { text.words[$0].shape.isNumber } ?? false
  }

  private static let nouns: [StaticString] = [
    "groep", "klas", "kamer", "lijn", "bus", "tram", "metro", "lokaal", "half", "kwart", "artikel",
    "art", "versie", "level", "lvl", "perron", "spoor", "week", "hoofdstuk", "pagina", "cijfer",
    "om", "rond", "deel", "stap", "vraag", "punt", "optie", "iphone", "fifa", "ps", "zone", "fase",
    "seizoen", "afdeling", "verdieping", "gate", "maat", "keer", "havo", "vwo", "vmbo", "mbo",
  ]
  private static let levels: [StaticString] = [
    "havo", "vwo", "vmbo", "mavo", "mbo", "gymnasium", "atheneum", "dollar", "pond", "kg", "graden",
    "plaatsen", "bedden", "meldingen", "uurtjes", "kwartier", "stuks", "nachten", "berichten",
  ]
  private static let times: [StaticString] = [
    "in", "sinds", "vanaf", "tot", "eind", "begin", "zomer", "winter", "voorjaar", "najaar", "jaar",
    "medio", "na", "voor", "anno",
  ]
}
