/// Telephone numbers of services and help lines, which belong to nobody and stay in the text.
///
/// Sources: the Dutch numbering plan (112, 116xxx, 14xxx, 0800, 0900, 0906, 0909, 18xx) and the
/// contact pages of the organisations named beside each number.
enum PublicNumbers {
  /// Says whether figures are a public number, written nationally or with 31 or 32 in front.
  static func contains(_ figures: ArraySlice<UInt8>) -> Bool {
    var text = figures.map { String($0) }.joined()
    for prefix in ["0031", "0032", "31", "32"] where text.count > 9 && text.hasPrefix(prefix) {
      text = "0" + text.dropFirst(prefix.count).drop { $0 == "0" }
      break
    }
    // Service numbers have four or seven figures behind their code.
    if text.count == 8 || text.count == 4, services.contains(String(text.prefix(4))) { return true }
    if text.count == 11, text.hasPrefix("0800") || text.hasPrefix("0900") { return true }
    return lines.contains(text)
  }

  private static let services: Set<String> = ["0800", "0900", "0906", "0909"]

  private static let lines: Set<String> = [
    "0880767000",  // De Luisterlijn
    "0334481186",  // CoMensha
    "0207600809",  // FairWork
    "0882080000",  // Fier
    "0203467200",  // VluchtelingenWerk Nederland
    "0880430430",  // Immigratie- en Naturalisatiedienst
    "0887157000",  // Centraal Orgaan opvang asielzoekers
    "0887867372",  // Fraudehelpdesk
    "0343578844",  // Politie, from abroad
    "0704455888",  // Nederlandse Rode Kruis
    "0303391111",  // MIND
    "0205255000",  // GGD Amsterdam
    "0880374400",  // Moviera
    "0505997755",  // Dienst Uitvoering Onderwijs
    "032011690",  // Payoke
    "025116464",  // PAG-ASA
    "042324030",  // Sürya
    "070245245",  // Antigifcentrum
    "116000", "116111", "116123", "116016", "116117", "0113",
  ]
}
