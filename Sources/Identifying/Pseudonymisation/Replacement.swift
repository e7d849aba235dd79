import Detection
import Keys

/// Builds the segments of a sanitized contact, message by message.
struct Replacement {
  private let conversation: Conversation
  private let settings: RedactionSettings
  private let generaliser: Generaliser
  private var tokens: LazyTokens
  private var surrogates: Surrogates?
  private let style: WritingStyle?

  private(set) var text: [UInt8] = []
  private(set) var messages: [SanitizedContact.Message] = []
  private(set) var segments: [SanitizedContact.Segment] = []
  /// Where the text segment at hand began.
  private var textStart = 0

  init(
    conversation: Conversation,
    settings: RedactionSettings,
    generaliser: Generaliser,
    tokens: LazyTokens,
    style: WritingStyle?
  ) {
    self.style = style
    self.conversation = conversation
    self.settings = settings
    self.generaliser = generaliser
    self.tokens = tokens
    text.reserveCapacity(conversation.text.count)
    messages.reserveCapacity(conversation.messages.count)
  }

  /// Replaces the stretches, which are in order and do not overlap.
  mutating func replace(_ stretches: [Stretch]) throws(PseudonymisationError) {
    segments.reserveCapacity(conversation.messages.count + stretches.count * 2)
    var next = 0
    for (place, message) in conversation.messages.enumerated() {
      let firstSegment = segments.count
      var at = message.bytes.lowerBound
      textStart = text.count
      while next < stretches.count, stretches[next].message == place {
        let stretch = stretches[next]
        next += 1
        let operation = settings.operation(for: stretch.kind)
        if operation == .keep { continue }
        TokenLookalike.append(conversation.text, in: at..<stretch.range.lowerBound, to: &text)
        at = stretch.range.upperBound
        if operation == .surrogate, let name = try surrogate(for: stretch) {
          text.append(contentsOf: name.utf8)
          continue
        }
        let before = conversation.text[message.bytes.lowerBound..<stretch.range.lowerBound]
        endText()
        segments.append(.token(try token(for: stretch, operation, before: before)))
      }
      TokenLookalike.append(conversation.text, in: at..<message.bytes.upperBound, to: &text)
      endText()
      messages.append(
        SanitizedContact.Message(
          index: message.index,
          speaker: message.speaker,
          segments: firstSegment..<segments.count
        )
      )
    }
  }

  private mutating func endText() {
    if let style, text.count > textStart {
      text.replaceSubrange(textStart..., with: style.canonical(text[textStart...]))
    }
    if text.count > textStart { segments.append(.text(textStart..<text.count)) }
    textStart = text.count
  }

  /// The invented name of a person, which stands in the text like any word.
  private mutating func surrogate(for stretch: Stretch) throws(PseudonymisationError) -> String? {
    let value = Identity.normal(stretch.kind, conversation.text[stretch.range])
    let tokens = try tokens()
    let draw: UInt64
    do throws(KeyringError) {
      draw = try tokens.draw(kind: stretch.kind.rawValue, value: value.span)
    } catch {
      throw .keyring(error)
    }
    if surrogates == nil { surrogates = Surrogates(conversation) }
    return surrogates?.name(for: value, draw: draw)
  }

  private mutating func token(
    for stretch: Stretch,
    _ operation: RedactionOperator,
    before: ArraySlice<UInt8>
  ) throws(PseudonymisationError) -> SanitizedContact.Token {
    let bytes = conversation.text[stretch.range]
    var pseudonym: String?
    if operation == .token || operation == .surrogate {
      let value = Identity.normal(stretch.kind, bytes, mail: settings.mail)
      let tokens = try tokens()
      do throws(KeyringError) {
        pseudonym = try tokens.token(kind: stretch.kind.rawValue, value: value.span)
      } catch {
        throw .keyring(error)
      }
    }
    return SanitizedContact.Token(
      kind: stretch.kind,
      pseudonym: pseudonym,
      generalisation: operation == .redact
        ? .none : generaliser.generalise(stretch.kind, bytes, before: before)
    )
  }
}
