import Detection
import Pseudonymisation

/// The words of a sanitized contact, each as the form that the vocabulary gives it.
///
/// Words are not copied out of the text.
struct WordStream {
  /// What stands between a word and the one before.
  enum Boundary: UInt8 {
    /// Nothing but space.
    case none
    /// The end of a clause: a comma, a colon, a bracket.
    case clause
    /// The end of a sentence, or the start of the message.
    case sentence
  }

  private struct Word {
    let form: WordForms.Form
    /// A whole number, -1 for none, -2 and lower for the tokens in order.
    let value: Int32
    let message: Int32
    let boundary: Boundary
  }

  private var words: [Word] = []
  /// The replaced details, in order.
  private(set) var tokens: [(word: Int, token: SanitizedContact.Token)] = []
  /// The words that may tell an age: numbers, number words and tokens, in order.
  private(set) var numerals: [Int] = []
  /// Where each message's words begin; one more entry than messages.
  private(set) var messageStart: [Int] = [0]
  /// Who speaks each message.
  private(set) var speakers: [Speaker] = []
  /// The input's index of each message.
  private(set) var indices: [Int] = []

  /// The count of messages.
  var messages: Int { speakers.count }

  /// The bit of a speaker.
  static func bit(of speaker: Speaker) -> UInt8 {
    switch speaker {
    case .visitor: 1
    case .counsellor: 2
    case .bot: 4
    case .system: 8
    }
  }

  /// The words of a message.
  func words(of message: Int) -> Range<Int> { messageStart[message]..<messageStart[message + 1] }

  /// A word's form.
  @inline(__always)
  func form(at word: Int) -> WordForms.Form { words[word].form }

  /// What stands before a word.
  @inline(__always)
  func boundary(before word: Int) -> Boundary { words[word].boundary }

  /// The message of a word.
  @inline(__always)
  func message(of word: Int) -> Int { Int(words[word].message) }

  /// The value of a whole number below 1,000,000; -1 for other words.
  func number(at word: Int) -> Int { max(-1, Int(words[word].value)) }

  /// What a replaced detail still tells; `nil` for words of the text.
  func token(at word: Int) -> SanitizedContact.Token? {
    let value = words[word].value
    return value < -1 ? tokens[-2 - Int(value)].token : nil
  }

  /// Reads a contact.
  init(_ contact: SanitizedContact, _ vocabulary: Vocabulary) {
    words.reserveCapacity(contact.text.count / 4 + contact.segments.count)
    messageStart.reserveCapacity(contact.messages.count + 1)
    speakers.reserveCapacity(contact.messages.count)
    indices.reserveCapacity(contact.messages.count)
    var reader = WordReader(LetterFold.classes)
    for place in contact.messages.indices {
      let message = contact.messages[place]
      speakers.append(message.speaker)
      indices.append(message.index)
      reader.boundary = .sentence
      for segment in contact.segments[message.segments] {
        switch segment {
        case .text(let range):
          append(contact.text.span.extracting(range), place, &reader, vocabulary)
        case .token(let token):
          append(token, place, reader.boundary, vocabulary)
          reader.boundary = .none
        }
      }
      messageStart.append(words.count)
    }
  }

  private mutating func append(
    _ text: Span<UInt8>,
    _ place: Int,
    _ reader: inout WordReader,
    _ vocabulary: Vocabulary
  ) {
    let message = Int32(truncatingIfNeeded: place)
    var at = 0
    while let (form, value) = reader.next(in: text, &at, vocabulary) {
      if value >= 0 || form != WordForms.unknown && vocabulary.forms.has(.numberWord, form) {
        numerals.append(words.count)
      }
      words.append(Word(form: form, value: value, message: message, boundary: reader.boundary))
      reader.boundary = .none
    }
  }

  private mutating func append(
    _ token: SanitizedContact.Token,
    _ place: Int,
    _ boundary: Boundary,
    _ vocabulary: Vocabulary
  ) {
    numerals.append(words.count)
    let value = -2 - Int32(truncatingIfNeeded: tokens.count)
    tokens.append((words.count, token))
    words.append(
      Word(
        form: vocabulary.form(of: token.kind),
        value: value,
        message: Int32(truncatingIfNeeded: place),
        boundary: boundary
      )
    )
  }
}

extension WordStream.Boundary: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
