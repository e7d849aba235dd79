import Detection

/// One conversation as it was delivered: raw text and metadata, withheld from every printout.
public struct RawContact: Sendable {
  /// The id in the source system.
  public let id: Withheld
  /// Where it stood.
  public let position: InputPosition
  /// The start of the conversation.
  public let startedAt: CivilTime
  /// The end of the conversation; the last message's time where the input has none.
  public let endedAt: CivilTime
  /// The codebook's code of the channel.
  public let channel: String
  /// What the metadata tells of the visitor, by field (`id`, `nickname`, `email`, `phone`, `ip`,
  /// `user_agent`); only what is present and not empty.
  public let visitor: [String: Withheld]
  /// What the metadata tells of the counsellor, by field (`id`, `name`).
  public let counsellor: [String: Withheld]
  /// The messages that count: internal notes and deleted messages are left out.
  public let conversation: Conversation
  /// What the counsellor registered: codes by variable, as delivered.
  public let registration: [String: [String]]
  /// The line as delivered, without its line feed: for quarantine and for telling a repetition
  /// from other content under the same id.
  public let line: Withheld

  init(
    id: Withheld,
    position: InputPosition,
    startedAt: CivilTime,
    endedAt: CivilTime,
    channel: String,
    visitor: [String: Withheld],
    counsellor: [String: Withheld],
    conversation: Conversation,
    registration: [String: [String]],
    line: Withheld
  ) {
    self.id = id
    self.position = position
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.channel = channel
    self.visitor = visitor
    self.counsellor = counsellor
    self.conversation = conversation
    self.registration = registration
    self.line = line
  }
}

extension RawContact {
  /// The bytes that tell its visitor from others: the visitor's id, else the contact's own.
  public var person: [UInt8] { (visitor["id"] ?? id).bytes }
}

extension RawContact: CustomStringConvertible, CustomReflectable {
  /// The position, never the content.
  public var description: String { "RawContact(\(position), content withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
