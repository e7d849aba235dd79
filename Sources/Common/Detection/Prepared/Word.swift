/// A run of letters and digits in folded text.
struct Word: Sendable {
  /// Where the word begins in `PreparedConversation.folded`.
  let start: UInt32
  /// Where it ends, exclusive.
  let end: UInt32
  /// The message it stands in, a place in `PreparedConversation.messages`.
  let message: UInt32
  /// What its letters look like in the original.
  let shape: WordShape
  /// What lies between it and the word before in the message.
  let gap: Gap
  /// What `Vocabulary` knows of it; 0 is nothing.
  let sense: UInt16

  /// The bytes in `PreparedConversation.folded`.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// The count of folded bytes.
  var count: Int { Int(end - start) }
}

/// What a word looks like in the original text.
struct WordShape: OptionSet, Sendable {
  let rawValue: UInt8

  /// Has a letter that is not upper case.
  static let hasLower = WordShape(rawValue: 1)
  /// Has a letter in upper case.
  static let hasUpper = WordShape(rawValue: 2)
  /// Has a digit.
  static let hasDigit = WordShape(rawValue: 4)
  /// Has a letter that stays outside ASCII when folded.
  static let hasForeign = WordShape(rawValue: 8)
  /// Begins with a letter in upper case.
  static let startsUpper = WordShape(rawValue: 16)
  /// Begins a message, a line or a sentence.
  static let startsSentence = WordShape(rawValue: 32)
  /// Has a letter.
  static let hasLetter = WordShape(rawValue: 64)

  /// Whether all is digits.
  var isNumber: Bool { contains(.hasDigit) && !contains(.hasLetter) }
  /// Whether the first letter is upper case and another is not.
  var isCapitalised: Bool { contains([.startsUpper, .hasLower]) }
  /// Whether all letters are upper case.
  var isAllUpper: Bool { contains(.hasUpper) && !contains(.hasLower) }
}

/// What stands between two neighbouring words of a message.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt8

  /// A space or tab.
  static let space = Gap(rawValue: 1)
  /// A line end, or the beginning of the message.
  static let line = Gap(rawValue: 2)
  /// A full stop, exclamation or question mark.
  static let stop = Gap(rawValue: 4)
  /// A comma, semicolon or colon.
  static let comma = Gap(rawValue: 8)
  /// A dash.
  static let dash = Gap(rawValue: 16)
  /// An apostrophe.
  static let apostrophe = Gap(rawValue: 32)
  /// A slash or underscore.
  static let joint = Gap(rawValue: 64)
  /// Anything else.
  static let other = Gap(rawValue: 128)
}
