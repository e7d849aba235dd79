/// The link tokens of a contact, decrypted.
public struct OpenLinks: Sendable {
  /// Tokens of what is one person's: contacts that share one are of one visitor.
  public let certain: [String]
  /// Tokens of nicknames: contacts that share one may be of one visitor.
  public let possible: [String]

  /// Makes open links.
  public init(certain: [String], possible: [String] = []) {
    self.certain = certain
    self.possible = possible
  }
}
