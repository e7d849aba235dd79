/// What a root is for; each purpose has its own independent random roots.
public enum KeyPurpose: String, CaseIterable, Sendable {
  /// The same visitor over the years; ends with the look-back window.
  case link
  /// Details inside a chat; one root a period, destroyed when the period ends.
  case text
  /// The pseudonyms of contact ids; ends with the look-back window.
  case contact
  /// Row keys of one recipient's one release.
  case release
  /// Cell keys of one table plan and period.
  case record
  /// The choice of companion cells of one table plan and period.
  case pattern
  /// The draw of a sample of one table plan and period.
  case sampling
  /// Seals damaged contacts until they are handled.
  case quarantine
  /// Seals the ledger's column of link tokens; rotates without changing a token.
  case column
  /// Digests of raw files, so that a guessed chat can't be confirmed.
  case digest
  /// Marks of erased and opted-out visitors; outlives the link root it guards against.
  case tombstone

  /// Whether there is one root for the whole line, made with the keyring.
  ///
  /// The others are made when their scope is first met.
  public var isForTheLine: Bool {
    switch self {
    case .link, .contact, .quarantine, .column, .digest, .tombstone: true
    case .text, .release, .record, .pattern, .sampling: false
    }
  }

  /// The scope of the roots that serve the whole line.
  public static let line = "line"
}
