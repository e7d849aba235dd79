/// Finds names of people by lexicon, context and form.
enum PersonRule {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    let claimed = ClaimedWords(spans, count: scene.count)
    var next = 0
    for index in scene.open where index >= next && !claimed.contains(index) {
      if let end = initials(at: index, in: scene) {
        spans.append(span(index..<end, 0.9, "name.initials", "initials"))
        next = end
        continue
      }
      if isLetterName(index, scene) {
        spans.append(span(index..<index + 1, 0.85, "name.initials", "letter before a verb"))
        next = index + 1
        continue
      }
      if let name = NamedRule.name(at: index, in: scene) {
        spans.append(span(name, 0.85, "name.named", "after \"naam\""))
        next = name.upperBound
        continue
      }
      let (score, reason) = evidence(for: index, in: scene)
      guard score >= 0.5 else { continue }
      next = extend(from: index, in: scene)
      spans.append(span(index..<next, min(score, 1), "name.lexicon", reason))
    }
  }

  private static func span(
    _ words: Range<Int>,
    _ score: Float,
    _ detector: String,
    _ evidence: String
  ) -> NameSpan {
    NameSpan(words: words, kind: .person, score: score, detector: detector, evidence: evidence)
  }

  /// Weighs what speaks for a word being a person's name.
  static func evidence(for index: Int, in scene: NameScene) -> (score: Float, reason: String) {
    let entry = scene.entries[index]
    let word = scene.text.words[index]
    guard scene.isLetters(index), word.count >= 2, !entry.isIn(.kept) else { return (0, "") }
    let isOrdinary = scene.isOrdinary(index)
    let isTelling = scene.isTellingCapital(index)
    var score: Float = 0
    var reason = "first name"
    let isNamed = entry.isIn(.firstName)
    if isNamed && !isOrdinary {
      score = word.count >= 3 ? 0.7 : 0.2
    } else if entry.isIn(.nameAndWord) {
      score = entry.frequencyClass >= 10 ? 0.1 : 0.2
    } else if entry.isIn(.surname) && !isOrdinary {
      score = 0.35 + 0.02 * Float(entry.surnameClass)
      reason = "surname"
    } else if !isOrdinary {
      score = 0.25
      reason = "unknown word"
    } else {
      score = entry.isIn(.surname) && entry.surnameClass >= 5 ? 0 : -0.3
      reason = "capital"
    }
    if isTelling { score += isOrdinary && !entry.isIn(.nameAndWord) ? 0.35 : 0.4 }
    if entry.cue != nil { score -= 0.5 }
    if entry.isIn([.place, .neighbourhood, .worldCity]) { score -= 0.2 }
    if entry.frequencyClass >= 12 { score -= 0.3 }
    let context = context(before: index, in: scene)
    if context.weight > 0 {
      reason = isNamed && !isOrdinary ? "first name " + context.reason : context.reason
    }
    return (score + context.weight, reason)
  }

  /// What the words before say.
  private static func context(
    before index: Int,
    in scene: NameScene
  ) -> (weight: Float, reason: String) {
    guard var previous = scene.text.word(before: index) else { return (0, "") }
    var steps = 0
    // "heet trouwens ...", "naam is eigenlijk ..."
    while steps < 2, scene.cue(previous) != .naming, scene.cue(previous) != .nameNoun,
      scene.text.isWord(previous, anyOf: adverbs) || scene.cue(previous) == .being,
      let earlier = scene.text.word(before: previous)
    {
      previous = earlier
      steps += 1
    }
    switch scene.cue(previous) {
    case .naming: return (0.5, "after naming")
    case .nameNoun: return (0.5, "after \"naam\"")
    case .title: return (steps == 0 ? 0.4 : 0, "after title")
    case .kin: return (steps == 0 ? 0.3 : 0, "after kin")
    default: return (0, "")
    }
  }

  private static let adverbs: [StaticString] = [
    "trouwens", "eigenlijk", "gewoon", "echt", "nu", "dus", "ook", "toch", "hier", "is", "was",
  ]

  /// Finds initials before a surname.
  private static func initials(at index: Int, in scene: NameScene) -> Int? {
    var end = index
    var count = 0
    while end < scene.count, count < 8, isInitial(end, in: scene),
      end == index
        || scene.text.words[end].message == scene.text.words[index].message
          && scene.text.words[end].gap.isSubset(of: [.stop, .space])
    {
      end += 1
      count += 1
    }
    // "mw. T.": a form of address and one letter.
    if count == 1, scene.cue(scene.text.word(before: index)) == .title,
      scene.text.folded[Int(scene.text.words[index].end)] == UInt8(ascii: ".")
    {
      return index + 1
    }
    guard count > 0, end < scene.count || count > 1 else { return nil }
    let hasNext =
      end < scene.count && scene.text.words[end].message == scene.text.words[index].message
    guard hasNext, scene.text.words[end].gap.isSubset(of: [.stop, .space]),
      scene.text.words[end].gap.contains(.stop) || count == 1
    else { return nil }
    var last = end
    while last < scene.count, scene.isNamePrefix(last), scene.isJoined(last) || last == end {
      last += 1
    }
    guard last < scene.count, last == end || scene.isJoined(last),
      scene.text.words[last].message == scene.text.words[index].message,
      scene.isLetters(last), scene.text.words[last].count > 1,
      scene.isCapital(last) || scene.entries[last].isIn(.surname) && !scene.isOrdinary(last)
    else { return nil }
    return extend(from: last, in: scene)
  }

  /// "M is mijn ex": a capital that stands for a name, before a verb; not a shortened word
  /// ("K ben", "T is", "O ja", "U bent").
  private static func isLetterName(_ index: Int, _ scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    guard word.count == 1, word.shape.contains(.startsUpper),
      let next = scene.text.word(after: index),
      // "J. mag dit niet weten"
      scene.text.words[next].gap == .space || scene.text.words[next].gap == [.stop, .space],
      !scene.isCapital(next),
      "abcdfghjlmpqrsvwyz".utf8.contains(scene.text.folded[Int(word.start)])
    else { return false }
    let cue = scene.entries[next].cue
    return cue == .being || cue == .acting || cue == .dwelling
  }

  private static func isInitial(_ index: Int, in scene: NameScene) -> Bool {
    let word = scene.text.words[index]
    return word.count == 1 && word.shape.contains(.startsUpper)
  }

  /// Takes the rest of a name: prefixes and further names, double names.
  private static func extend(from index: Int, in scene: NameScene) -> Int {
    var end = index + 1
    let hasCapital = scene.isCapital(index)
    while let next = scene.after(end - 1), !scene.isTaken(next) {
      var candidate = next
      while scene.isNamePrefix(candidate), candidate - next < 3,
        let further = scene.after(candidate)
      {
        candidate = further
      }
      let hasPrefix = candidate > next
      let entry = scene.entries[candidate]
      // "Marieke Hoekstra van de Huisartsenpost": whom she works for.
      guard scene.isLetters(candidate), !entry.isIn(.kept),
        !(hasPrefix && entry.isIn(.organisationHead))
      else { break }
      let isDashed = scene.text.words[candidate].gap == .dash
      let isName =
        scene.text.words[candidate].count > 1
        && (hasCapital && scene.isCapital(candidate) && entry.cue == nil
          || entry.isIn([.firstName, .surname]) && !scene.isOrdinary(candidate)
          || isDashed && !scene.isOrdinary(candidate)
          || hasPrefix && entry.isIn(.surname) && entry.surnameClass >= 5 && entry.cue == nil)
        || scene.text.words[candidate].count == 1 && scene.isTellingCapital(candidate) && hasCapital
      guard isName else { break }
      end = candidate + 1
    }
    return end
  }
}
