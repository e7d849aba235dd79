/// A field of the canonical chat log, by its path in `Schemas/chat-log.v1.schema.json`.
///
/// Everything the reader takes stands here; what does not is dropped and counted.
public enum ChatLogField: String, CaseIterable, Sendable {
  /// The id in the source system.
  case contactID = "contact_id"
  /// The start, RFC 3339.
  case startedAt = "started_at"
  /// The end, RFC 3339.
  case endedAt = "ended_at"
  /// The codebook's code of the channel, or a name for it.
  case channel
  /// What the chat program knows of the visitor.
  case visitor
  /// The visitor's account or device id.
  case visitorID = "visitor.id"
  /// The name the visitor chose.
  case visitorNickname = "visitor.nickname"
  /// The visitor's name.
  case visitorName = "visitor.name"
  /// The visitor's e-mail address.
  case visitorEmail = "visitor.email"
  /// The visitor's telephone number.
  case visitorPhone = "visitor.phone"
  /// The visitor's network address.
  case visitorIP = "visitor.ip"
  /// The visitor's browser.
  case visitorUserAgent = "visitor.user_agent"
  /// Who answered for the line.
  case counsellor
  /// The counsellor's account.
  case counsellorID = "counsellor.id"
  /// The counsellor's name.
  case counsellorName = "counsellor.name"
  /// The messages, in order.
  case messages
  /// A message's time, RFC 3339.
  case messageAt = "messages[].at"
  /// Who speaks.
  case messageFrom = "messages[].from"
  /// What is said.
  case messageText = "messages[].text"
  /// A note among counsellors.
  case messageInternal = "messages[].internal"
  /// A message that was taken back.
  case messageDeleted = "messages[].deleted"
  /// What the counsellor registered, codes by variable.
  case registration

  /// A place where a field that the schema does not know can stand.
  ///
  /// Dropped fields are counted by place and not by name: whoever shapes an export can put a
  /// person into a field's name.
  public enum Place: String, CaseIterable, Sendable {
    /// Beside `contact_id`.
    case contact = "*"
    /// Inside `visitor`.
    case visitor = "visitor.*"
    /// Inside `counsellor`.
    case counsellor = "counsellor.*"
    /// Inside a message.
    case message = "messages[].*"
  }
}

/// Which fields of a line have been met, a bit each.
struct FieldSet {
  private var bits: UInt32 = 0

  /// Adds a field; `false` where it is there already.
  mutating func insert(_ field: ChatLogField) -> Bool {
    let bit = UInt32(1) << UInt32(field.place)
    defer { bits |= bit }
    return bits & bit == 0
  }

  func contains(_ field: ChatLogField) -> Bool { bits & (1 << UInt32(field.place)) != 0 }
}

extension ChatLogField {
  /// A number of its own below 32.
  fileprivate var place: Int {
    switch self {
    case .contactID: 0
    case .startedAt: 1
    case .endedAt: 2
    case .channel: 3
    case .visitor: 4
    case .visitorID: 5
    case .visitorNickname: 6
    case .visitorName: 7
    case .visitorEmail: 8
    case .visitorPhone: 9
    case .visitorIP: 10
    case .visitorUserAgent: 11
    case .counsellor: 12
    case .counsellorID: 13
    case .counsellorName: 14
    case .messages: 15
    case .messageAt: 16
    case .messageFrom: 17
    case .messageText: 18
    case .messageInternal: 19
    case .messageDeleted: 20
    case .registration: 21
    }
  }
}
