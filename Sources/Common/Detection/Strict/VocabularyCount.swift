/// Counts by how many persons each word is used, until that is enough.
///
/// Holds hashes alone, of words and of persons; of a word that has enough persons only that it has.
public struct VocabularyCount: Sendable {
  private let minimum: Int
  private var enough: Set<UInt64> = []
  private var persons: [UInt64: [UInt64]] = [:]

  /// Makes a count; `minimum` is the fewest persons of whom a word must be.
  public init(minimum: Int = 10) { self.minimum = minimum }

  /// Adds the words that a visitor wrote; the same in any order of conversations.
  ///
  /// - Parameters:
  ///   - conversation: The contact's text; what others than the visitor say does not count.
  ///   - person: What tells the visitor from others, such as the bytes of an id.
  public mutating func add(_ conversation: Conversation, person: [UInt8]) {
    let text = PreparedConversation(conversation)
    let person = WordHash.hash(person)
    for message in text.messages where message.speaker == .visitor {
      for word in message.words where text.words[word].shape.contains(.hasLetter) {
        add(WordHash.hash(of: text.words[word].range, in: text.folded), person)
      }
    }
  }

  private mutating func add(_ word: UInt64, _ person: UInt64) {
    if enough.contains(word) { return }
    var known = persons[word] ?? []
    if known.contains(person) { return }
    known.append(person)
    if known.count >= minimum {
      enough.insert(word)
      persons[word] = nil
    } else {
      persons[word] = known
    }
  }

  /// The words that have enough persons.
  public var frozen: FrozenVocabulary {
    FrozenVocabulary(minimum: minimum, hashes: enough.sorted())
  }
}
