/// What the vocabulary knows of a word.
struct WordSense: Sendable {
  /// What it can be.
  let classes: WordClasses
  /// Its number, where it is a number word or a month.
  let value: Int32?
}

/// The classes of words that recognisers look for.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  /// A Dutch number word, "zestien".
  static let number = WordClasses(rawValue: 1)
  /// A Dutch ordinal, "zestiende".
  static let ordinal = WordClasses(rawValue: 2)
  /// A month, "mei".
  static let month = WordClasses(rawValue: 4)
}
