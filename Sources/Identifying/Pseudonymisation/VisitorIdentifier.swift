import ChatLogs
import Detection

/// What tells a visitor apart, in its normal form; identifying, so it does not print.
struct VisitorIdentifier {
  /// How far an identifier may be trusted to be one person's.
  enum Strength {
    /// An account, or an address or number that is the visitor's own.
    case strong
    /// A nickname that is no common word; two people may choose it.
    case weak
  }

  /// The namespace: a metadata field, or a kind for what is the same wherever it is told.
  let kind: String
  let value: [UInt8]
  let strength: Strength

  private init(kind: String, value: [UInt8], strength: Strength) {
    self.kind = kind
    self.value = value
    self.strength = strength
  }

  // MARK: The identifiers of a contact

  /// Everything that links a contact to its visitor, in a fixed order, each once.
  ///
  /// The account id; mail address and telephone number of the metadata; what the visitor calls
  /// their own in the text (`SelfAttribution`); weakly, the nickname. Never a network address,
  /// which a school or shelter shares, and never somebody else's number.
  static func all(of contact: RawContact, findings: [Finding], mail: Identity.MailRule)
    -> [VisitorIdentifier]
  {
    var all: [VisitorIdentifier] = []
    func add(_ identifier: VisitorIdentifier?) {
      guard let identifier,
        !all.contains(where: { $0.value == identifier.value && $0.kind == identifier.kind })
      else { return }
      all.append(identifier)
    }
    if let id = contact.visitor["id"] { add(account(id.bytes[...])) }
    if let address = contact.visitor["email"] { add(own(.emailAddress, address.bytes[...], mail)) }
    if let number = contact.visitor["phone"] { add(own(.phoneNumber, number.bytes[...], mail)) }
    for range in SelfAttribution.findings(findings, in: contact.conversation) {
      add(own(range.kind, contact.conversation.text[range.range], mail))
    }
    if let name = contact.visitor["nickname"] { add(nickname(name.bytes[...])) }
    return all
  }

  /// Everything that a bare identifier may be, for erasure and opt-out: nobody says which it is.
  static func candidates(for text: ArraySlice<UInt8>, mail: Identity.MailRule)
    -> [VisitorIdentifier]
  {
    let number = own(.phoneNumber, text, mail)
    return [
      account(text), own(.emailAddress, text, mail), number,
      own(.username, text, mail), own(.nlBSN, text, mail), nickname(text),
    ].compactMap { $0 } + (number.map { accounts(ofNumber: $0.value) } ?? [])
  }

  /// The accounts that messengers make of a number, in E.164 digits.
  private static func accounts(ofNumber digits: [UInt8]) -> [VisitorIdentifier] {
    let number = String(decoding: digits, as: UTF8.self)
    var written = [number, "+\(number)", "00\(number)"]
    if number.hasPrefix("31") { written.append("0\(number.dropFirst(2))") }
    written += ["c.us", "s.whatsapp.net"].map { "\(number)@\($0)" }
    return written.compactMap { account(Array($0.utf8)[...]) }
  }

  // MARK: One identifier

  private static func account(_ bytes: ArraySlice<UInt8>) -> VisitorIdentifier? {
    let text = IdentifierText(bytes)
    guard !GenericName.isGenericAccount(text) else { return nil }
    // An account that is a mail address is the same visitor as the address.
    if let address = address(text, bytes) { return address }
    return VisitorIdentifier(
      kind: "visitor.id",
      value: Array(text.folded.filter { $0 > 0x20 }),
      strength: .strong
    )
  }

  private static func nickname(_ bytes: ArraySlice<UInt8>) -> VisitorIdentifier? {
    let text = IdentifierText(bytes)
    guard !GenericName.isGeneric(text) else { return nil }
    if let address = address(text, bytes) { return address }
    return VisitorIdentifier(
      kind: "visitor.nickname",
      value: IdentifierText.joined(text.words),
      strength: .weak
    )
  }

  private static func address(_ text: IdentifierText, _ bytes: ArraySlice<UInt8>)
    -> VisitorIdentifier?
  {
    // The sign may be spoken, in a word of its own.
    guard text.folded.contains(UInt8(ascii: "@")) || text.words.count > 1 else { return nil }
    return own(.emailAddress, bytes, Identity.MailRule())
  }

  /// An address, number or handle that somebody calls their own; `nil` where it is none or one that
  /// many make up.
  private static func own(
    _ kind: EntityKind,
    _ bytes: ArraySlice<UInt8>,
    _ mail: Identity.MailRule
  ) -> VisitorIdentifier? {
    let value = Identity.normal(kind, bytes, mail: mail)
    let isWhole =
      switch kind {
      case .phoneNumber: isWholeNumber(value, of: bytes)
      case .emailAddress: isWholeAddress(value)
      case .username: value.count >= 4 && !GenericName.isGeneric(IdentifierText(value[...]))
      case .nlBSN: value.count == 9 && !isMadeUp(value) && value.allSatisfy(IdentifierText.isDigit)
      default: false
      }
    guard isWhole else { return nil }
    return VisitorIdentifier(kind: kind.rawValue, value: value, strength: .strong)
  }

  /// E.164 allows 15 digits; the shortest national numbers with a country code have eight.
  private static func isWholeNumber(_ digits: [UInt8], of bytes: ArraySlice<UInt8>) -> Bool {
    (8...15).contains(digits.count) && !isMadeUp(Array(digits.suffix(8)))
      && !bytes.contains(UInt8(ascii: "@"))
  }

  private static func isWholeAddress(_ address: [UInt8]) -> Bool {
    let parts = address.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].count >= 4 else { return false }
    return parts[1].dropFirst().dropLast().contains(UInt8(ascii: "."))
      && !GenericName.isGeneric(IdentifierText(parts[0]))
  }

  /// Whether digits are what people type to have typed something: 00000000, 12345678.
  private static func isMadeUp(_ digits: [UInt8]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { Int($1) - Int($0) }
    return steps.allSatisfy { $0 == 0 } || steps.allSatisfy { $0 == 1 }
      || steps.allSatisfy { $0 == -1 }
  }
}

extension VisitorIdentifier: CustomStringConvertible, CustomReflectable {
  var description: String { "VisitorIdentifier(\(kind), value withheld)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
