/// Who speaks a message.
public enum Speaker: String, CaseIterable, Sendable {
  /// The person who contacts the line.
  case visitor
  /// The person who answers for the line.
  case counsellor
  /// An automatic questioner.
  case bot
  /// The chat program itself.
  case system
}

/// The bytes of one contact as detectors see them: one UTF-8 buffer and the messages' ranges.
///
/// Raw text, so no printout shows it.
public struct Conversation: Sendable {
  /// One message.
  public struct Message: Sendable {
    /// The place of the message in the input's list, 0-based; dropped notes leave gaps.
    public let index: Int
    /// The bytes of the message in `Conversation.text`.
    public let bytes: Range<Int>
    /// Who speaks.
    public let speaker: Speaker

    /// Makes a message.
    public init(index: Int, bytes: Range<Int>, speaker: Speaker) {
      self.index = index
      self.bytes = bytes
      self.speaker = speaker
    }
  }

  /// The text of all messages, valid UTF-8, in order, without separators.
  public let text: [UInt8]
  /// The messages, in order; their ranges ascend and do not overlap.
  public let messages: [Message]
  /// What the contact's metadata gives away, to be searched for in the text.
  public let known: [KnownValue]

  /// Makes a conversation.
  public init(text: [UInt8], messages: [Message], known: [KnownValue] = []) {
    self.text = text
    self.messages = messages
    self.known = known
  }

  /// Makes a conversation of texts, all by one speaker; for tools and tests.
  public init(_ texts: [String], speaker: Speaker = .visitor, known: [KnownValue] = []) {
    var bytes: [UInt8] = []
    var messages: [Message] = []
    for (index, text) in texts.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      messages.append(Message(index: index, bytes: start..<bytes.count, speaker: speaker))
    }
    self.init(text: bytes, messages: messages, known: known)
  }
}

/// A value that a contact's metadata gives away: the visitor's nickname, e-mail, a counsellor.
public struct KnownValue: Sendable {
  /// What kind of detail it is when it stands in the text.
  public let kind: EntityKind
  /// The value, UTF-8.
  public let bytes: [UInt8]
  /// The field it comes from, such as `visitor.nickname`.
  public let field: String

  /// Makes a known value.
  public init(kind: EntityKind, bytes: [UInt8], field: String) {
    self.kind = kind
    self.bytes = bytes
    self.field = field
  }
}

extension Conversation: CustomStringConvertible, CustomReflectable {
  /// The count of messages, never their text.
  public var description: String { "Conversation(\(messages.count) messages, text withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension KnownValue: CustomStringConvertible, CustomReflectable {
  /// The field, never the value.
  public var description: String { "KnownValue(\(field), value withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
