import ChatLogs

/// Some contacts of one input, as many as one core takes at a time.
struct ContactBatch: Sendable {
  /// The input's number in this call, 1-based.
  let input: Int
  /// What was read.
  let items: [ChatLogItem]

  /// The raw text a batch aims at, in bytes: memory is bounded by it and by the largest contact.
  static let aim = 1 << 20

  /// Takes the next batch from a reader; `nil` at the end of the input.
  static func next(from reader: ChatLogReader, input: Int) throws(ChatLogError) -> ContactBatch? {
    var items: [ChatLogItem] = []
    var size = 0
    while size < aim, let item = try reader.next() {
      switch item {
      case .contact(let contact): size += contact.line.bytes.count
      case .damaged(let line): size += line.bytes.bytes.count
      }
      items.append(item)
    }
    return items.isEmpty ? nil : ContactBatch(input: input, items: items)
  }
}
