import Detection

/// The normal form of a detail, so that one identity gets one token however it is written.
enum Identity {
  /// How mail addresses count as the same.
  struct MailRule: Equatable, Sendable {
    /// Whether dots before the @ do not count.
    var ignoresDots = false
    /// Whether what stands from a + to the @ does not count.
    var ignoresPlus = false
  }

  /// The normal form of a detail of a kind.
  ///
  /// Never empty: what has no letter or digit counts as written.
  static func normal(
    _ kind: EntityKind,
    _ bytes: ArraySlice<UInt8>,
    mail: MailRule = MailRule()
  ) -> [UInt8] {
    let text = IdentifierText(bytes)
    let normal: [UInt8]
    switch kind {
    case .person: normal = PersonIdentity.normal(text)
    case .phoneNumber: normal = PhoneIdentity.normal(text)
    case .emailAddress: normal = MailIdentity.normal(text, rule: mail)
    case .ibanCode, .licensePlate, .postalCode, .idNumber: normal = text.alphanumerics
    case .creditCard: normal = text.digits
    case .nlBSN:
      let digits = text.digits
      normal = Array(repeatElement(0x30, count: max(0, 9 - digits.count))) + digits
    case .username: normal = HandleIdentity.normal(text)
    case .url: normal = HandleIdentity.normal(url: text)
    case .ipAddress: normal = AddressIdentity.normal(text)
    case .location, .address, .organization, .date, .age, .unknown:
      normal = IdentifierText.joined(text.words)
    }
    if !normal.isEmpty { return normal }
    return text.folded.isEmpty ? Array(bytes) : text.folded
  }
}
