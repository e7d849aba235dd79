/// Finds an age in brackets behind a name that the lexicon tells: "joel (21)", "ruvano (19, insta …".
///
/// Chat writes names in lower case, so that capitals do not tell that the bracket is about a person.
struct NamedAge {
  let lexicons: Lexicons

  /// Says whether a candidate opens a bracket behind a name.
  func isAge(_ age: AgeCandidate, _ text: PreparedConversation) -> Bool {
    let first = age.words.lowerBound
    guard age.form == .figures, (3...99).contains(age.value),
      text.folded[age.range.lowerBound - 1] == UInt8(ascii: "("),
      let name = text.word(before: first), isPerson(name, text)
    else { return false }
    // "(19)", "(19, insta", "(19 uit Ede": no unit behind.
    let behind = text.folded[age.range.upperBound]
    if behind == UInt8(ascii: ")") || behind == UInt8(ascii: ",") { return true }
    return text.gap(after: age.words.upperBound) == .space
      && text.classes(text.word(after: age.words.upperBound))
        .isDisjoint(with: [.unit, .period, .month, .number])
  }

  private func isPerson(_ word: Int, _ text: PreparedConversation) -> Bool {
    let known = text.words[word]
    guard known.shape.contains(.hasLetter), !known.shape.contains(.hasDigit), known.count >= 2
    else {
      return false
    }
    if !text.sense(word).classes.isDisjoint(with: [.human, .pronoun]) { return true }
    let entry = lexicons.entry(Array(text.folded[known.range]))
    if entry.isIn([.firstName, .surname]) { return !entry.isIn(.common) }
    return !entry.isIn([.dutch, .english, .slang, .kept, .place, .organisationHead, .street])
      && text.sense(word).classes.isEmpty
  }
}
