import Cryptography

extension Keyring {
  /// The pseudonym of a contact's id.
  public func contactToken(of id: Span<UInt8>) throws(KeyringError) -> String {
    try wideToken(.contact, kind: "CONTACT", value: id)
  }

  /// The tokens of one contact's details.
  ///
  /// - Parameters:
  ///   - period: The period whose text root makes them, such as `2021-Q3`.
  ///   - contact: What tells the contact apart: the bytes of its pseudonym.
  ///   - identities: The most different details that the contact can hold; sets the length.
  /// - Returns: The tokens, keys not yet derived.
  /// - Throws: `KeyringError`.
  public func textTokens(period: String, contact: [UInt8], identities: Int) throws(KeyringError)
    -> TextTokens
  {
    try TextTokens(
      root: root(.text, scope: period),
      contact: contact,
      characters: TokenLength.inText(identities: identities)
    )
  }

  /// The link token of an identifier of a visitor.
  ///
  /// - Parameters:
  ///   - kind: What kind of identifier, such as `EMAIL_ADDRESS` or `visitor.id`.
  ///   - value: The normalised value.
  /// - Returns: The token, 26 characters.
  /// - Throws: `KeyringError`.
  public func linkToken(kind: String, value: Span<UInt8>) throws(KeyringError) -> String {
    try wideToken(.link, kind: kind, value: value)
  }

  /// The row key of a person in one recipient's one release.
  ///
  /// Equal inside the release, unequal between recipients and releases; once the release's root is
  /// destroyed nobody can make it again.
  public func releaseToken(recipient: String, release: String, person: Span<UInt8>)
    throws(KeyringError) -> String
  {
    let root = try root(.release, scope: Self.releaseScope(recipient: recipient, release: release))
    let key = try root.key(kind: "PERSON")
    return try Self.token(key, value: person)
  }

  /// The mark by which an erased or opted-out visitor's identifier is recognised.
  public func tombstone(kind: String, value: Span<UInt8>) throws(KeyringError) -> String {
    try wideToken(.tombstone, kind: kind, value: value)
  }

  /// The marks of an identifier under every root that has bytes, so that a rotation forgets nobody.
  public func tombstones(kind: String, value: Span<UInt8>) throws(KeyringError) -> [String] {
    try wideTokens(.tombstone, kind: kind, value: value)
  }

  /// The pseudonyms of a contact's id under every root that has bytes.
  public func contactTokens(of id: Span<UInt8>) throws(KeyringError) -> [String] {
    try wideTokens(.contact, kind: "CONTACT", value: id)
  }

  /// The link tokens of an identifier under every root that has bytes.
  public func linkTokens(kind: String, value: Span<UInt8>) throws(KeyringError) -> [String] {
    try wideTokens(.link, kind: kind, value: value)
  }

  /// The keyed digest of a raw input, from its plain SHA-256.
  public func inputDigest(of digest: Digest) throws(KeyringError) -> Digest {
    let key = try lineKey(.digest, kind: "INPUT")
    let bytes = digest.bytes
    return try KeyringError.wrap { () throws(CryptographyError) in
      try HMACSHA256.tag(of: bytes.span, key: key)
    }
  }

  /// The keyed digests of a raw input under every root that has bytes, the active one's first.
  public func inputDigests(of digest: Digest) throws(KeyringError) -> [Digest] {
    var digests = [try inputDigest(of: digest)]
    let bytes = digest.bytes
    for root in retired(.digest) {
      let key = try root.key(kind: "INPUT")
      digests.append(
        try KeyringError.wrap { () throws(CryptographyError) in
          try HMACSHA256.tag(of: bytes.span, key: key)
        }
      )
    }
    return digests
  }

  /// The record key of a person: a number that decides the noise of cells the person is in.
  ///
  /// - Parameters:
  /// - Returns: The key.
  /// - Throws: `KeyringError`.
  ///   - plan: The table plan's id.
  ///   - period: The period counted.
  ///   - person: What tells the person apart in the ledger.
  public func recordKey(plan: String, period: String, person: Span<UInt8>) throws(KeyringError)
    -> UInt32
  {
    try recordKeys(plan: plan, period: period).key(of: person)
  }

  /// The record keys of a table plan and period, for many persons.
  public func recordKeys(plan: String, period: String) throws(KeyringError) -> KeyedNumbers {
    try KeyedNumbers(root: root(.record, scope: "\(plan)/\(period)"), kind: "RECORD")
  }

  /// The numbers that choose companion cells of a table plan and period.
  public func patternNumbers(plan: String, period: String) throws(KeyringError) -> KeyedNumbers {
    try KeyedNumbers(root: root(.pattern, scope: "\(plan)/\(period)"), kind: "PATTERN")
  }

  /// The numbers that draw a sample of a table plan and period.
  public func samplingNumbers(plan: String, period: String) throws(KeyringError) -> KeyedNumbers {
    try KeyedNumbers(root: root(.sampling, scope: "\(plan)/\(period)"), kind: "SAMPLING")
  }

  /// The scope of a release's root; a release's name has no `/`, so the scope reads one way only.
  static func releaseScope(recipient: String, release: String) -> String {
    "\(recipient)/\(release)"
  }

  private func wideToken(_ purpose: KeyPurpose, kind: String, value: Span<UInt8>)
    throws(KeyringError) -> String
  {
    try Self.token(try lineKey(purpose, kind: kind), value: value)
  }

  private func wideTokens(_ purpose: KeyPurpose, kind: String, value: Span<UInt8>)
    throws(KeyringError) -> [String]
  {
    var tokens = [try wideToken(purpose, kind: kind, value: value)]
    for root in retired(purpose) {
      tokens.append(try Self.token(try root.key(kind: kind), value: value))
    }
    return tokens
  }

  private static func token(_ key: SecureBytes, value: Span<UInt8>) throws(KeyringError) -> String {
    do throws(CryptographyError) {
      let digest = try HMACSHA256.tag(of: value, key: key)
      return Crockford.encode(digest, characters: TokenLength.wide)
    } catch {
      throw .cryptography(error)
    }
  }
}

/// Keyed pseudorandom numbers under one label; not for two threads at once.
public final class KeyedNumbers {
  private let authenticator: HMACSHA256

  init(root: Root, kind: String) throws(KeyringError) {
    let key = try root.key(kind: kind)
    authenticator = try KeyringError.wrap { () throws(CryptographyError) in
      try HMACSHA256(key: key)
    }
  }

  /// The 32-bit number of a value.
  public func key(of value: Span<UInt8>) throws(KeyringError) -> UInt32 {
    UInt32(truncatingIfNeeded: try number(of: value) >> 32)
  }

  /// The 64-bit number of a value.
  public func number(of value: Span<UInt8>) throws(KeyringError) -> UInt64 {
    do throws(CryptographyError) {
      return try authenticator.tag(of: value).first64
    } catch {
      throw .cryptography(error)
    }
  }
}
