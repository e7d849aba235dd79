import Cryptography

/// The tokens of one contact: keys are derived when a kind is first met.
///
/// Not for two threads at once.
public final class TextTokens {
  private let root: Root
  private let contact: [UInt8]
  private let characters: Int
  /// A contact has few kinds, so a list is quicker than a table.
  private var authenticators: [(kind: String, authenticator: HMACSHA256)] = []

  init(root: Root, contact: [UInt8], characters: Int) {
    self.root = root
    self.contact = contact
    self.characters = characters
  }

  /// The token of a detail: the same for the same kind and value in this contact, and in no other.
  ///
  /// - Parameters:
  ///   - kind: The kind, such as `PERSON`.
  ///   - value: The normalised value.
  ///   - characters: The length where the contact has tokens already; `nil` for that of its scope.
  /// - Returns: The token, Crockford base 32.
  /// - Throws: `KeyringError`.
  public func token(kind: String, value: Span<UInt8>, characters: Int? = nil)
    throws(KeyringError) -> String
  {
    Crockford.encode(
      try digest(kind: kind, value: value),
      characters: characters ?? self.characters
    )
  }

  /// A number drawn by a detail, for choosing among substitutes.
  public func draw(kind: String, value: Span<UInt8>) throws(KeyringError) -> UInt64 {
    try digest(kind: "draw.\(kind)", value: value).first64
  }

  private func digest(kind: String, value: Span<UInt8>) throws(KeyringError) -> Digest {
    let authenticator: HMACSHA256
    if let known = authenticators.first(where: { $0.kind == kind }) {
      authenticator = known.authenticator
    } else {
      let scope = contact
      let key = try root.key(scope: scope.span, kind: kind)
      authenticator = try KeyringError.wrap { () throws(CryptographyError) in
        try HMACSHA256(key: key)
      }
      authenticators.append((kind, authenticator))
    }
    do throws(CryptographyError) {
      return try authenticator.tag(of: value)
    } catch {
      throw .cryptography(error)
    }
  }
}
