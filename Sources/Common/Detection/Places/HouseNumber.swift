/// A house number with additions: `12a`, `114-3`, `15 bis`, `38 t/m 54`, `77 bus 12`.
enum HouseNumber {
  /// Returns where the number that follows a word ends, in words; nil when none follows.
  static func end(after index: Int, in scene: NameScene) -> Int? {
    guard var start = scene.after(index) else { return nil }
    if scene.text.isWord(start, anyOf: withouts) { return start + 1 }
    if scene.text.isWord(start, "z"), let next = scene.text.word(after: start),
      scene.text.isWord(next, "n"), scene.text.words[next].gap == .joint
    {
      return next + 1
    }
    if scene.entries[start].cue == .houseNumber, let next = scene.after(start) { start = next }
    guard isNumber(start, in: scene) || isSpelt(start, in: scene) else { return nil }
    if let unit = scene.after(start), isMeasure(unit, in: scene) { return nil }
    return end(from: start, in: scene)
  }

  /// Whether a word is a number in words that a house can have: "zevenentwintig".
  static func isSpelt(_ index: Int, in scene: NameScene) -> Bool {
    let sense = scene.text.sense(index)
    return sense.classes.contains(.number) && (sense.value ?? 0) >= 2 && !scene.isTaken(index)
  }

  /// "6 weken", "4 keer": a count, not the number of a house.
  private static func isMeasure(_ index: Int, in scene: NameScene) -> Bool {
    scene.text.words[index].gap == .space && scene.text.words[index].count >= 3
      && !scene.text.sense(index).classes.isDisjoint(with: [.period, .year, .unit])
      && !scene.text.isWord(index, anyOf: additions)
  }

  /// Returns where a number ends that begins at a word.
  static func end(from start: Int, in scene: NameScene) -> Int {
    var end = start + 1
    // A number has few additions; the bound keeps hostile text linear.
    while end - start < 8, let next = scene.text.word(after: end - 1),
      scene.text.words[next].gap.isSubset(of: [.space, .dash, .joint])
    {
      if isAddition(next, in: scene) {
        end = next + 1
      } else if scene.text.isWord(next, "t"),
        scene.text.word(after: next).map({
          scene.text.isWord($0, "m")
        }) == true, next + 2 < scene.count, scene.text.words[next + 2].shape.isNumber
      {
        end = next + 3
      } else if scene.entries[next].cue == .houseNumber, let further = scene.text.word(after: next),
        scene.text.words[further].gap.isSubset(of: [.space, .stop]),
        scene.text.words[further].shape.contains(.hasDigit), !scene.isTaken(further)
      {
        end = further + 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word is a number that a house can have, perhaps with a letter.
  static func isNumber(_ index: Int, in scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    guard word.shape.contains(.hasDigit), word.count <= 6, !scene.isTaken(index) else {
      return false
    }
    return scene.text.folded[Int(word.start)] &- 0x31 < 9
  }

  private static func isAddition(_ index: Int, in scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    if scene.isTaken(index) { return false }
    if word.gap.isSubset(of: [.dash, .joint]) { return word.count <= 4 }
    if word.shape.contains(.hasDigit), word.count <= 3, word.shape.contains(.hasLetter) {
      return true
    }
    if word.count == 1 {
      return word.shape.contains(.hasLetter) && !scene.text.isWord(index, anyOf: letters)
    }
    return scene.text.isWord(index, anyOf: additions)
  }

  /// What stands for a number where there is none: without number, unnumbered.
  private static let withouts: [StaticString] = ["ong", "zn", "ongenummerd", "sn"]

  private static let additions: [StaticString] = [
    "bis", "hs", "zwart", "rood", "wit", "achter", "boven", "beneden", "huis", "hoog", "links",
    "rechts", "ii", "iii", "iv", "sous", "stock", "etage", "verdieping", "og", "rdc",
  ]

  /// Lone letters that are words of chat, not additions.
  private static let letters: [StaticString] = ["n", "k", "t", "m", "s", "u", "x", "r", "z", "v"]
}
