/// Finds places given as figures: decimal or sexagesimal degrees, and plus codes.
///
/// Source of the plus code: Open Location Code, specification 1.0: four to eight signs of
/// `23456789CFGHJMPQRVWX`, a plus sign, two or three more.
enum CoordinateRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    var next = 0
    for place in scene.text.digitWords {
      let index = Int(place)
      guard index >= next,
        let end = decimal(index, scene) ?? degrees(index, scene) ?? code(index, scene)
      else { continue }
      let start = index > 0 && scene.isJoinedLetter(index - 1, "n", "s") ? index - 1 : index
      spans.append(
        NameSpan(
          words: start..<end,
          kind: .location,
          score: 0.95,
          detector: "place.coordinates",
          evidence: "coordinates"
        )
      )
      next = end
    }
  }

  /// Two decimal numbers with three or more decimals: "52.0894, 5.2331", "51.4446 N 4.0053 E".
  private static func decimal(_ index: Int, _ scene: NameScene) -> Int? {
    guard let first = degreeEnd(index, scene) else { return nil }
    var second = first
    if second < scene.count, scene.isJoinedLetter(second, "n", "s") { second += 1 }
    guard second < scene.count, scene.text.words[second].message == scene.text.words[index].message,
      let end = degreeEnd(second, scene)
    else { return nil }
    return end < scene.count && scene.isJoinedLetter(end, "e", "o", "w")
      && scene.text.words[end].message == scene.text.words[index].message ? end + 1 : end
  }

  private static func degreeEnd(_ index: Int, _ scene: NameScene) -> Int? {
    let words = scene.text.words
    guard index + 1 < words.count, words[index].shape.isNumber, words[index].count <= 3,
      words[index + 1].shape.isNumber, words[index + 1].count >= 3,
      words[index + 1].gap == .stop || words[index + 1].gap == .comma,
      words[index + 1].message == words[index].message,
      words[index + 1].start - words[index].end == 1
    else { return nil }
    return index + 2
  }

  /// Degrees with minutes: a degree sign behind the figure.
  private static func degrees(_ index: Int, _ scene: NameScene) -> Int? {
    let words = scene.text.words
    let bytes = scene.text.folded
    guard words[index].shape.isNumber, words[index].count <= 3,
      bytes[Int(words[index].end)] == 0xC2, bytes[Int(words[index].end) + 1] == 0xB0
    else { return nil }
    var end = index + 1
    while end < words.count, words[end].message == words[index].message, end < index + 12,
      words[end].shape.isNumber || scene.isJoinedLetter(end, "n", "s", "e", "o", "w")
    {
      end += 1
    }
    return end
  }

  private static func code(_ index: Int, _ scene: NameScene) -> Int? {
    let words = scene.text.words
    let bytes = scene.text.folded
    guard (4...8).contains(words[index].count), bytes[Int(words[index].end)] == UInt8(ascii: "+"),
      index + 1 < words.count, words[index + 1].start == words[index].end + 1,
      (2...3).contains(words[index + 1].count),
      (bytes[words[index].range] + bytes[words[index + 1].range]).allSatisfy({ signs.contains($0) })
    else { return nil }
    return index + 2
  }

  private static let signs = Set("23456789cfghjmpqrvwx".utf8)
}

extension NameScene {
  /// Whether a word is one of some letters.
  fileprivate func isJoinedLetter(_ index: Int, _ letters: StaticString...) -> Bool {
    text.words[index].count == 1 && text.isWord(index, anyOf: letters)
  }
}
