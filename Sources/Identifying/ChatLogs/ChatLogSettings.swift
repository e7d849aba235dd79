/// How a line's chat logs are read.
public struct ChatLogSettings: Sendable {
  /// What an input without any byte means.
  public enum EmptyInput: Sendable {
    /// A damage: a delivery that holds nothing is more often lost than empty.
    case reported
    /// No contacts, as an empty partition of a distributed engine.
    case accepted
  }

  /// Whose calendar day counts.
  public var zone: CivilZone
  /// The codebook's code of a channel by its name in the input; others are damage.
  public var channels: [String: String]
  /// What an input without any byte means.
  public var emptyInput: EmptyInput
  /// The longest line that is read as a contact, in bytes.
  public var lineLimit: Int

  /// The channels of the shipped codebook, each by its code, and the two names for web chat.
  public static let shippedChannels = [
    "chat": "web_chat", "web-chat": "web_chat", "web_chat": "web_chat", "whatsapp": "whatsapp",
    "messenger": "messenger", "telegram": "telegram", "signal": "signal", "sms": "sms",
    "offline_form": "offline_form", "email": "email", "phone": "phone", "other": "other",
    "unknown": "unknown",
  ]

  /// Makes settings; without arguments those of the canonical chat log.
  public init(
    zone: CivilZone = .amsterdam,
    channels: [String: String] = Self.shippedChannels,
    emptyInput: EmptyInput = .reported,
    lineLimit: Int = 64 << 20
  ) {
    self.zone = zone
    self.channels = channels
    self.emptyInput = emptyInput
    self.lineLimit = lineLimit
  }
}
