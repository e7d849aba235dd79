/// What the name model sees of each word of a conversation, in small numbers.
struct NameView {
  /// What the model sees of one word.
  struct Word {
    /// The identity of a common word, 0 of a rare one.
    var identity: UInt32 = 0
    /// The lists that hold it.
    var lists: UInt32 = 0
    /// Its coarse class, a `WordClass`.
    var kind: UInt8 = 0
    /// Its capitals.
    var capital: UInt8 = 0
    /// What the rules say of it, a `NameLabel`.
    var rule: UInt8 = 0
    /// What lies before it.
    var gap: UInt8 = 0
    var cue: UInt8 = 0
    var frequency: UInt8 = 0
    var surname: UInt8 = 0
    /// Its first and last letters.
    var start: UInt32 = 0
    var end: UInt32 = 0
    var length: UInt8 = 0
    /// What the ends of streets and organisations say, and phrases of the lexicon.
    var form: UInt8 = 0
  }

  /// What the model sees of one message.
  struct Message {
    /// What the message before asks for.
    var question: UInt8 = 0
    /// Speaker and whether that speaker begins messages with capitals in this contact.
    var style: UInt8 = 0
  }

  let words: [Word]
  let messages: [Message]
  /// What the rest of the contact says of a word, parallel to `words`.
  let elsewhere: [UInt8]
}

/// The coarse classes of words.
enum WordClass: UInt8 {
  case unknown, firstName, surname, bothNames, place, city, placeAndName, nameAndWord,
    surnameAndWord
  case placeAndWord, dutch, english, slang, kept, properNoun, head, prefix, number, letter
  case takenPerson, takenNumber, takenDate, takenOther, common, compound, foreign, commonWord,
    misspelt
}
