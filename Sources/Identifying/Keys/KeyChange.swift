/// A change of a keyring, for `luwte keys` and `luwte close`.
public enum KeyChange: Equatable, Sendable {
  /// A fresh root takes the place of the line's root of a purpose, which is retired.
  case rotate(KeyPurpose)
  /// The bytes of a root go; an active root of the line must be rotated first.
  case destroy(id: String)
  /// The text root of a period goes; no contact of the period can be sanitized again.
  case close(period: String)
  /// The root of a recipient's release goes; its row keys can't be made again.
  case endRelease(recipient: String, release: String)
}

/// What a change does to the roots.
public struct KeyConsequences: Equatable, Sendable {
  /// Roots that make nothing new from then on.
  public internal(set) var retired: [RootDescription] = []
  /// Roots whose bytes go.
  public internal(set) var destroyed: [RootDescription] = []
  /// Purposes that get a fresh root.
  public internal(set) var renewed: [KeyPurpose] = []
}
