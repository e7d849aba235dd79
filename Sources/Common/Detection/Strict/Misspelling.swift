/// Close misspellings of frequent words: stretched letters, one letter wrong, missing or too many.
enum Misspelling {
  /// Says whether a word is a frequent word but for one slip or stretched letters.
  ///
  /// - Parameters:
  ///   - word: A folded word that no list holds.
  ///   - lexicons: The lists.
  /// - Returns: Whether one edit (Damerau 1964) makes a word that occurs at least about 100 times
  ///   in 10^6, or squeezing repeated letters makes one of the dictionary.
  static func isClose(_ word: [UInt8], _ lexicons: LexiconTable) -> Bool {
    let squeezed = squeezed(word)
    if squeezed.count < word.count {
      if isWord(squeezed, lexicons, frequency: 3) { return true }
      if isLaughter(squeezed) { return true }
    }
    if isLaughter(word) { return true }
    guard (4...16).contains(word.count) else { return false }
    return edits(word) { isWord($0, lexicons, frequency: word.count <= 5 ? 9 : 7) }
  }

  /// Says whether a word is of the dictionary or slang once its runs of letters are cut.
  static func isStretched(_ word: [UInt8], _ lexicons: LexiconTable) -> Bool {
    // Runs of three or more to one or two letters, and a run at the end to one.
    for keep in 1...2 {
      var short: [UInt8] = []
      var run = 0
      for (place, byte) in word.enumerated() {
        run = short.last == byte || place > 0 && word[place - 1] == byte ? run + 1 : 1
        let isStretch = isInRun(place, word)
        if !isStretch || run <= keep { short.append(byte) }
      }
      if isKnown(short, lexicons) { return true }
      while short.count > 2, short[short.count - 1] == short[short.count - 2] { short.removeLast() }
      if isKnown(short, lexicons) { return true }
    }
    return isKnown(squeezed(word), lexicons)
  }

  private static func isInRun(_ place: Int, _ word: [UInt8]) -> Bool {
    var start = place
    while start > 0, word[start - 1] == word[place] { start -= 1 }
    var end = place
    while end + 1 < word.count, word[end + 1] == word[place] { end += 1 }
    return end - start >= 2
  }

  private static func isKnown(_ word: [UInt8], _ lexicons: LexiconTable) -> Bool {
    let entry = lexicons.entry(WordHash.hash(word))
    return entry.isIn([.dutch, .slang, .common, .english])
      && !entry.isIn([.nameAndWord, .firstName])
  }

  /// Says whether a word that no list holds is a frequent word with a letter too many, two letters
  /// swapped, or without its last; cheaper than `isClose`.
  static func isNear(_ range: Range<Int>, in text: [UInt8], _ lexicons: LexiconTable) -> Bool {
    guard range.count >= 4, range.count <= 14 else { return false }
    let word = PackedWord(text, range)
    for place in (0..<word.count).reversed()
    where isWord(word.removing(place), lexicons, frequency: 7) {
      return true
    }
    for place in 1..<word.count
    where isWord(word.swapping(place), lexicons, frequency: 7) {
      return true
    }
    for letter in "nte".utf8 where isWord(word.appending(letter), lexicons, frequency: 7) {
      return true
    }
    return false
  }

  /// Returns the frequent word that a word is, but for stretched letters or one slip.
  ///
  /// The first in the order of edits, so the same every time.
  static func correction(of word: [UInt8], _ lexicons: LexiconTable) -> [UInt8]? {
    let squeezed = squeezed(word)
    if squeezed.count < word.count {
      if isWord(squeezed, lexicons, frequency: 3) { return squeezed }
      if isLaughter(squeezed) { return Array(squeezed.prefix(4)) }
    }
    if isLaughter(word) { return Array(word.prefix(4)) }
    guard (4...16).contains(word.count) else { return nil }
    var found: [UInt8]?
    let frequency = word.count <= 5 ? 9 : 7
    _ = edits(word) { candidate in
      if isWord(candidate, lexicons, frequency: frequency) { found = candidate }
      return found != nil
    }
    return found
  }

  /// Says whether a letter stands three times in a row, or two letters laugh on: `echttt`,
  /// `hahahaha`; such a word is drawn out though a list of chat language may hold it.
  static func isDrawnOut(_ word: [UInt8]) -> Bool {
    let hasRun = word.indices.dropFirst(2).contains {
      word[$0] == word[$0 - 1] && word[$0] == word[$0 - 2]
    }
    return hasRun || word.count > 4 && isLaughter(word)
  }

  /// A word with each run of a letter cut to one.
  static func squeezed(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word where result.last != byte { result.append(byte) }
    return result
  }

  private static func isWord(_ word: [UInt8], _ lexicons: LexiconTable, frequency: Int) -> Bool {
    isWord(lexicons.entry(WordHash.hash(word)), frequency: frequency)
  }

  private static func isWord(_ word: PackedWord, _ lexicons: LexiconTable, frequency: Int) -> Bool {
    isWord(lexicons.entry(word.hash), frequency: frequency)
  }

  private static func isWord(_ entry: LexiconEntry, frequency: Int) -> Bool {
    entry.isIn([.dutch, .slang, .common]) && entry.frequencyClass >= frequency
      || entry.isIn(.slang) && frequency <= 3
  }

  /// "hahaha", "xoxo", "lololol": two letters by turns.
  private static func isLaughter(_ word: [UInt8]) -> Bool {
    word.count >= 4 && Set(word).count == 2
  }

  /// Tries each word one edit away.
  private static func edits(_ word: [UInt8], _ isFrequent: ([UInt8]) -> Bool) -> Bool {
    for place in word.indices {
      var shorter = word
      let byte = shorter.remove(at: place)
      if isFrequent(shorter) { return true }
      if place > 0 {
        var swapped = word
        swapped.swapAt(place - 1, place)
        if swapped != word, isFrequent(swapped) { return true }
      }
      var changed = word
      var longer = word
      longer.insert(0, at: place)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        if letter != byte {
          changed[place] = letter
          if isFrequent(changed) { return true }
        }
        longer[place] = letter
        if isFrequent(longer) { return true }
      }
    }
    return false
  }
}
