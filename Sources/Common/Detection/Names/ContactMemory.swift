/// Finds again what was found once in the contact, and what its metadata give away.
enum ContactMemory {
  static func find(in scene: NameScene, into spans: inout [NameSpan]) {
    var names: [ArraySlice<UInt8>: EntityKind] = [:]
    var isClaimed = scene.isTaken
    for span in spans {
      for word in span.words {
        isClaimed[word] = true
        guard span.kind == .person || span.kind == .location, scene.text.words[word].count >= 3,
          !scene.isOrdinary(word), !scene.entries[word].isIn(.prefix)
        else { continue }
        names[scene.text.folded[scene.text.words[word].range]] = span.kind
      }
    }
    for known in scene.text.conversation.known {
      for word in PreparedConversation(Conversation(texts(of: known))).knownKeys
      where word.count >= 3 {
        let entry = scene.lexicons.entry(WordHash.hash(Array(word)))
        if !entry.isIn([.dutch, .english, .slang, .kept]) { names[word] = known.kind }
      }
    }
    if names.isEmpty { return }
    for index in 0..<scene.count where !isClaimed[index] && scene.isLetters(index) {
      let word = scene.text.folded[scene.text.words[index].range]
      guard word.count >= 3, let kind = match(word, names, isOrdinary: scene.isOrdinary(index))
      else { continue }
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

  private static func texts(of known: KnownValue) -> [String] {
    [String(decoding: known.bytes, as: UTF8.self)]
  }

  private static func match(
    _ word: ArraySlice<UInt8>,
    _ names: [ArraySlice<UInt8>: EntityKind],
    isOrdinary: Bool
  ) -> EntityKind? {
    if let kind = names[word] { return kind }
    if isOrdinary { return nil }
    for ending in endings
    where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
      if let kind = names[word.dropLast(ending.count)] { return kind }
    }
    return nil
  }

  private static let endings: [[UInt8]] = [
    "s", "je", "tje", "ke", "ken", "ie", "etje", "jes", "pje", "a", "o",
  ].map { Array($0.utf8) }
}

extension PreparedConversation {
  /// The folded words of a value, as keys.
  var knownKeys: [ArraySlice<UInt8>] { words.map { folded[$0.range] } }
}
