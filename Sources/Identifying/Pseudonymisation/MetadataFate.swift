import ChatLogs

/// What becomes of a field of the input behind the first wall.
public enum MetadataFate: String, CaseIterable, Sendable {
  /// Nothing of it passes.
  case dropped
  /// A pseudonym in its place.
  case pseudonym
  /// Link tokens and marks, for the ledger's sealed column and the tombstones alone.
  case link
  /// The quarter it lies in, and the minutes between first and last.
  case coarserTime
  /// Codes of the codebook; anything else is dropped.
  case codes
  /// The order it sets; nothing of its value.
  case order
  /// Whether a message counts; nothing of its value.
  case selection
  /// The text with every finding replaced.
  case sanitizedText

  /// The technique's name in ISO/IEC 20889:2018, for the register of transformations.
  public var technique: String {
    switch self {
    case .dropped, .selection: "masking, whole attribute (8.3.2)"
    case .pseudonym, .link: "pseudonymization (8.4)"
    case .coarserTime: "generalization (8.6)"
    case .codes, .order: "none: a code list"
    case .sanitizedText: "by kind of detail, see operators"
    }
  }

  /// The fate of a field that the schema names.
  public init(of field: ChatLogField) {
    switch field {
    case .contactID: self = .pseudonym
    case .startedAt, .endedAt: self = .coarserTime
    case .messageAt: self = .coarserTime
    case .visitorID, .visitorNickname, .visitorEmail, .visitorPhone: self = .link
    case .visitor, .visitorName, .visitorIP, .visitorUserAgent: self = .dropped
    case .counsellor, .counsellorID, .counsellorName: self = .dropped
    case .channel, .messageFrom, .registration: self = .codes
    case .messages: self = .order
    case .messageInternal, .messageDeleted: self = .selection
    case .messageText: self = .sanitizedText
    }
  }

  /// The fate of a field that the schema does not name, wherever it stands.
  public static let ofUnknownFields = MetadataFate.dropped
}
