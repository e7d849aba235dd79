import Detection

/// One contact of a training text: `# id`, then a line per message, `v text with [[KIND|marks]]`.
///
/// The first letter says who speaks (visitor, counsellor, bot, system); `\n` is a line end.
struct AnnotatedContact {
  /// A piece of a message: plain text, or an identifying detail.
  struct Piece {
    var kind: EntityKind?
    var text: String
  }

  /// One message.
  struct Message {
    var speaker: Speaker
    var pieces: [Piece]
  }

  var id: String
  var messages: [Message]

  /// Reads a training text.
  static func read(_ text: String) -> [AnnotatedContact] {
    var contacts: [AnnotatedContact] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        contacts.append(AnnotatedContact(id: String(line.dropFirst(2)), messages: []))
      } else if let message = message(line), !contacts.isEmpty {
        contacts[contacts.count - 1].messages.append(message)
      }
    }
    return contacts
  }

  /// Reads one message; nil when the line does not begin with a speaker.
  static func message(_ line: Substring) -> Message? {
    let speakers: [Character: Speaker] = [
      "v": .visitor, "c": .counsellor, "b": .bot, "s": .system,
    ]
    guard let first = line.first, let speaker = speakers[first] else { return nil }
    return Message(speaker: speaker, pieces: pieces(line.dropFirst(2)))
  }

  /// Splits a text at its marks.
  static func pieces(_ text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]"),
      let bar = rest[open.upperBound..<close.lowerBound].firstIndex(of: "|")
    {
      plain += rest[..<open.lowerBound]
      if !plain.isEmpty { pieces.append(Piece(kind: nil, text: plain)) }
      plain = ""
      pieces.append(
        Piece(
          kind: EntityKind(rawValue: String(rest[open.upperBound..<bar])),
          text: String(rest[rest.index(after: bar)..<close.lowerBound])
        )
      )
      rest = rest[close.upperBound...]
    }
    plain += rest
    if !plain.isEmpty { pieces.append(Piece(kind: nil, text: plain)) }
    return pieces
  }

  /// The contact as detectors see it, and its details.
  var annotated:
    (conversation: Conversation, gold: [(message: Int, range: Range<Int>, kind: EntityKind)])
  {
    var bytes: [UInt8] = []
    var messages: [Conversation.Message] = []
    var gold: [(message: Int, range: Range<Int>, kind: EntityKind)] = []
    for (index, message) in self.messages.enumerated() {
      let start = bytes.count
      for piece in message.pieces {
        let begin = bytes.count
        bytes.append(contentsOf: piece.text.replacing("\\n", with: "\n").utf8)
        if let kind = piece.kind { gold.append((index, begin..<bytes.count, kind)) }
      }
      messages.append(
        Conversation.Message(index: index, bytes: start..<bytes.count, speaker: message.speaker)
      )
    }
    return (Conversation(text: bytes, messages: messages), gold)
  }
}
