import UnicodeText

/// A conversation made ready for recognisers: folded text, the map back, and a table of words.
///
/// Made once per contact; recognisers only read (a class, so that handing it on costs one count).
/// All offsets are bytes of `folded` unless said otherwise. Each message ends with a NUL byte and
/// the text begins with one.
final class PreparedConversation: Sendable {
  /// One message.
  struct Message: Sendable {
    /// The bytes of the message in `folded`, without the NUL behind it.
    let range: Range<Int>
    /// The words of the message in `words`.
    let words: Range<Int>
    /// Who speaks.
    let speaker: Speaker
    /// Where the message is plain ASCII: what leads from a place in `folded` to the original's.
    let shift: Int?
  }

  /// What was prepared.
  let conversation: Conversation
  /// All messages, folded by `FoldedText`.
  let folded: [UInt8]
  /// The messages, parallel to `Conversation.messages`.
  let messages: [Message]
  /// The words of all messages, in order.
  let words: [Word]
  /// The places in `words` of those that have a digit, in order.
  let digitWords: [UInt32]
  /// The places in `words` of those that have a digit or are a number word other than "een".
  let numberWords: [UInt32]
  /// The places in `words` of those that alone make a recogniser look closer, in order.
  let triggers: [UInt32]
  /// The places in `folded` of each at sign, underscore and number sign, in order.
  let signs: [UInt32]

  /// All that the words of the conversation can be, joined: what is not in it needs no search.
  let seen: WordClasses

  /// The numbers written in figures or words, and how they stand together.
  let numbers: NumberRuns

  private let map: OffsetMap

  /// Folds a conversation and finds its words; linear in the text.
  init(_ conversation: Conversation, vocabulary: Vocabulary = .shared) {
    var preparation = Preparation(conversation, vocabulary: vocabulary)
    for index in conversation.messages.indices { preparation.append(message: index) }
    self.conversation = conversation
    folded = preparation.text.bytes
    map = preparation.text.map
    messages = preparation.messages
    words = preparation.table.words
    digitWords = preparation.table.digitWords
    numberWords = preparation.table.numberWords
    triggers = preparation.table.triggers
    signs = preparation.table.signs
    seen = preparation.table.seen
    numbers = NumberRuns(preparation.table, in: folded, vocabulary: vocabulary)
  }

  /// Returns the original bytes of a stretch of folded text.
  func original(_ range: Range<Int>) -> Range<Int> { map.original(range) }

  /// Returns the original bytes of a stretch of folded text that lies within one message.
  func original(_ range: Range<Int>, in message: Int) -> Range<Int> {
    guard let shift = messages[message].shift, !range.isEmpty,
      range.upperBound <= messages[message].range.upperBound
    else { return map.original(range) }
    return range.lowerBound + shift..<range.upperBound + shift
  }

  /// Makes a finding of a stretch of folded text that lies within one message.
  func finding(
    _ range: Range<Int>,
    in message: Int,
    _ kind: EntityKind,
    score: Float,
    by detector: String,
    evidence: String
  ) -> Finding {
    Finding(
      message: message,
      range: original(range, in: message),
      kind: kind,
      score: score,
      detector: detector,
      evidence: evidence
    )
  }

  /// Returns what the vocabulary knows of a word.
  func sense(_ word: Int) -> WordSense { Vocabulary.shared.senses[Int(words[word].sense)] }

  /// Returns the place of the word before one in the same message.
  func word(before index: Int) -> Int? {
    index > 0 && words[index - 1].message == words[index].message ? index - 1 : nil
  }

  /// Returns the place of the word after one in the same message.
  func word(after index: Int) -> Int? {
    index + 1 < words.count && words[index + 1].message == words[index].message ? index + 1 : nil
  }

  /// Returns the place of the last word that begins at or before an offset.
  func word(at offset: Int) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(words[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// Returns the place of the message that holds an offset.
  func message(at offset: Int) -> Int {
    var (low, high) = (0, messages.count)
    while low < high {
      let middle = (low + high) / 2
      if messages[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Says whether a word is exactly a text of ASCII in lower case.
  @inline(__always)
  func isWord(_ index: Int, _ text: StaticString) -> Bool {
    let word = words[index]
    return word.count == text.utf8CodeUnitCount && isEqual(word, text)
  }

  private func isEqual(_ word: Word, _ text: StaticString) -> Bool {
    let start = Int(word.start)
    for offset in 0..<word.count where unsafe text.utf8Start[offset] != folded[start + offset] {
      return false
    }
    return true
  }

  /// Says whether a word is one of some texts of ASCII in lower case.
  func isWord(_ index: Int, anyOf texts: [StaticString]) -> Bool {
    let word = words[index]
    let count = word.count
    let texts = texts.span
    for place in texts.indices
    where texts[place].utf8CodeUnitCount == count && isEqual(word, texts[place]) {
      return true
    }
    return false
  }
}
