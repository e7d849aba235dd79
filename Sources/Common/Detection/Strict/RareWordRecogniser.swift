/// Strict policy with `rare = true`: finds words that fewer persons used than the vocabulary asks.
///
/// A word of one's own gives its writer away, be it in every dictionary.
struct RareWordRecogniser: Recogniser {
  let name = "rare"
  let vocabulary: FrozenVocabulary

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for (index, word) in text.words.enumerated() where word.shape.contains(.hasLetter) {
      let hash = WordHash.hash(of: word.range, in: text.folded)
      if vocabulary.contains(hash) { continue }
      findings.append(
        text.finding(
          word.range,
          in: Int(text.words[index].message),
          .unknown,
          score: 0.4,
          by: name,
          evidence: "used by few persons"
        )
      )
    }
  }
}
