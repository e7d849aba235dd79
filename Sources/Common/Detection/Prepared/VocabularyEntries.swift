/// The entries of `Vocabulary.shared`.
enum VocabularyEntries {
  static let all: [(word: String, sense: WordSense)] = []
}
