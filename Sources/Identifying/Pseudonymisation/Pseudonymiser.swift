import ChatLogs
import Codebook
import Detection
import Keys

/// The first wall: replaces findings by tokens, coarser values or nothing.
///
/// Shared between threads; holds no contact. Linear in the length of the text.
public struct Pseudonymiser: Sendable {
  /// Gives the region of a place as it stands in a text; `nil` where it is unknown or ambiguous.
  public typealias RegionLookup = @Sendable (_ place: String) -> String?

  let keyring: Keyring
  let settings: RedactionSettings
  private let registration: RegistrationCodes
  let region: RegionLookup
  private let style: WritingStyle?

  /// Makes the wall.
  ///
  /// - Parameters:
  ///   - keyring: The keys.
  ///   - settings: What takes the place of each kind.
  ///   - codebook: The codes that may pass in a counsellor's registration.
  ///   - region: The region of a place, such as `Lexicons.province(ofPlace:)`.
  ///   - style: The one style that text is written in; `nil` where each keeps its own.
  public init(
    keyring: Keyring,
    settings: RedactionSettings,
    codebook: Codebook,
    region: @escaping RegionLookup = { _ in nil },
    style: WritingStyle? = nil
  ) {
    self.style = style
    self.keyring = keyring
    self.settings = settings
    self.registration = RegistrationCodes(codebook)
    self.region = region
  }

  private init(_ other: Pseudonymiser, keyring: Keyring) {
    self.keyring = keyring
    settings = other.settings
    registration = other.registration
    region = other.region
    style = other.style
  }

  /// The same wall under other keys.
  public func with(keyring: Keyring) -> Pseudonymiser { Pseudonymiser(self, keyring: keyring) }

  /// Which mail addresses count as the same.
  var mail: Identity.MailRule { settings.mail }

  /// Asks the keyring for a token.
  func token(_ body: (Keyring) throws(KeyringError) -> String) throws(PseudonymisationError)
    -> String
  {
    do throws(KeyringError) {
      return try body(keyring)
    } catch {
      throw .keyring(error)
    }
  }

  /// Asks the keyring for tokens.
  func tokens(_ body: (Keyring) throws(KeyringError) -> [String]) throws(PseudonymisationError)
    -> [String]
  {
    do throws(KeyringError) {
      return try body(keyring)
    } catch {
      throw .keyring(error)
    }
  }

  /// Sanitizes a contact.
  ///
  /// Overlapping findings are joined under the kind of the surest; no byte of a finding stays
  /// unless its kind's operator is `keep`.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in `contact.conversation`, in any order.
  /// - Returns: The contact behind the wall.
  /// - Throws: `PseudonymisationError`; the contact then belongs in quarantine.
  public func sanitize(_ contact: RawContact, findings: [Finding])
    throws(PseudonymisationError) -> SanitizedContact
  {
    let stretches = try Stretch.joined(findings, of: contact.conversation)
    let quarter = contact.quarter
    let id = contact.id.bytes
    let token = try token { keyring throws(KeyringError) in
      try keyring.contactToken(of: id.span)
    }
    var replacement = Replacement(
      conversation: contact.conversation,
      settings: settings,
      generaliser: Generaliser(
        contact: CalendarDay(
          year: contact.startedAt.year,
          month: contact.startedAt.month,
          day: contact.startedAt.day
        ),
        region: region
      ),
      tokens: LazyTokens(
        keyring: keyring,
        period: quarter.description,
        contact: token,
        identities: stretches.count
      ),
      style: style
    )
    try replacement.replace(stretches)
    return SanitizedContact(
      token: token,
      quarter: quarter,
      channel: contact.channel,
      text: replacement.text,
      messages: replacement.messages,
      segments: replacement.segments,
      registration: registration.passing(contact.registration),
      durationMinutes: Int(max(0, contact.endedAt.seconds - contact.startedAt.seconds) / 60)
    )
  }
}

/// The tokens of a contact, asked of the keyring when the first is needed.
struct LazyTokens {
  private let keyring: Keyring
  private let period: String
  private let contact: [UInt8]
  private let identities: Int
  private var tokens: TextTokens?

  init(keyring: Keyring, period: String, contact: String, identities: Int) {
    self.keyring = keyring
    self.period = period
    self.contact = Array(contact.utf8)
    self.identities = identities
  }

  mutating func callAsFunction() throws(PseudonymisationError) -> TextTokens {
    if let tokens { return tokens }
    do throws(KeyringError) {
      let made = try keyring.textTokens(period: period, contact: contact, identities: identities)
      tokens = made
      return made
    } catch {
      throw .keyring(error)
    }
  }
}
