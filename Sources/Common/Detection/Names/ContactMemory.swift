/// Finds again what was found once in the contact, and what its metadata give away.
struct ContactMemory {
  /// The kinds of remembered words, by their hash.
  private var kinds: HashMarks
  private var isEmpty = true
  /// The remembered words themselves, for those that are written almost alike; at most 64.
  private var names: [(word: [UInt8], kind: EntityKind)] = []

  /// Letters that stand for a name, folded.
  private var letters: [UInt8] = []

  /// Remembers the names and places of spans, and the known values.
  init(_ scene: NameScene, _ spans: [NameSpan]) {
    var capacity = scene.known.count
    for span in spans { capacity += span.words.count }
    kinds = HashMarks(capacity: capacity)
    for span in spans where span.kind == .person && span.words.count == 1 {
      let word = scene.text.words[span.words.lowerBound]
      let letter = scene.text.folded[Int(word.start)]
      if word.count == 1, !letters.contains(letter) { letters.append(letter) }
    }
    for span in spans where span.kind == .person || span.kind == .location {
      for word in span.words
      where scene.text.words[word].count >= 3 && !scene.isOrdinary(word)
        && !scene.entries[word].isIn(.prefix) && scene.isLetters(word)
      {
        remember(scene.text.folded[scene.text.words[word].range], span.kind, scene.hash(word))
      }
    }
    for known in scene.known { remember(known.word[...], known.kind, known.hash) }
  }

  private mutating func remember(_ word: ArraySlice<UInt8>, _ kind: EntityKind, _ hash: UInt64) {
    isEmpty = false
    if kinds.set(hash, UInt8(kind.place + 1)) == 0, word.count >= 4, names.count < 64 {
      names.append((Array(word), kind))
    }
  }

  /// Adds a span for each remembered word that no span has yet.
  func find(in scene: NameScene, into spans: inout [NameSpan]) {
    if isEmpty && letters.isEmpty { return }
    let claimed = ClaimedWords(spans, count: scene.count)
    for index in scene.open
    where !scene.isTaken(index) && !claimed.contains(index) {
      guard let kind = kind(of: index, in: scene) else { continue }
      spans.append(
        NameSpan(
          words: index..<index + 1,
          kind: kind,
          score: 0.7,
          detector: "name.memory",
          evidence: "found elsewhere in the contact"
        )
      )
    }
  }

  private func kind(of index: Int, in scene: NameScene) -> EntityKind? {
    let length = scene.text.words[index].count
    if length < 3 {
      let letter = scene.text.folded[Int(scene.text.words[index].start)]
      return length == 1 && scene.isCapital(index) && letters.contains(letter) ? .person : nil
    }
    if let kind = kind(ofHash: scene.hash(index)) { return kind }
    if scene.isOrdinary(index) { return nil }
    let range = scene.text.words[index].range
    let bytes = scene.text.folded
    if let length = Self.endings.length(bytes, range, before: 3),
      let kind = kind(
        ofHash: WordHash.hash(of: range.lowerBound..<range.upperBound - length, in: bytes)
      )
    {
      return kind
    }
    let word = Array(bytes[range])
    return names.first { isAlike(word, $0.word) }?.kind
  }

  private func kind(ofHash hash: UInt64) -> EntityKind? {
    let mark = kinds.marks(hash)
    return mark == 0 ? nil : EntityKind.ordered[Int(mark) - 1]
  }

  /// Whether two words are the same but for stretched letters or, from five letters on, one edit.
  private func isAlike(_ word: [UInt8], _ name: [UInt8]) -> Bool {
    let difference = word.count - name.count
    if difference > 0, isStretched(word, name) { return true }
    guard name.count >= 5, abs(difference) <= 1 else { return false }
    let least = min(word.count, name.count)
    var prefix = 0
    while prefix < least, word[prefix] == name[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < least, word[word.count - 1 - suffix] == name[name.count - 1 - suffix] {
      suffix += 1
    }
    return prefix + suffix >= max(word.count, name.count) - 1
  }

  /// Whether two words are the same once each run of a letter is cut to one.
  private func isStretched(_ word: [UInt8], _ name: [UInt8]) -> Bool {
    var (place, other) = (0, 0)
    while place < word.count, other < name.count {
      let byte = word[place]
      if byte != name[other] { return false }
      while place < word.count, word[place] == byte { place += 1 }
      while other < name.count, name[other] == byte { other += 1 }
    }
    return place == word.count && other == name.count
  }

  /// The possessive and the diminutives of Dutch and Flemish names.
  private static let endings = WordEndings([
    "etje", "tje", "pje", "je", "ke", "tjes", "kes", "jes", "ken", "ie", "s", "a", "o",
  ])
}
