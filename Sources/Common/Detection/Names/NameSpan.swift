/// A run of words that a name rule claims.
struct NameSpan {
  let words: Range<Int>
  let kind: EntityKind
  let score: Float
  /// The rule and its reason; never text of the contact.
  let detector: String
  let evidence: String
}

/// The words that spans claim.
struct ClaimedWords {
  private let words: Set<Int>

  init(_ spans: [NameSpan]) { words = Set(spans.flatMap(\.words)) }

  /// Whether a span claims the word.
  func contains(_ word: Int) -> Bool { !words.isEmpty && words.contains(word) }
}
