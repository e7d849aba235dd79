/// What the vocabulary knows of a word.
struct WordSense: Sendable {
  /// What it can be.
  let classes: WordClasses
  /// Its number, where it is a number word or a month.
  let value: Int32?
}

/// The classes of words that structured recognisers look for.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  // Numbers and calendar.

  /// A number word of Dutch or a neighbouring language, "zestien".
  static let number = WordClasses(rawValue: 1 << 0)
  /// A number word of another language, which counts only where an age is expected.
  static let foreignNumber = WordClasses(rawValue: 1 << 1)
  /// A Dutch ordinal, "zestiende".
  static let ordinal = WordClasses(rawValue: 1 << 2)
  /// A month, "mei".
  static let month = WordClasses(rawValue: 1 << 3)
  /// A day of the week.
  static let weekday = WordClasses(rawValue: 1 << 4)
  /// A year in one word, "tweeduizendacht".
  static let yearWord = WordClasses(rawValue: 1 << 5)
  /// "dubbel", "twee keer": the next digit counts twice or more.
  static let repeated = WordClasses(rawValue: 1 << 6)

  // Spoken signs.

  /// A spoken at sign, "apestaartje".
  static let at = WordClasses(rawValue: 1 << 7)
  /// A spoken full stop, "punt".
  static let dot = WordClasses(rawValue: 1 << 8)
  /// A spoken dash, underscore or plus.
  static let dash = WordClasses(rawValue: 1 << 9)
  /// A top-level domain.
  static let topLevel = WordClasses(rawValue: 1 << 10)
  /// A provider of mailboxes, "hotmail".
  static let mailbox = WordClasses(rawValue: 1 << 11)
  /// A scheme of a web address, or "www".
  static let scheme = WordClasses(rawValue: 1 << 12)

  // Keywords that say what comes next.

  /// A citizen service number.
  static let bsn = WordClasses(rawValue: 1 << 13)
  /// A bank account.
  static let account = WordClasses(rawValue: 1 << 14)
  /// A payment card.
  static let card = WordClasses(rawValue: 1 << 15)
  /// A telephone.
  static let phone = WordClasses(rawValue: 1 << 16)
  /// A document, file, client, order or register number.
  static let document = WordClasses(rawValue: 1 << 17)
  /// A registration plate or a vehicle.
  static let plate = WordClasses(rawValue: 1 << 18)
  /// A vehicle.
  static let vehicle = WordClasses(rawValue: 1 << 19)
  /// A postal code.
  static let postcode = WordClasses(rawValue: 1 << 20)
  /// A platform where people have handles.
  static let platform = WordClasses(rawValue: 1 << 21)
  /// A handle, "gebruikersnaam".
  static let handle = WordClasses(rawValue: 1 << 22)
  /// An e-mail address.
  static let mail = WordClasses(rawValue: 1 << 23)
  /// A birth.
  static let birth = WordClasses(rawValue: 1 << 24)
  /// "nummer", "nr".
  static let numeral = WordClasses(rawValue: 1 << 25)

  // Words around ages.

  /// "jaar", "jr".
  static let year = WordClasses(rawValue: 1 << 26)
  /// "oud", "leeftijd".
  static let age = WordClasses(rawValue: 1 << 27)
  /// "zestienjarige".
  static let ageCompound = WordClasses(rawValue: 1 << 28)
  /// A form of to be or to become, "ben".
  static let copula = WordClasses(rawValue: 1 << 29)
  /// A person, "meisje", "zoon".
  static let human = WordClasses(rawValue: 1 << 30)
  /// What is counted and is no age: "euro", "uur", "keer".
  static let unit = WordClasses(rawValue: 1 << 31)
  /// A measure of time other than a year, "maanden".
  static let period = WordClasses(rawValue: 1 << 32)
  /// What makes years a duration when it comes before, "sinds".
  static let durationBefore = WordClasses(rawValue: 1 << 33)
  /// What makes years a duration when it comes after, "geleden".
  static let durationAfter = WordClasses(rawValue: 1 << 34)
  /// A bound of the law, "minimaal", "onder".
  static let bound = WordClasses(rawValue: 1 << 35)
  /// What may stand between a verb and an age, "net", "bijna".
  static let hedge = WordClasses(rawValue: 1 << 36)
  /// What may follow a bare age, "en", "maar", "toen".
  static let follower = WordClasses(rawValue: 1 << 37)
  /// "mijn", "haar": "vanaf mijn twaalfde".
  static let possessive = WordClasses(rawValue: 1 << 38)
  /// "ik", "hij".
  static let pronoun = WordClasses(rawValue: 1 << 39)

  // Words around other kinds.

  /// What leads to a calendar day, "op", "sinds".
  static let dateBefore = WordClasses(rawValue: 1 << 40)
  /// An ordinary function word, never part of a handle or a spoken address.
  static let function = WordClasses(rawValue: 1 << 41)
  /// "heet", "is", "noemt": between a keyword and its value.
  static let link = WordClasses(rawValue: 1 << 42)
  /// "v", "m": a sex before or after an age.
  static let sex = WordClasses(rawValue: 1 << 43)
  /// A small child, whose age may be in months.
  static let infant = WordClasses(rawValue: 1 << 44)

  /// What follows a guessed age, "ofzo".
  static let guess = WordClasses(rawValue: 1 << 45)

  /// What makes a recogniser look closer wherever it stands.
  static let trigger: WordClasses = [
    .number, .foreignNumber, .ordinal, .month, .ageCompound, .at, .dot, .scheme, .platform, .handle,
    .document, .numeral, .yearWord,
  ]
}
