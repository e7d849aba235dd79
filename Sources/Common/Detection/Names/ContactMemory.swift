/// Finds again what was found once in the contact, and what its metadata give away.
struct ContactMemory {
  /// The kinds of remembered words, by their hash.
  private var kinds: [UInt64: EntityKind] = [:]

  /// Remembers the names and places of spans, and the known values.
  init(_ scene: NameScene, _ spans: [NameSpan]) {
    for span in spans where span.kind == .person || span.kind == .location {
      for word in span.words
      where scene.text.words[word].count >= 3 && !scene.isOrdinary(word)
        && !scene.entries[word].isIn(.prefix) && scene.isLetters(word)
      {
        kinds[scene.hash(word)] = span.kind
      }
    }
    for known in scene.text.conversation.known {
      let value = PreparedConversation(Conversation([String(decoding: known.bytes, as: UTF8.self)]))
      for word in value.words where word.count >= 3 && word.shape.contains(.hasLetter) {
        let hash = WordHash.hash(of: word.range, in: value.folded)
        if !scene.lexicons.entry(hash).isIn([.dutch, .english, .slang, .kept]) {
          kinds[hash] = known.kind
        }
      }
    }
  }

  /// Adds a span for each remembered word that no span has yet.
  func find(in scene: NameScene, into spans: inout [NameSpan]) {
    if kinds.isEmpty { return }
    let claimed = ClaimedWords(spans, count: scene.count)
    for index in scene.open
    where scene.text.words[index].count >= 3 && !scene.isTaken(index) && !claimed.contains(index) {
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
    if let kind = kinds[scene.hash(index)] { return kind }
    if scene.isOrdinary(index) { return nil }
    let range = scene.text.words[index].range
    let bytes = scene.text.folded
    if let length = Self.endings.length(bytes, range, before: 3) {
      return kinds[WordHash.hash(of: range.lowerBound..<range.upperBound - length, in: bytes)]
    }
    return nil
  }

  /// The possessive and the diminutives of Dutch and Flemish names.
  private static let endings = WordEndings([
    "etje", "tje", "pje", "je", "ke", "tjes", "kes", "jes", "ken", "ie", "s", "a", "o",
  ])
}
