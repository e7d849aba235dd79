import Cryptography

/// The tokens of one contact: keys are derived when a kind is first met.
///
/// Not for two threads at once.
public final class TextTokens {
  private let expander: HMACSHA256
  /// The label of the contact, to which a kind is added.
  private let label: [UInt8]
  private let characters: Int
  /// A contact has few kinds, so a list is quicker than a table.
  private var authenticators: [(kind: String, authenticator: HMACSHA256)] = []

  init(root: Root, contact: [UInt8], characters: Int) throws(KeyringError) {
    expander = try root.expander()
    label = root.label(scope: contact.span)
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
    do throws(CryptographyError) {
      return try authenticator(kind).tag(of: value)
    } catch {
      throw .cryptography(error)
    }
  }

  private func authenticator(_ kind: String) throws(CryptographyError) -> HMACSHA256 {
    for known in authenticators where known.kind == kind { return known.authenticator }
    let authenticator = try HMACSHA256(expanding: expander, label: label + Array(kind.utf8))
    authenticators.append((kind, authenticator))
    return authenticator
  }
}
