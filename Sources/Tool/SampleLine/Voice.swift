/// How a visitor types: neat, hasty or in the shorthand of the young.
enum Voice: CaseIterable {
  case neat
  case hasty
  case young

  private static let shorthand: [(String, String)] = [
    ("mijn", "mn"), ("niet", "nie"), ("even", "ff"), ("echt", "egt"), ("heeft", "heb"),
    ("iets", "iets"), ("het", "t"),
    ("weet", "weet"), ("nooit", "noit"), ("eigenlijk", "eigelijk"), ("gewoon", "gwn"),
    ("omdat", "omda"), ("daarvoor", "daavoor"),
  ]

  /// One message in this voice.
  func spoken(_ message: String, dice: inout Dice) -> String {
    switch self {
    case .neat:
      let capital = message.prefix(1).uppercased() + message.dropFirst()
      return capital.last.map { "?!.)".contains($0) } == true ? capital : capital + "."
    case .hasty:
      return message
    case .young:
      let words = message.lowercased().split(separator: " ").map { word in
        guard dice.chance(55) else { return String(word) }
        return Self.shorthand.first { $0.0 == word }?.1 ?? String(word)
      }
      return words.joined(separator: " ")
        + (dice.chance(8) ? dice.pick([" :(", " 😔", " haha", " ..", " 🙈"]) : "")
    }
  }
}
