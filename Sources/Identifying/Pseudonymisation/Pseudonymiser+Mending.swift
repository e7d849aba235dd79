import Detection
import Keys

extension Pseudonymiser {
  /// Replaces what another contact of the night gave away in a contact that is behind the wall.
  ///
  /// A value gets the token that it would have got in its place: the contact's keys hang on its
  /// pseudonym, so its raw text is not needed. A kind whose operator is `surrogate` gets a token,
  /// because which invented names the contact has is no longer known.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - watch: The values of the night.
  /// - Returns: The contact without those values; `nil` where none stands in it.
  /// - Throws: `PseudonymisationError`.
  public func mended(_ contact: SanitizedContact, knowing watch: LeakWatch)
    throws(PseudonymisationError) -> SanitizedContact?
  {
    let stretches = watch.stretches(in: contact)
    if stretches.isEmpty { return nil }
    var mending = Mending(
      contact: contact,
      settings: settings,
      generaliser: Generaliser(contact: nil, region: region),
      tokens: LazyTokens(
        keyring: keyring,
        period: contact.quarter.description,
        contact: contact.token,
        identities: contact.segments.count + stretches.count
      )
    )
    for message in contact.messages { try mending.append(message, stretches) }
    return mending.result
  }
}

/// Builds the segments of a mended contact, message by message.
private struct Mending {
  let contact: SanitizedContact
  let settings: RedactionSettings
  let generaliser: Generaliser
  var tokens: LazyTokens

  private var text: [UInt8] = []
  private var messages: [SanitizedContact.Message] = []
  private var segments: [SanitizedContact.Segment] = []
  /// The first stretch that is not replaced yet.
  private var next = 0
  /// The characters of the contact's tokens, so that one detail keeps one token.
  private let characters: Int?

  init(
    contact: SanitizedContact,
    settings: RedactionSettings,
    generaliser: Generaliser,
    tokens: LazyTokens
  ) {
    self.contact = contact
    self.settings = settings
    self.generaliser = generaliser
    self.tokens = tokens
    text.reserveCapacity(contact.text.count)
    segments.reserveCapacity(contact.segments.count + 4)
    messages.reserveCapacity(contact.messages.count)
    characters =
      contact.segments.lazy.compactMap { segment in
        if case .token(let token) = segment { token.pseudonym?.utf8.count } else { nil }
      }.first
  }

  var result: SanitizedContact {
    SanitizedContact(
      token: contact.token,
      quarter: contact.quarter,
      channel: contact.channel,
      text: text,
      messages: messages,
      segments: segments,
      registration: contact.registration,
      durationMinutes: contact.durationMinutes
    )
  }

  mutating func append(
    _ message: SanitizedContact.Message,
    _ stretches: [(range: Range<Int>, kind: EntityKind)]
  ) throws(PseudonymisationError) {
    let first = segments.count
    for segment in contact.segments[message.segments] {
      guard case .text(let range) = segment else {
        segments.append(segment)
        continue
      }
      var at = range.lowerBound
      while next < stretches.count, stretches[next].range.lowerBound < range.upperBound {
        let (stretch, kind) = stretches[next]
        next += 1
        appendText(at..<stretch.lowerBound)
        segments.append(.token(try token(kind, stretch)))
        at = stretch.upperBound
      }
      appendText(at..<range.upperBound)
    }
    messages.append(
      SanitizedContact.Message(
        index: message.index,
        speaker: message.speaker,
        segments: first..<segments.count
      )
    )
  }

  private mutating func appendText(_ range: Range<Int>) {
    if range.isEmpty { return }
    let start = text.count
    text.append(contentsOf: contact.text[range])
    segments.append(.text(start..<text.count))
  }

  private mutating func token(_ kind: EntityKind, _ range: Range<Int>)
    throws(PseudonymisationError) -> SanitizedContact.Token
  {
    let operation = settings.operation(for: kind)
    let bytes = contact.text[range]
    var pseudonym: String?
    if operation == .token || operation == .surrogate {
      let value = Identity.normal(kind, bytes, mail: settings.mail)
      let tokens = try tokens()
      do throws(KeyringError) {
        pseudonym = try tokens.token(
          kind: kind.rawValue,
          value: value.span,
          characters: characters
        )
      } catch {
        throw .keyring(error)
      }
    }
    return SanitizedContact.Token(
      kind: kind,
      pseudonym: pseudonym,
      generalisation: operation == .redact
        ? .none : generaliser.generalise(kind, bytes, before: [])
    )
  }
}
