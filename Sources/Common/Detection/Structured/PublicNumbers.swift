/// Telephone numbers of services and help lines, which belong to nobody and stay in the text.
///
/// Sources: the Dutch numbering plan (112, 116xxx, 14xxx, 0800, 0900, 0906, 0909, 18xx) and the
/// contact pages of the organisations named beside each number.
enum PublicNumbers {
  /// Figures as one number and their count, which leading zeros make.
  private struct Number: Hashable {
    var value: UInt64
    var count: Int

    init(_ figures: ArraySlice<UInt8>) {
      value = figures.reduce(0) { $0 * 10 + UInt64($1) }
      count = figures.count
    }

    init(_ text: String) { self.init(text.utf8.map { $0 &- 0x30 }[...]) }
  }

  /// Says whether figures are a public number, written nationally or with 31 or 32 in front.
  static func contains(_ figures: ArraySlice<UInt8>) -> Bool {
    // The longest has eleven figures, thirteen behind 0031 and more with zeros between.
    guard (4...18).contains(figures.count) else { return false }
    let number = Number(national(figures))
    switch number.count {
    case 4 where services.contains(number.value),
      // Service numbers have four or seven figures behind their code.
      8 where services.contains(number.value / 10_000),
      11 where number.value / 10_000_000 == 800 || number.value / 10_000_000 == 900:
      return true
    default: return lines.contains(number)
    }
  }

  /// The figures with a 0 in place of 31 or 32, however these are written.
  private static func national(_ figures: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard figures.count > 9 else { return figures }
    let rest = figures.starts(with: [0, 0]) ? figures.dropFirst(2) : figures
    guard rest.first == 3, let second = rest.dropFirst().first, second == 1 || second == 2 else {
      return figures
    }
    return [0] + rest.dropFirst(2).drop { $0 == 0 }
  }

  private static let services: Set<UInt64> = [800, 900, 906, 909]

  private static let lines = Set(
    [
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
    ].map { Number($0) }
  )
}
