import Detection
import UnicodeText

/// Invented names for the people of one contact.
///
/// One list for all, so that a name tells no sex, origin or faith: sixteen beginnings and sixteen
/// endings, made up for this project. A person's name is drawn by the key; where it is taken, or
/// occurs in the contact, the next one is.
struct Surrogates {
  private static let beginnings = [
    "Bar", "Dem", "Fen", "Gal", "Jov", "Kem", "Lum", "Mur", "Nev", "Pol", "Rov", "Sug", "Tav",
    "Vur", "Wem", "Zul",
  ]
  private static let endings = [
    "afi", "ako", "asu", "ebo", "eki", "emu", "ido", "ifu", "imo", "obe", "oki", "ovu", "ube",
    "udo",
    "ufi", "uko",
  ]

  /// The names, in the order of drawing.
  static let names = beginnings.flatMap { beginning in endings.map { beginning + $0 } }

  private var taken: [[UInt8]: String] = [:]
  private var used: Set<String> = []
  private let words: Set<[UInt8]>

  /// Prepares for a contact.
  init(_ conversation: Conversation) {
    words = Set(
      conversation.messages.flatMap { message in
        IdentifierText(conversation.text[message.bytes]).words.map { Array($0) }
      }
    )
  }

  /// The invented name of a person; `nil` when the list is used up.
  ///
  /// - Parameters:
  ///   - person: The normal form of the person's name.
  ///   - draw: A number drawn by the key for that form.
  /// - Returns: The name.
  mutating func name(for person: [UInt8], draw: UInt64) -> String? {
    if let name = taken[person] { return name }
    let start = Int(draw % UInt64(Self.names.count))
    for step in Self.names.indices {
      let name = Self.names[(start + step) % Self.names.count]
      guard !used.contains(name), !words.contains(Array(name.lowercased().utf8)) else { continue }
      used.insert(name)
      taken[person] = name
      return name
    }
    return nil
  }
}
