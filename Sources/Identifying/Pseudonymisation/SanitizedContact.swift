import Detection

/// A contact behind the first wall: having one proves that its identifying details were replaced.
///
/// Only `Pseudonymisation` makes one; there is no public initializer and no `Decodable`.
public struct SanitizedContact: Sendable {
  /// The pseudonym of the contact's id.
  public let token: String
  /// The quarter in which the contact began; no finer time passes the wall.
  public let quarter: Quarter
  /// The codebook's code of the channel.
  public let channel: String
  /// The text that stayed, UTF-8; `Segment.text` ranges point into it.
  public let text: [UInt8]
  /// The messages, in order.
  public let messages: [Message]
  /// All segments, in order; messages hold ranges of them.
  public let segments: [Segment]
  /// What the counsellor registered: codes by variable.
  public let registration: [String: [String]]
  /// From first to last message, in whole minutes.
  public let durationMinutes: Int

  /// One message: who speaks, and its segments.
  public struct Message: Sendable {
    /// The place of the message in the input's list, 0-based.
    public let index: Int
    /// Who speaks.
    public let speaker: Speaker
    /// The message's part of `SanitizedContact.segments`.
    public let segments: Range<Int>
  }

  /// A stretch of text that stayed, or the token in place of one that did not.
  public enum Segment: Equatable, Sendable {
    /// Bytes of `SanitizedContact.text`.
    case text(Range<Int>)
    /// What replaced an identifying stretch.
    case token(Token)
  }

  /// What replaced an identifying stretch.
  public struct Token: Equatable, Sendable {
    /// The kind of detail that stood here.
    public let kind: EntityKind
    /// The pseudonym, Crockford base 32; `nil` where the operator keeps none.
    public let pseudonym: String?
    /// What a coder may still know.
    public let generalisation: Generalisation

    init(kind: EntityKind, pseudonym: String?, generalisation: Generalisation) {
      self.kind = kind
      self.pseudonym = pseudonym
      self.generalisation = generalisation
    }
  }

  init(
    token: String,
    quarter: Quarter,
    channel: String,
    text: [UInt8],
    messages: [Message],
    segments: [Segment],
    registration: [String: [String]],
    durationMinutes: Int
  ) {
    self.token = token
    self.quarter = quarter
    self.channel = channel
    self.text = text
    self.messages = messages
    self.segments = segments
    self.registration = registration
    self.durationMinutes = durationMinutes
  }
}

extension SanitizedContact {
  /// The same contact with a form that came later, laid over what was registered before.
  ///
  /// - Parameters:
  ///   - form: Values by field, as delivered.
  ///   - codes: What of it passes the wall.
  /// - Returns: The contact.
  public func registering(_ form: [String: [String]], passing codes: RegistrationCodes)
    -> SanitizedContact
  {
    SanitizedContact(
      token: token,
      quarter: quarter,
      channel: channel,
      text: text,
      messages: messages,
      segments: segments,
      registration: registration.merging(codes.passing(form)) { $1 },
      durationMinutes: durationMinutes
    )
  }
}

extension SanitizedContact: CustomStringConvertible, CustomReflectable {
  /// The quarter and the count of messages; a missed detail may still stand in the text.
  public var description: String {
    "SanitizedContact(\(quarter), \(messages.count) messages, text withheld)"
  }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a coder may still know of a detail after it was replaced.
///
/// Numbers stay inside the process for coding; what is written down is a band.
public enum Generalisation: Equatable, Sendable {
  /// Nothing.
  case none
  /// An age in whole years, 0...120; written as a band.
  case age(years: Int)
  /// Whole days from a date to the contact, negative for a later date; written as a band.
  case elapsed(days: Int)
  /// A birth date, as the age in whole years at the contact; written as an age band.
  case birth(years: Int)
  /// A place, as its region's code: a province in ISO 3166-2 (`NL-UT`, `BE-VLG`) or a country.
  case region(String)
}
