import Ledger

/// The link tokens of a contact as one column of the ledger holds them, before it is encrypted.
///
/// A line for each token: `s` for what is one person's, `w` for a nickname that may be shared.
enum LinkColumn {
  /// The column's bytes; empty where nothing links.
  static func text(strong: [String], weak: [String]) -> [UInt8] {
    Array((strong.map { "s\($0)\n" } + weak.map { "w\($0)\n" }).joined().utf8)
  }

  /// The tokens of a column that link for certain.
  static func strong(in column: [UInt8]) -> [String] { tokens("s", in: column) }

  /// The tokens of a column that may be shared.
  static func weak(in column: [UInt8]) -> [String] { tokens("w", in: column) }

  /// The tokens of a column.
  static func links(in column: [UInt8]) -> OpenLinks {
    OpenLinks(certain: strong(in: column), possible: weak(in: column))
  }

  private static func tokens(_ mark: Character, in column: [UInt8]) -> [String] {
    String(decoding: column, as: UTF8.self).split(separator: "\n")
      .filter { $0.first == mark }.map { String($0.dropFirst()) }
  }
}
