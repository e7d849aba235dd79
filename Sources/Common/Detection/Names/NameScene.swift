import UnicodeText

/// The words of a conversation with what the lexicons know of each: what name rules look at.
struct NameScene {
  let text: PreparedConversation
  let lexicons: LexiconTable
  private let cache: WordCache
  /// What the lexicons know, parallel to `PreparedConversation.words`.
  let entries: [LexiconEntry]
  private let hashes: [UInt64]
  /// What a structured recogniser has found of the word: 0 nothing, else 1 and the kind's place.
  private let taken: [UInt8]
  /// Which words may be part of a name; all others are outside without a further look.
  let isOpen: [Bool]
  /// The open words, in order.
  let open: [Int]
  /// The words of the contact's known values that no list of ordinary words holds.
  let known: [KnownWord]

  /// A word of the contact's metadata.
  struct KnownWord {
    let word: [UInt8]
    let kind: EntityKind
    let hash: UInt64
  }

  /// Looks at a conversation.
  ///
  /// - Parameters:
  ///   - text: The conversation.
  ///   - lexicons: The lists.
  ///   - findings: What structured recognisers have found.
  ///   - cache: What is kept of words seen before.
  ///   - opensAll: Whether each word that they have not found is open; the trainer learns from all.
  init(
    _ text: PreparedConversation,
    _ lexicons: LexiconTable,
    findings: [Finding],
    cache: WordCache = WordCache(),
    opensAll: Bool = false
  ) {
    self.text = text
    self.lexicons = lexicons
    self.cache = cache
    (hashes, entries) = lexicons.lookUp(text, cache)
    taken = Self.taken(findings, in: text)
    known = Self.known(text.conversation.known, lexicons)
    if opensAll {
      isOpen = taken.map { $0 == 0 }
      open = taken.indices.filter { [taken] in taken[$0] == 0 }
    } else {
      let opening = NameOpening(text, lexicons, hashes, entries, taken, cache)
      isOpen = opening.isOpen
      open = opening.open
    }
  }

  private static func known(_ values: [KnownValue], _ lexicons: LexiconTable) -> [KnownWord] {
    var known: [KnownWord] = []
    for value in values {
      if value.bytes.allSatisfy({ $0 &- 1 < 0x7F }) {
        add(ASCIIFolding.lower(value.bytes), value.kind, lexicons, to: &known)
      } else {
        let text = PreparedConversation(
          Conversation([String(decoding: value.bytes, as: UTF8.self)])
        )
        for word in text.words {
          add(word.range, of: text.folded, value.kind, lexicons, to: &known)
        }
      }
    }
    return known
  }

  /// Adds the words of folded ASCII.
  private static func add(
    _ text: [UInt8],
    _ kind: EntityKind,
    _ lexicons: LexiconTable,
    to known: inout [KnownWord]
  ) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] &- 0x61 < 26 || text[end] &- 0x30 < 10 { end += 1 }
      add(start..<end, of: text, kind, lexicons, to: &known)
      start = end + 1
    }
  }

  private static func add(
    _ word: Range<Int>,
    of text: [UInt8],
    _ kind: EntityKind,
    _ lexicons: LexiconTable,
    to known: inout [KnownWord]
  ) {
    guard word.count >= 3, text[word].contains(where: { $0 &- 0x30 >= 10 }) else { return }
    let hash = WordHash.hash(of: word, in: text)
    if lexicons.entry(hash).isIn([.dutch, .english, .slang, .kept]) { return }
    known.append(KnownWord(word: Array(text[word]), kind: kind, hash: hash))
  }

  /// The count of words.
  var count: Int { entries.count }

  /// Whether a structured recogniser has the word already.
  func isTaken(_ index: Int) -> Bool { taken[index] != 0 }

  /// The kind of the structured finding that has a word.
  func takenKind(_ index: Int) -> EntityKind? {
    taken[index] == 0 ? nil : EntityKind.ordered[Int(taken[index]) - 1]
  }

  /// The coarse class of a word of letters, read once.
  func kind(_ index: Int, _ read: () -> WordClass) -> WordClass {
    let kind = cache.verdict(.kind, hashes[index], in: lexicons) { read().rawValue }
    return WordClass(rawValue: kind) ?? .unknown
  }

  /// What the end of a word says, read once.
  func form(_ index: Int, _ read: () -> UInt8) -> UInt8 {
    cache.verdict(.form, hashes[index], in: lexicons, read)
  }

  /// The hash of a word.
  func hash(_ index: Int) -> UInt64 { hashes[index] }

  private static func taken(_ findings: [Finding], in text: PreparedConversation) -> [UInt8] {
    var taken = [UInt8](repeating: 0, count: text.words.count)
    for finding in findings {
      let kind = UInt8(1 + finding.kind.place)
      let words = text.messages[finding.message].words
      var (low, high) = (words.lowerBound, words.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if text.original(text.words[middle].range, in: finding.message).upperBound
          <= finding.range.lowerBound
        {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < words.upperBound,
        text.original(text.words[low].range, in: finding.message).lowerBound
          < finding.range.upperBound
      {
        taken[low] = kind
        low += 1
      }
    }
    return taken
  }

  /// The word before in the same message, if only blanks, dashes or apostrophes lie between.
  func before(_ index: Int) -> Int? {
    guard let word = text.word(before: index), isJoined(index) else { return nil }
    return word
  }

  /// The word after in the same message, if only blanks, dashes or apostrophes lie between.
  func after(_ index: Int) -> Int? {
    guard let word = text.word(after: index), isJoined(word) else { return nil }
    return word
  }

  /// Whether a word belongs to the same phrase as the one before it.
  func isJoined(_ index: Int) -> Bool {
    text.words[index].gap.isSubset(of: [.space, .dash, .apostrophe])
  }

  func isCapital(_ index: Int) -> Bool { text.words[index].shape.contains(.startsUpper) }

  /// Whether a capital at the word says something: no sentence begins there.
  func isTellingCapital(_ index: Int) -> Bool {
    let shape = text.words[index].shape
    return shape.contains(.startsUpper) && !shape.contains(.startsSentence)
  }

  func isLetters(_ index: Int) -> Bool {
    let shape = text.words[index].shape
    return shape.contains(.hasLetter) && !shape.contains(.hasDigit)
  }

  /// Whether a word is a surname prefix that is no preposition of place or coordinator.
  func isNamePrefix(_ index: Int) -> Bool {
    guard entries[index].isIn(.prefix) else { return false }
    switch entries[index].cue {
    case nil, .determiner: return true
    default: return text.isWord(index, "van") || text.isWord(index, "ten")
    }
  }

  func cue(_ index: Int?) -> Cue? { index.flatMap { entries[$0].cue } }

  /// Whether a word is of the ordinary language: it stands in a dictionary or is common in print.
  func isOrdinary(_ index: Int) -> Bool {
    let entry = entries[index]
    if entry.isIn([.dutch, .english, .slang, .kept, .common, .foreign]) { return true }
    return entry.frequencyClass >= 9
      && !entry.isIn([.firstName, .surname, .place, .worldCity, .neighbourhood, .properNoun])
  }

  /// The original length of a word that the phrase beginning there takes, 0 when none does.
  func phrase(at index: Int, _ lists: LexiconEntry.Lists) -> Int {
    let entry = entries[index]
    if entry.isIn(.beginsPhrase), index + 1 < count, entries[index + 1].isIn(.continuesPhrase) {
      var length = entry.phraseLength
      while length > 1 {
        if let found = lexicons.entry(ofPhrase: index..<index + length, in: text),
          found.isIn(lists)
        {
          return length
        }
        length -= 1
      }
    }
    return entry.isIn(lists) ? 1 : 0
  }
}
