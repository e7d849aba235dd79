import Configuration

/// Words under one name, such as `@steal`; a list may hold another list.
public struct WordList: Equatable, Sendable {
  /// The name, without `@`.
  public let id: String
  /// Its members.
  public let words: [Phrase.Word]

  init(id: String, _ table: ConfigurationTable) throws(ConfigurationError) {
    self.id = id
    var words: [Phrase.Word] = []
    for text in try table.strings(id) {
      do {
        for part in text.split(separator: " ") { words.append(try Phrase.word(part)) }
      } catch {
        throw table.error(
          id,
          "\"\(text)\" is not a list of words",
          remedy: "write words with spaces between: stelen steelt jat*"
        )
      }
    }
    self.words = words
  }
}
