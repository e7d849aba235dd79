/// The entries of `Vocabulary.shared`, each list in a file of its own.
enum VocabularyEntries {
  static let all: [(word: String, sense: WordSense)] =
    NumberWords.entries + CalendarWords.entries + KeyWords.entries
}
