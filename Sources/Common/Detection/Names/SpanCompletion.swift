/// Completes spans by the words beside them that belong to the same name.
///
/// A name partly found is a name leaked: "Lammert" of "Lammert van Dalen". What is added stands
/// directly beside the span and carries its own sign of belonging: a capital, a hyphen, a prefix
/// between two parts, the article or head word of an organisation's or a place's name.
struct SpanCompletion {
  private let scene: NameScene
  private var kinds: [UInt8]

  /// Completes spans; those that touch or overlap may become one.
  static func complete(_ spans: inout [NameSpan], in scene: NameScene) {
    var completion = SpanCompletion(scene: scene, kinds: [UInt8](repeating: 0, count: scene.count))
    for span in spans {
      for word in span.words { completion.kinds[word] = Self.mark(span.kind) }
    }
    for place in spans.indices {
      let span = spans[place]
      let words = completion.completed(span)
      if words != span.words {
        spans[place] = NameSpan(
          words: words,
          kind: span.kind,
          score: span.score,
          detector: span.detector,
          evidence: span.evidence
        )
      }
    }
  }

  /// What stands in `kinds` for a word of a span of a kind.
  private static func mark(_ kind: EntityKind) -> UInt8 {
    kind == .person ? 1 : kind == .location ? 3 : 2
  }

  private func completed(_ span: NameSpan) -> Range<Int> {
    var start = span.words.lowerBound
    var end = span.words.upperBound
    if scene.isTaken(start) { return span.words }
    if span.kind == .address { return corner(span.words) }
    if span.kind == .organization, let year = scene.text.word(after: end - 1),
      scene.text.words[year].gap.contains(.apostrophe), scene.text.words[year].shape.isNumber,
      scene.text.words[year].count == 2
    {
      // "De Zwaluwen '46"
      return start..<year + 1
    }
    while end - span.words.upperBound < Self.reach,
      let next = scene.text.word(after: end - 1), !scene.isTaken(next), isAfter(next, span, end)
    {
      end = next + 1
    }
    if let bridge = bridge(from: end, span) { end = bridge }
    while span.words.lowerBound - start < Self.reach,
      let previous = scene.text.word(before: start), !scene.isTaken(previous),
      isBefore(previous, span, start)
    {
      start = previous
    }
    return start..<end
  }

  /// "hoek van de Molenstraat en de Kerkgang": the corner of two streets is one address.
  private func corner(_ words: Range<Int>) -> Range<Int> {
    var start = words.lowerBound
    var steps = 0
    while steps < 3, let previous = scene.before(start), isArticle(previous) || isVan(previous) {
      start = previous
      steps += 1
    }
    guard let hook = scene.before(start), scene.text.isWord(hook, "hoek") else { return words }
    var end = words.upperBound
    if let and = scene.after(end - 1), scene.cue(and) == .and || scene.text.isWord(and, "met") {
      var next = scene.after(and)
      if let article = next, isArticle(article) { next = scene.after(article) }
      if let street = next, scene.isLetters(street), !scene.isTaken(street) { end = street + 1 }
    }
    return hook..<end
  }

  private func isVan(_ index: Int) -> Bool { scene.text.isWord(index, "van") }

  private func isAfter(_ index: Int, _ span: NameSpan, _ end: Int) -> Bool {
    let word = scene.text.words[index]
    let entry = scene.entries[index]
    if span.kind == .address { return false }
    if span.kind == .organization, scene.text.isWord(index, anyOf: Self.tails),
      word.gap.isSubset(of: [.space, .stop])
    {
      return true
    }
    if word.gap == [.space, .other], scene.isCapital(index), scene.isCapital(index - 1),
      scene.text.folded[Int(word.start) - 2] == UInt8(ascii: "&")
    {
      return true
    }
    if word.gap == .dash {
      return scene.isLetters(index) && (!scene.isOrdinary(index) || scene.isCapital(index))
    }
    if isTorn(index, end) || isFirm(index, end) { return true }
    guard word.gap == .space || word.gap == [.space, .dash] else {
      return word.gap == .stop && word.count == 1 && scene.isCapital(index) && span.kind == .person
    }
    if word.count == 1 {
      // "koert w.", "Soufian B."
      return span.kind == .person && scene.isLetters(index)
        && (scene.isTellingCapital(index) || scene.text.folded[Int(word.end)] == UInt8(ascii: "."))
        && scene.text.folded[Int(word.start)] != UInt8(ascii: "x")
    }
    return scene.isTellingCapital(index) && scene.isCapital(index - 1) && !entry.isIn(.kept)
      && entry.cue == nil && !(scene.isOrdinary(index) && span.kind == .location)
      && !word.shape.isAllUpper
  }

  /// "bloemendaal straat 12": the end of a street's name that stands apart, and its number.
  private func isTorn(_ index: Int, _ end: Int) -> Bool {
    guard scene.text.words[index].gap == .space else { return false }
    if Self.tornEnds.contains(where: { scene.text.isWord(index, $0) }) { return true }
    return HouseNumber.isNumber(index, in: scene)
      && Self.tornEnds.contains { scene.text.isWord(end - 1, $0) }
  }

  /// "Bos en Partners": what makes a firm of a name.
  private func isFirm(_ index: Int, _ end: Int) -> Bool {
    if scene.cue(index) == .and, scene.text.words[index].gap == .space {
      return scene.after(index).map { scene.text.isWord($0, anyOf: Self.partners) } ?? false
    }
    return scene.cue(end - 1) == .and && scene.text.isWord(index, anyOf: Self.partners)
  }

  /// The end of the next part of the name behind prefixes that no span has.
  private func bridge(from end: Int, _ span: NameSpan) -> Int? {
    if span.kind == .address { return nil }
    var index = end
    while index < scene.count, index < end + 4, scene.isJoined(index) || isSlashed(index),
      scene.text.words[index].message == scene.text.words[end - 1].message, kinds[index] == 0,
      scene.entries[index].isIn(.prefix)
        || scene.text.words[index].count == 1
          && scene.isLetters(index)
    {
      index += 1
    }
    // "Ella van de Huisartsenpost", "Ferry uit Rijen": another name, not the rest of this one.
    guard index > end, index < scene.count, !isOther(index, end, span), index < scene.count,
      scene.isJoined(index),
      scene.text.words[index].message == scene.text.words[end - 1].message,
      scene.isCapital(index) && scene.isCapital(end - 1)
        || kinds[index] == 1 && scene.entries[index].isIn(.surname),
      !scene.isTaken(index), scene.isLetters(index), !scene.entries[index].isIn(.kept)
    else { return nil }
    return index + 1
  }

  /// Whether what follows the prefixes behind a span is a name of its own.
  private func isOther(_ index: Int, _ end: Int, _ span: NameSpan) -> Bool {
    if span.kind == .person {
      let entry = scene.entries[index]
      if kinds[index] == 2 || entry.isIn(.organisationHead) && kinds[index] != 1 { return true }
      let isPreposition =
        index == end + 1 && scene.cue(end) == .placePreposition
        || scene.text.isWord(end, anyOf: ["op", "aan", "uit", "bij", "voor", "onder", "over"])
      return isPreposition && (index == end + 1 || entry.isIn([.place, .street]))
    }
    return scene.cue(end) == .placePreposition && index == end + 1
  }

  /// How many words a span grows by on either side, so that hostile text stays linear.
  private static let reach = 6

  private func isSlashed(_ index: Int) -> Bool { scene.text.words[index].gap == .joint }

  private func isBefore(_ index: Int, _ span: NameSpan, _ start: Int) -> Bool {
    let gap = scene.text.words[start].gap
    let entry = scene.entries[index]
    if gap == .dash {
      return scene.isLetters(index) && span.kind != .address
        && (!scene.isOrdinary(index) || scene.isTellingCapital(index))
    }
    if isPartner(index, span, start) { return true }
    guard gap == .space || gap == [.space, .apostrophe] else { return false }
    if span.kind != .address, scene.isCapital(start), scene.isCapital(index), entry.cue == nil,
      scene.isLetters(index), scene.text.words[index].count > 1
    {
      // "Windmill Families"; "VluchtelingenWerk Uden": the local branch of a national body.
      if !entry.isIn([.kept, .common, .prefix]) { return true }
      if entry.isIn(.publicBody), scene.entries[start].isIn(.place) { return true }
    }
    switch span.kind {
    case .person:
      // "van der Heijden": the prefix before a prefix.
      if scene.text.isWord(index, "van"), scene.entries[start].isIn(.prefix),
        !scene.isCapital(start)
      {
        return true
      }
      // "van Dalen" is a name, "van Anna" is not.
      if scene.isNamePrefix(index), scene.isCapital(start),
        !scene.entries[start].isIn(.firstName),
        scene.entries[start].isIn(.surname) || scene.entries[start].packed == 0
      {
        return true
      }
      return entry.cue == .epithet && !scene.text.words[index].shape.contains(.startsSentence)
        && scene.cue(scene.text.word(before: index)) != .determiner
    case .organization, .location:
      if isArticle(index) {
        return (scene.isCapital(start) || scene.isCapital(index))
          && !SpanTrim.isLoose(index, span.kind, in: scene)
      }
      return entry.isIn(.organisationHead) && span.kind == .organization
        || entry.cue == .placeNoun && span.kind == .location && isNamedVenue(index)
    default: return false
    }
  }

  /// "Somers, Segers en Meyers CV": the partners before the last one, who has the legal form.
  private func isPartner(_ index: Int, _ span: NameSpan, _ start: Int) -> Bool {
    guard span.kind == .organization, scene.isCapital(start) || scene.cue(start) == .and,
      Self.tails.contains(where: { scene.text.isWord(span.words.upperBound - 1, $0) }),
      scene.text.words[start].gap == .space || scene.text.words[start].gap == [.comma, .space]
    else { return false }
    if scene.cue(index) == .and {
      return scene.text.words[start].gap == .space
        && scene.text.word(before: index).map { scene.isCapital($0) } ?? false
    }
    return scene.isCapital(index) && scene.entries[index].cue == nil
      && (scene.cue(start) == .and || scene.text.words[start].gap.contains(.comma))
  }

  private func isArticle(_ index: Int) -> Bool {
    scene.text.isWord(index, anyOf: Self.articles)
  }

  /// "station", "camping", "park": a noun that is part of the place's name.
  private func isNamedVenue(_ index: Int) -> Bool {
    scene.text.isWord(index, anyOf: Self.venues)
  }

  /// The legal forms that end a firm's name.
  private static let tails: [StaticString] = [
    "bv", "b", "v", "nv", "n", "sp", "z", "o", "oo", "gmbh", "ltd", "srl", "inc", "bvba", "vof",
    "zn", "zonen", "zoon", "cv", "commv", "comm",
  ]
  private static let partners: [StaticString] = [
    "partners", "zonen", "zoon", "zn", "dochters", "co", "compagnons", "advocaten",
  ]
  private static let tornEnds: [StaticString] = [
    "straat", "straatje", "laan", "kade", "gracht", "singel", "steeg", "dreef", "plantsoen", "lei",
    "steenweg", "street", "straße", "strasse",
  ]
  private static let articles: [StaticString] = ["de", "het", "t", "it"]
  private static let venues: [StaticString] = [
    "station", "camping", "park", "hotel", "haven", "metrostation", "treinstation", "sluis",
  ]
}
