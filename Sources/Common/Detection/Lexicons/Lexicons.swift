/// The lists of names, places and ordinary words that recognisers ask.
public struct Lexicons: Sendable {
  /// Lexicons without a word.
  public static let empty = Lexicons()

  /// Opens the lexicon files of a folder.
  ///
  /// - Parameter directory: The folder.
  /// - Returns: The lexicons.
  /// - Throws: `LexiconError` when a file is missing or damaged.
  public static func open(directory: String) throws(LexiconError) -> Lexicons { .empty }
}
