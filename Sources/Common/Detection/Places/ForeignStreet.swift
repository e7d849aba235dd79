/// Finds streets of other countries by the word that begins or ends them: "ulica Polna 4", "rue de
/// la Gare 15", "12 Elm Road".
enum ForeignStreet {
  /// Returns the words of the street whose head or tail stands at a place; nil when there is none.
  static func words(at index: Int, in scene: NameScene) -> Range<Int>? {
    if let end = end(after: index, in: scene) {
      let number = HouseNumber.end(after: end - 1, in: scene)
      let leading = scene.before(index).flatMap {
        HouseNumber.isNumber($0, in: scene) && scene.text.words[$0].shape.isNumber ? $0 : nil
      }
      let isName = (index + 1..<end).contains { scene.isTellingCapital($0) }
      let isSingle = scene.text.words[index].count <= 3
      let isSure = number != nil || leading != nil || isName
      guard isSure || !isSingle && !scene.entries[index].isIn([.dutch, .english]) else {
        return nil
      }
      return (leading ?? index)..<(number ?? end)
    }
    return behind(index, in: scene)
  }

  /// Where the name behind a head ends: "de la" and the like, and the name's own words.
  private static func end(after index: Int, in scene: NameScene) -> Int? {
    var end = index + 1
    var hasName = false
    while end < scene.count, end - index <= 5,
      scene.text.words[end].message == scene.text.words[index].message,
      scene.text.words[end].gap.isSubset(of: [.space, .dash, .apostrophe])
        || end == index + 1 && scene.text.words[end].gap == [.stop, .space],
      scene.isLetters(end), !scene.isTaken(end)
    {
      let entry = scene.entries[end]
      if scene.isCapital(end) || entry.isIn(.prefix) && !hasName || scene.text.words[end].count == 1
      {
        hasName = hasName || !entry.isIn(.prefix)
      } else if !hasName, entry.cue == nil, !entry.isIn(.common), entry.frequencyClass <= 8 {
        hasName = true
      } else {
        break
      }
      end += 1
    }
    while end > index + 1, scene.entries[end - 1].isIn(.prefix), !scene.isCapital(end - 1) {
      end -= 1
    }
    return hasName && end > index + 1 ? end : nil
  }

  /// "Elm Road 12", "12 Elm Road", "istiklal caddesi 5".
  private static func behind(_ index: Int, in scene: NameScene) -> Range<Int>? {
    var start = index
    while index - start < 3, let previous = scene.before(start), scene.isLetters(previous),
      !scene.isTaken(previous),
      scene.isCapital(previous) && scene.entries[previous].cue == nil
        || start == index && !scene.isOrdinary(previous)
    {
      start = previous
    }
    guard start < index else { return nil }
    let number = HouseNumber.end(after: index, in: scene)
    if let leading = scene.before(start), HouseNumber.isNumber(leading, in: scene) {
      return leading..<index + 1
    }
    let isTurkish = !scene.entries[index].isIn([.dutch, .english])
    return number != nil || scene.isCapital(index) || isTurkish
      ? start..<(number ?? index + 1) : nil
  }
}
