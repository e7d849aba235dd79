/// The words of a conversation with what the lexicons know of each: what name rules look at.
struct NameScene {
  let text: PreparedConversation
  let lexicons: LexiconTable
  /// What the lexicons know, parallel to `PreparedConversation.words`.
  let entries: [LexiconEntry]
  /// The hashes of the words.
  let hashes: [UInt64]
  /// Whether a structured recogniser has the word already.
  let isTaken: [Bool]
  /// What the form of the word and phrases of the lexicon say, a `WordForm`.
  private(set) var forms: [UInt8] = []
  private let takenKinds: [Int: EntityKind]

  init(_ text: PreparedConversation, _ lexicons: LexiconTable, findings: [Finding]) {
    self.text = text
    self.lexicons = lexicons
    hashes = LexiconTable.hashes(of: text)
    entries = hashes.map { lexicons.entry($0) }
    takenKinds = Self.taken(findings, in: text)
    var isTaken = [Bool](repeating: false, count: text.words.count)
    for word in takenKinds.keys { isTaken[word] = true }
    self.isTaken = isTaken
    forms = WordForm.all(in: self)
  }

  /// The count of words.
  var count: Int { entries.count }

  /// The kind of the structured finding that has a word.
  func takenKind(_ index: Int) -> EntityKind? { isTaken[index] ? takenKinds[index] : nil }

  private static func taken(
    _ findings: [Finding],
    in text: PreparedConversation
  ) -> [Int: EntityKind] {
    var taken: [Int: EntityKind] = [:]
    for finding in findings {
      var (low, high) = (0, text.words.count)
      while low < high {
        let middle = (low + high) / 2
        if text.original(text.words[middle].range).upperBound <= finding.range.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < text.words.count,
        text.original(text.words[low].range).lowerBound < finding.range.upperBound
      {
        taken[low] = finding.kind
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

  func cue(_ index: Int?) -> Cue? { index.flatMap { entries[$0].cue } }

  /// Whether a word is of the ordinary language: it stands in a dictionary or is common in print.
  func isOrdinary(_ index: Int) -> Bool {
    let entry = entries[index]
    if entry.isIn([.dutch, .english, .slang, .kept]) { return true }
    return entry.frequencyClass >= 9
      && !entry.isIn([.firstName, .surname, .place, .worldCity, .neighbourhood, .properNoun])
  }

  /// The original length of a word that the phrase beginning there takes, 0 when none does.
  func phrase(at index: Int, _ lists: LexiconEntry.Lists) -> Int {
    let entry = entries[index]
    if entry.isIn(.beginsPhrase) {
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

/// A run of words that a name rule claims.
struct NameSpan {
  let words: Range<Int>
  let kind: EntityKind
  let score: Float
  /// The rule and its reason; never text of the contact.
  let detector: String
  let evidence: String
}
