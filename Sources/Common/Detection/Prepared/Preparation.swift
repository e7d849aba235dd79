import UnicodeText

/// The making of a `PreparedConversation`, message by message.
struct Preparation {
  private(set) var text: FoldedText
  private(set) var messages: [PreparedConversation.Message] = []
  private(set) var table: WordTable

  private let conversation: Conversation

  init(_ conversation: Conversation, vocabulary: Vocabulary) {
    self.conversation = conversation
    text = FoldedText(capacity: conversation.text.count)
    table = WordTable(capacity: conversation.text.count / 4, vocabulary: vocabulary)
    messages.reserveCapacity(conversation.messages.count)
  }

  /// Folds one message and adds its words.
  mutating func append(message index: Int) {
    let message = conversation.messages[index]
    let part = text.append(conversation.text, in: message.bytes)
    let (original, folded) = (conversation.text, text.bytes)
    let first = table.words.count
    if part.isPlain {
      // Byte for byte the same places: the original tells the case in passing.
      table.scan(
        original.span,
        message.bytes,
        shift: part.range.lowerBound - message.bytes.lowerBound,
        folded: folded.span,
        message: UInt32(index)
      )
    } else {
      table.scan(
        folded.span,
        part.range,
        shift: 0,
        folded: folded.span,
        message: UInt32(index)
      )
      for word in first..<table.words.count {
        let range = text.map.original(table.words[word].range)
        table.setCase(of: word, WordShape(casesOf: original, in: range))
      }
    }
    messages.append(
      PreparedConversation.Message(
        range: part.range,
        words: first..<table.words.count,
        speaker: message.speaker,
        shift: part.isPlain ? message.bytes.lowerBound - part.range.lowerBound : nil
      )
    )
  }
}
