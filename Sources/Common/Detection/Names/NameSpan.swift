/// A run of words that a name rule claims.
struct NameSpan {
  let words: Range<Int>
  let kind: EntityKind
  let score: Float
  /// The rule and its reason; never text of the contact.
  let detector: String
  let evidence: String

  /// Whether the rule is right so often that the model is not asked.
  var isSure: Bool {
    switch detector {
    case "name.lexicon": score >= 0.7 && evidence.hasPrefix("first name")
    case "name.memory": false
    case "organisation.school", "organisation.plain": true
    default: score > 0.8 && kind != .organization
    }
  }
}

/// The words that spans claim.
struct ClaimedWords {
  private var isClaimed: [Bool] = []

  init(_ spans: [NameSpan], count: Int) {
    if spans.isEmpty { return }
    isClaimed = [Bool](repeating: false, count: count)
    for span in spans { for word in span.words { isClaimed[word] = true } }
  }

  /// Whether a span claims the word.
  func contains(_ word: Int) -> Bool { !isClaimed.isEmpty && isClaimed[word] }
}
