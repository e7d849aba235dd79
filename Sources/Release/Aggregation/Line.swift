import Codebook

/// One line of a dimension: the persons with any of its codes.
public struct Line: Equatable, Sendable {
  /// What a line is to its dimension.
  public enum Kind: String, Sendable {
    /// Everybody.
    case total
    /// Everybody whose answer is known: the base of shares of known.
    case known
    /// One code.
    case code
    /// Several codes under one name.
    case group
    /// No answer.
    case missing
  }

  /// The code, the group's id, `total` or `known`.
  public let id: String
  /// Its name for people.
  public let label: Label
  /// What it is.
  public let kind: Kind
  /// Its codes, in the codebook's order.
  public let codes: [String]
  /// The codes as bits of the layout's column.
  public let bits: UInt64
}
