extension LexiconTable {
  /// Looks up each word of a conversation; the hot kernel.
  ///
  /// - Returns: The hashes of the words and what the lexicons know of each, parallel to `words`.
  func lookUp(
    _ text: PreparedConversation,
    _ cache: WordCache
  ) -> (hashes: [UInt64], entries: [LexiconEntry]) {
    let count = text.words.count
    var hashes = [UInt64](repeating: 0, count: count)
    unsafe text.folded.withUnsafeBytes { bytes in
      for index in 0..<count {
        unsafe hashes[index] = WordHash.hash(bytes, text.words[index].range)
      }
    }
    var entries = cache.entries(hashes, in: self)
    // The structured recognisers' keywords ("vnr", "psn") are words, known to them alone.
    for index in 0..<count where entries[index] == .unknown && text.words[index].sense != 0 {
      entries[index] = LexiconEntry(lists: .slang)
    }
    return (hashes, entries)
  }

  /// Returns what the lexicons know of a phrase of words of one message.
  ///
  /// - Returns: Nil when the words end before the phrase does.
  func entry(ofPhrase words: Range<Int>, in text: PreparedConversation) -> LexiconEntry? {
    guard words.upperBound <= text.words.count,
      text.words[words.lowerBound].message == text.words[words.upperBound - 1].message
    else { return nil }
    var isPlain = true
    for index in words.dropFirst() {
      let gap = text.words[index].gap
      if !gap.isSubset(of: [.space, .dash, .apostrophe, .stop]) { return nil }
      isPlain = isPlain && gap == .space && text.words[index].start - text.words[index - 1].end == 1
    }
    if isPlain {
      let range =
        Int(text.words[words.lowerBound].start)..<Int(text.words[words.upperBound - 1].end)
      return entry(WordHash.hash(of: range, in: text.folded))
    }
    var key: [UInt8] = []
    for index in words {
      if !key.isEmpty { key.append(32) }
      key.append(contentsOf: text.folded[text.words[index].range])
    }
    return entry(WordHash.hash(key))
  }
}
