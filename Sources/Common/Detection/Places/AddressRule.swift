/// Finds streets with or without number.
enum AddressRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    var next = 0
    for index in scene.open where index >= next {
      guard let found = address(at: index, in: scene) else { continue }
      spans.append(
        NameSpan(
          words: found.words,
          kind: .address,
          score: 0.9,
          detector: "address.street",
          evidence: found.reason
        )
      )
      next = found.words.upperBound
    }
  }

  private static func address(
    at index: Int,
    in scene: NameScene
  ) -> (words: Range<Int>, reason: String)? {
    guard scene.isLetters(index) else { return nil }
    let entry = scene.entries[index]
    if entry.isIn(.streetHead), let found = ForeignStreet.words(at: index, in: scene) {
      return (found, "foreign street")
    }
    let hasSuffix = StreetSuffix.ends(scene.text.folded, scene.text.words[index].range)
    var length = entry.isIn(.beginsPhrase) ? scene.phrase(at: index, .street) : 0
    if length < 2, entry.isIn(.street) || hasSuffix { length = 1 }
    if length == 0, let number = scene.after(index), HouseNumber.isNumber(number, in: scene),
      let first = DwellingRule.first(before: number, scene.text, scene.entries)
    {
      return (first..<HouseNumber.end(from: number, in: scene), "where somebody lives")
    }
    guard length > 0 else { return nil }
    let last = index + length - 1
    let number = HouseNumber.end(after: last, in: scene)
    let isTelling = scene.isTellingCapital(index)
    let isOrdinary = length == 1 && scene.isOrdinary(index)
    let isStreet =
      if number != nil {
        length > 1 || hasSuffix || !isOrdinary || isTelling
      } else if hasSuffix {
        !isOrdinary && scene.text.words[index].count >= 7 || isTelling
          || isAnswer(index, in: scene) || length == 1 && entry.isIn(.streetWord)
      } else {
        length > 1 && isTelling
      }
    guard isStreet else { return nil }
    // "Prins Bernhardstraat", "van der Hoopstraat": capitals and prefixes before belong to it.
    var start = index
    while index - start < 5, let previous = scene.before(start), !scene.isTaken(previous),
      scene.isCapital(index), scene.entries[previous].cue != .placePreposition,
      scene.isCapital(previous)
        && !(scene.text.words[previous].shape.contains(.startsSentence)
          && scene.isOrdinary(previous))
        || scene.entries[previous].isIn(.prefix) && scene.isTellingCapital(previous)
    {
      start = previous
    }
    // "hoek Slotlaan", "hoek van de Slotlaan": the corner of two streets is one address.
    if let corner = scene.before(start), isCorner(corner, scene) { start = corner }
    return (start..<(number ?? last + 1), number == nil ? "street" : "street and number")
  }

  /// A street alone in its message, as one who tells an address bit by bit writes it.
  private static func isAnswer(_ index: Int, in scene: NameScene) -> Bool {
    let message = scene.text.messages[Int(scene.text.words[index].message)]
    return message.words.count == 1 && message.speaker == .visitor
      && scene.entries[index].frequencyClass <= 6 && scene.text.words[index].count >= 8
  }

  private static func isCorner(_ index: Int, _ scene: NameScene) -> Bool {
    scene.text.isWord(index, "hoek") || scene.text.isWord(index, "1e")
      || scene.text.isWord(index, "2e") || scene.text.isWord(index, "3e")
  }
}
