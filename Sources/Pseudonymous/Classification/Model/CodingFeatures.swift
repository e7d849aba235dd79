import Detection
import Pseudonymisation

/// What a model looks at in a contact, as names: all of it from sanitized text.
///
/// | name | what |
/// |---|---|
/// | `v geld`, `c politi` | a word's stem, by who says it (visitor, counsellor, system) |
/// | `v geld afgev` | two stems that follow each other in a message |
/// | `v <AGE 16-17>` | a token with what it still tells, in bands |
/// | `q hulp ja` | a stem of the counsellor's last question, with the first word of the answer |
/// | `r control.debt` | a coding rule that holds |
enum CodingFeatures {
  /// The names, each once, in alphabetical order.
  static func names(_ reading: Reading) -> [String] {
    reading.seekFurther()
    var names: Set<String> = []
    for (rule, hits) in reading.hitsOfRule.enumerated() where !hits.isEmpty {
      names.insert("r \(reading.book.rules[rule].id)")
    }
    var question: [String] = []
    let contact = reading.contact
    for message in contact.messages {
      let words = words(of: message, in: contact)
      let speaker = letter(of: message.speaker)
      for (place, word) in words.enumerated() {
        names.insert("\(speaker) \(word)")
        if place > 0 { names.insert("\(speaker) \(words[place - 1]) \(word)") }
      }
      switch message.speaker {
      case .visitor:
        if let answer = words.first {
          for word in question { names.insert("q \(word) \(answer)") }
        }
      case .counsellor, .bot: question = words
      case .system: break
      }
    }
    return names.sorted()
  }

  private static func letter(of speaker: Speaker) -> String {
    switch speaker {
    case .visitor: "v"
    case .counsellor, .bot: "c"
    case .system: "s"
    }
  }

  private static func words(
    of message: SanitizedContact.Message,
    in contact: SanitizedContact
  ) -> [String] {
    contact.segments[message.segments].flatMap { segment -> [String] in
      switch segment {
      case .text(let range):
        String(decoding: contact.text[range], as: UTF8.self)
          .split { !($0.isLetter || $0 == "'" || $0 == "\u{2019}") }
          .compactMap { stem(of: String($0)) }
      case .token(let token): ["<\(token.kind.rawValue)\(band(of: token.generalisation))>"]
      }
    }
  }

  private static func band(of generalisation: Generalisation) -> String {
    switch generalisation {
    case .none: ""
    case .age(let years), .birth(let years): years < 18 ? " minor" : " adult"
    case .elapsed(let days): days < 31 ? " weeks" : days < 365 ? " months" : " years"
    case .region: " region"
    }
  }

  /// A word without its commonest Dutch endings; `nil` where no letter is left.
  static func stem(of word: String) -> String? {
    let base = UInt8(ascii: "a") - 1
    var letters = LetterFold.fold(word).filter { 1...26 ~= $0 }.map { $0 + base }
    guard !letters.isEmpty else { return nil }
    for ending in ["en", "de", "te", "je", "e", "t", "d", "s"]
    where letters.count >= ending.utf8.count + 3
      && letters.suffix(ending.utf8.count) == Array(ending.utf8)[...]
    {
      letters.removeLast(ending.utf8.count)
      break
    }
    if letters.count > 3, letters[letters.count - 1] == letters[letters.count - 2] {
      letters.removeLast()
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
