/// Which words of a conversation may be part of a name.
///
/// Nine words in ten are ordinary, in lower case and in no name; they are told by the lexicon's
/// answer alone, and neither rules nor model look at them.
struct NameOpening {
  private(set) var isOpen: [Bool]
  private(set) var open: [Int] = []

  private let text: PreparedConversation
  private let bytes: [UInt8]
  private let words: [Word]
  private let hashes: [UInt64]
  private let entries: [LexiconEntry]
  private let cache: WordCache
  private let taken: [UInt8]
  private let lexicons: LexiconTable

  init(
    _ text: PreparedConversation,
    _ lexicons: LexiconTable,
    _ hashes: [UInt64],
    _ entries: [LexiconEntry],
    _ taken: [UInt8],
    _ cache: WordCache
  ) {
    self.hashes = hashes
    self.cache = cache
    self.text = text
    bytes = text.folded
    words = text.words
    self.entries = entries
    self.taken = taken
    self.lexicons = lexicons
    isOpen = [Bool](repeating: false, count: entries.count)
    var starts: [Int] = []
    for index in entries.indices where mayName(index) {
      isOpen[index] = true
      starts.append(index)
    }
    for index in entries.indices.dropLast()
    where entries[index].isIn(.beginsPlace) && entries[index + 1].isIn(.continuesPlace)
      && !isOpen[index] && isPlace(index, text, lexicons)
    {
      isOpen[index] = true
      starts.append(index)
    }
    for index in starts { spread(from: index) }
    for place in text.numberWords {
      let index = Int(place)
      guard isShortNumber(index) || isSpeltNumber(index), index > 0,
        words[index - 1].message == words[index].message
      else { continue }
      if entries[index - 1].cue == .houseNumber || text.isWord(index - 1, "op") {
        isOpen[index] = true
      } else if let first = street(before: index, text) {
        // "woon oude haven 12": ordinary words that are a street where a number follows.
        for word in first...index { isOpen[word] = true }
      }
    }
    for message in text.messages where message.words.count <= 3 {
      // A bare number may answer a question about the house.
      for index in message.words
      where isShortNumber(index) || isSpeltNumber(index)
        || message.words.count == 1 && taken[index] == 0
          && (StreetSuffix.ends(bytes, words[index].range) || entries[index].isIn(.place))
      {
        isOpen[index] = true
      }
    }
    open.reserveCapacity(starts.count * 2)
    for index in isOpen.indices where isOpen[index] { open.append(index) }
  }

  /// Whether a word may be a name by itself.
  @inline(__always)
  private func mayName(_ index: Int) -> Bool {
    let entry = entries[index]
    let shape = words[index].shape
    if taken[index] != 0 || !shape.contains(.hasLetter) || shape.contains(.hasDigit) {
      return false
    }
    let isTelling = shape.contains(.startsUpper) && !shape.contains(.startsSentence)
    if words[index].count == 1 {
      return isTelling || shape.contains(.startsUpper) && isInitial(index)
    }
    if entry.isIn(.kept) && !entry.isIn(.nameAndWord) {
      if entry.isIn(.organisationHead) { return true }
      return entry.isIn(.firstName) && isTelling || isNamed(index)
    }
    if isTelling { return true }
    let frequency = entry.frequencyClass
    if entry.isIn([.dutch, .english, .slang, .foreign, .kept]) {
      if entry.isIn(.nameAndWord) && (frequency < 10 || shape.contains(.startsUpper)) {
        return shape.contains(.startsUpper) || !isCounted(index)
      }
      if entry.isIn([.organisationHead, .streetHead]) { return true }
      if entry.isIn(.common) && !isNamed(index) { return entry.isIn(.place) && isHome(index) }
      if entry.isIn(.slang) && !shape.contains(.startsUpper) { return isNamed(index) }
      if entry.isIn(.firstName) && (frequency < 8 || !entry.isIn(.dutch)) { return true }
      if entry.isIn([.place, .neighbourhood]) && isPlaced(index) { return true }
      if entry.isIn(.street)
        && (isBeforeNumber(index) || entry.isIn(.streetWord) && isWalked(index))
      {
        return true
      }
      let isName = entry.isIn([.surname, .firstName])
      if isName && shape.contains(.startsUpper) && frequency < 11 { return true }
      return isNamed(index) && frequency < 11
    }
    let isForm = cache.verdict(.isOrdinary, hashes[index], in: lexicons) {
      isNumberWord(index) || entry.packed == 0 && isStretched(index) || isClipped(index) ? 1 : 0
    }
    if isForm == 1 { return false }
    return frequency < 9
      || entry.isIn([.firstName, .surname, .place, .worldCity, .neighbourhood, .properNoun])
  }

  /// Whether the word before says that a name follows: `heet ...`, `mevrouw ...`.
  private func isNamed(_ index: Int) -> Bool {
    if entries[index].cue != nil { return false }
    if index + 1 < words.count, words[index + 1].message == words[index].message {
      switch entries[index + 1].cue {
      case .naming where entries[index].isIn([.surname, .firstName]): return true
      // "kok is zijn naam"
      case .being where index + 3 < words.count && entries[index + 3].cue == .nameNoun: return true
      default: break
      }
    }
    guard index > 0, words[index - 1].message == words[index].message else { return false }
    switch entries[index - 1].cue {
    case .naming, .nameNoun: return true
    case .determiner, .pronoun: return isCalled(index)
    case .title: return entries[index].isIn([.surname, .firstName])
    case .kin: return entries[index].isIn(.firstName)
    default: return false
    }
  }

  /// "achternaam de groot", "noemen hem tattoo", "noemen hem de rat".
  private func isCalled(_ index: Int) -> Bool {
    guard index > 1 else { return false }
    let isNear = words[index - 2].message == words[index].message
    switch entries[index - 2].cue {
    case .nameNoun, .naming: return isNear
    case .pronoun: return isNear && index > 2 && entries[index - 3].cue == .naming
    case .being: return isNear && index > 2 && entries[index - 3].cue == .nameNoun
    default: return false
    }
  }

  /// Whether the word before says that a place follows: `in ...`, `woont ...`.
  private func isPlaced(_ index: Int) -> Bool {
    guard index > 0, words[index - 1].message == words[index].message else { return false }
    switch entries[index - 1].cue {
    case .placePreposition, .placeNoun, .dwelling: return true
    case .determiner: return entries[index].isIn(.neighbourhood) && isHome(index)
    default: return entries[index].populationClass >= 5 && text.isWord(index - 1, "van")
    }
  }

  /// Whether "woont in ..." or, with an article, "in de ..." leads to a word.
  private func isHome(_ index: Int) -> Bool {
    guard index > 1, words[index - 2].message == words[index].message else { return false }
    switch entries[index - 1].cue {
    case .placePreposition: return entries[index - 2].cue == .dwelling
    case .determiner: return entries[index - 2].cue == .placePreposition
    default: return false
    }
  }

  /// Whether an indefinite article or a negation makes a noun of a word: "een roos", "geen beer".
  private func isCounted(_ index: Int) -> Bool {
    guard index > 0, words[index - 1].message == words[index].message, words[index].gap == .space
    else { return false }
    return text.isWord(index - 1, anyOf: Self.counters)
  }

  private static let counters: [StaticString] = [
    "een", "geen", "n", "ne", "nen", "elke", "twee", "drie",
  ]

  /// Whether a word is a frequent one that lost its last `n`, as it is spoken: `hebbe`, `wete`.
  private func isClipped(_ index: Int) -> Bool {
    let range = words[index].range
    guard range.count >= 4, bytes[range.upperBound - 1] == UInt8(ascii: "e") else { return false }
    if entries[index].isIn(.firstName) { return false }
    let entry = lexicons.entry(whole(range))
    return entry.isIn(.dutch) && entry.frequencyClass >= (entries[index].packed == 0 ? 8 : 10)
  }

  /// The hash of a word with its `n`.
  private func whole(_ range: Range<Int>) -> UInt64 {
    range.count < 16
      ? PackedWord(bytes, range).appending(UInt8(ascii: "n")).hash
      : WordHash.hash(Array(bytes[range]) + [UInt8(ascii: "n")])
  }

  /// Whether a word ends in `nr`, as the names of numbers do.
  private func isNumberWord(_ index: Int) -> Bool {
    let range = words[index].range
    return range.count >= 5 && bytes[range.upperBound - 1] == UInt8(ascii: "r")
      && bytes[range.upperBound - 2] == UInt8(ascii: "n") && !entries[index].isIn(.firstName)
  }

  /// Whether a word is an ordinary one with stretched letters: `slapennn`.
  private func isStretched(_ index: Int) -> Bool {
    guard words[index].count <= 40 else { return false }
    let word = bytes[words[index].range]
    var run = 0
    var longest = 0
    var last: UInt8 = 0
    for byte in word {
      run = byte == last ? run + 1 : 1
      longest = max(longest, run)
      last = byte
    }
    if longest < 3 && run < 2 { return false }
    return Misspelling.isStretched(Array(word), lexicons)
  }

  /// Opens the neighbours of a word that may belong to the same name.
  private mutating func spread(from index: Int) {
    var before = index - 1
    while before >= 0, words[before].message == words[index].message, taken[before] == 0,
      !isOpen[before], isLink(before, next: before + 1)
    {
      isOpen[before] = true
      before -= 1
    }
    let isHead = entries[index].isIn(.organisationHead)
    var after = index + 1
    while after < entries.count, after <= index + 4, words[after].message == words[index].message,
      taken[after] == 0, !words[after].gap.contains(.line)
    {
      if !isOpen[after] {
        let isPart =
          isShortNumber(after) || words[after].count == 1 && !words[after].gap.contains(.comma)
          || isHead && after <= index + 2 && !words[after].gap.contains(.stop)
          || entries[after].isIn(.continuesPhrase) && entries[after - 1].isIn(.beginsPhrase)
          || words[after].gap == .dash || isName(after) || isAddition(after)
        if !isPart { break }
        isOpen[after] = true
      }
      after += 1
    }
  }

  /// Whether a word links to the open word behind it: a prefix, a head, part of a phrase.
  private func isLink(_ index: Int, next: Int) -> Bool {
    let gap = words[next].gap
    if gap.contains(.stop) && !gap.isSubset(of: [.stop, .space]) || gap.contains(.line) {
      return false
    }
    let entry = entries[index]
    if entry.isIn(.prefix) {
      return entry.frequencyClass < 12 || entry.cue != .placePreposition
        || words[next].shape.contains(.startsUpper)
    }
    if entry.isIn(.beginsPhrase) && entries[next].isIn(.continuesPhrase) { return true }
    if words[next].gap == .dash { return true }
    switch entry.cue {
    case .placeNoun, .houseNumber, .thing, .title, .epithet: return true
    default: break
    }
    // "koningin wilhelminacollege": one word before a word that no list holds.
    return entries[next].packed == 0 && words[next].count >= 8 && entry.frequencyClass < 10
  }

  /// Whether a place of several words begins at a word.
  private func isPlace(
    _ index: Int,
    _ text: PreparedConversation,
    _ lexicons: LexiconTable
  ) -> Bool {
    (2...max(2, entries[index].phraseLength)).contains { length in
      lexicons.entry(ofPhrase: index..<index + length, in: text)?
        .isIn([.place, .neighbourhood, .worldCity]) ?? false
    }
  }

  /// Whether a word goes on with a name that an open word began.
  private func isName(_ index: Int) -> Bool {
    let entry = entries[index]
    return entry.isIn([.surname, .firstName]) && !entry.isIn(.common) && entry.cue == nil
      && entry.frequencyClass < 11 && words[index].gap == .space
  }

  /// Whether a word goes on with a place or a house number.
  private func isAddition(_ index: Int) -> Bool {
    let entry = entries[index]
    switch entry.cue {
    case .placePart: return entries[index - 1].isIn([.place, .neighbourhood, .worldCity])
    case .houseAddition, .houseNumber: return words[index - 1].shape.contains(.hasDigit)
    default: return false
    }
  }

  private func isInitial(_ index: Int) -> Bool {
    bytes[Int(words[index].end)] == UInt8(ascii: ".") || isSubject(index)
  }

  /// Whether a verb follows a lone letter: "M is mijn ex".
  private func isSubject(_ index: Int) -> Bool {
    guard index + 1 < words.count, words[index + 1].message == words[index].message,
      words[index + 1].gap == .space
    else { return false }
    switch entries[index + 1].cue {
    case .being, .acting, .dwelling: return true
    default: return false
    }
  }

  private func isBeforeNumber(_ index: Int) -> Bool {
    guard index + 1 < words.count, words[index + 1].message == words[index].message else {
      return false
    }
    if isShortNumber(index + 1) { return true }
    let sense = Vocabulary.shared.senses[Int(words[index + 1].sense)]
    return sense.classes.contains(.number) && (sense.value ?? 0) >= 2
      && StreetSuffix.ends(bytes, words[index].range)
  }

  /// Whether "op de ...", "in de ..." leads to a word that ends like a street.
  private func isWalked(_ index: Int) -> Bool {
    guard index > 1, words[index - 2].message == words[index].message,
      StreetSuffix.ends(bytes, words[index].range)
    else { return false }
    let (before, leading) = (entries[index - 1].cue, entries[index - 2].cue)
    return before == .placePreposition
      || before == .determiner && (leading == .placePreposition || isRoadPreposition(index - 2))
      || isRoadPreposition(index - 1)
  }

  private func isRoadPreposition(_ index: Int) -> Bool {
    let word = bytes[words[index].range]
    return word.elementsEqual("op".utf8) || word.elementsEqual("aan".utf8)
      || word.elementsEqual("van".utf8)
  }

  /// The first word of a street that ends right before a number, when all its words are ordinary.
  private func street(before index: Int, _ text: PreparedConversation) -> Int? {
    var first = index - 1
    while first >= 0, index - first <= 4, words[first].message == words[index].message,
      taken[first] == 0
    {
      let isPhrase =
        entries[first].isIn(.beginsPhrase) && index - first > 1
        && lexicons.entry(ofPhrase: first..<index, in: text)?.isIn(.street) ?? false
      if isPhrase { return first }
      first -= 1
    }
    return DwellingRule.first(before: index, text, entries)
  }

  private func isSpeltNumber(_ index: Int) -> Bool {
    !words[index].shape.contains(.hasDigit) && taken[index] == 0
      && (Vocabulary.shared.senses[Int(words[index].sense)].value ?? 0) >= 2
      && Vocabulary.shared.senses[Int(words[index].sense)].classes.contains(.number)
  }

  private func isShortNumber(_ index: Int) -> Bool {
    words[index].shape.contains(.hasDigit) && words[index].count <= 6 && taken[index] == 0
  }
}
