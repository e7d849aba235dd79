/// The lists of names, places and ordinary words, in one memory-mapped file.
///
/// A hash table over folded words: a lookup costs one hash and mostly one cache line. Words of
/// several parts are found through `entry(phrase:)`.
public struct Lexicons: Sendable {
  /// The name of the compiled file in the lexicons' folder.
  public static let fileName = "names.lexicon"

  /// The name of the name model's weights in the lexicons' folder.
  public static let modelName = "names.model"

  /// Lexicons without a word.
  public static let empty = Lexicons(table: nil, model: nil)

  let table: LexiconTable?
  let model: NameModel?

  init(table: LexiconTable?, model: NameModel?) {
    self.table = table
    self.model = model
  }

  /// Opens the compiled lexicons and the name model of a folder; takes well under a millisecond.
  ///
  /// - Parameter directory: The folder that holds `fileName` and `modelName`.
  /// - Returns: The lexicons.
  /// - Throws: `LexiconError` when the file is missing, damaged or of another version.
  public static func open(directory: String) throws(LexiconError) -> Lexicons {
    try open(directory: directory, model: directory + "/" + modelName)
  }

  /// Opens the compiled lexicons of a folder with a model of another place; for the trainer.
  package static func open(directory: String, model path: String) throws(LexiconError) -> Lexicons {
    Lexicons(
      table: try lists(directory: directory).table,
      model: try NameModel(MappedFile(path: path), path: path)
    )
  }

  /// Opens the lists without the model that is trained with them.
  package static func lists(directory: String) throws(LexiconError) -> Lexicons {
    let path = directory + "/" + fileName
    return Lexicons(table: try LexiconTable(MappedFile(path: path), path: path), model: nil)
  }

  /// The digest of the compiled file, zero when there is none; part of what makes an output.
  public var digest: UInt64 { table?.digest ?? 0 }

  /// Returns what the lists know about a word.
  ///
  /// - Parameter folded: The word as `Normalisation.folded` gives it.
  /// - Returns: The entry; `unknown` when no list holds the word.
  public func entry(_ folded: [UInt8]) -> LexiconEntry {
    guard let table else { return .unknown }
    return table.entry(WordHash.hash(folded))
  }

  /// Returns what the lists know about a word or phrase.
  ///
  /// - Parameter text: Any text; it is folded and its words joined by a space.
  /// - Returns: The entry; `unknown` when no list holds the phrase.
  public func entry(of text: String) -> LexiconEntry {
    entry(LexiconSource.key(text) ?? [])
  }

  /// Returns the province or region (ISO 3166-2) of a place in the Netherlands or Belgium.
  ///
  /// - Parameter place: The name as it stands in a text.
  /// - Returns: Nil where the place is unknown or several of that name lie apart.
  public func province(ofPlace place: String) -> String? {
    let entry = entry(of: place)
    return entry.isIn([.place, .neighbourhood]) ? entry.province : nil
  }
}
