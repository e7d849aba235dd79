import Codebook

extension RuleBook {
  @inline(__always)
  private func has(_ list: FactList, _ stream: borrowing WordStream, _ word: Int) -> Bool {
    lexicon.vocabulary.forms.has(list, stream.form(at: word))
  }

  /// Tells whether negations and suppositions near a match let it count.
  ///
  /// - Parameters:
  ///   - negation: What a negation does to the rule's matches.
  ///   - hypothetical: What a supposition does to them.
  ///   - hit: The match.
  ///   - isGuarded: Whether the phrase names no negation itself.
  ///   - stream: The contact's words.
  /// - Returns: Whether it counts.
  func passes(
    _ negation: CodingRule.Guard,
    _ hypothetical: CodingRule.Guard,
    _ hit: Hit,
    _ isGuarded: Bool,
    _ stream: borrowing WordStream
  ) -> Bool {
    if negation != .ignored, isGuarded || negation == .required {
      if isNegated(hit.words, stream) != (negation == .required) { return false }
    }
    if hypothetical != .ignored {
      if isSupposed(hit.words, stream) != (hypothetical == .required) { return false }
    }
    return true
  }

  /// Tells whether a negation belongs to the matched words: inside them, at most three words before
  /// or two words after, in the same clause.
  private func isNegated(_ words: Range<Int>, _ stream: borrowing WordStream) -> Bool {
    let message = stream.words(of: stream.message(of: words.lowerBound))
    for word in words where has(.negation, stream, word) {
      if !isFiller(word, message, stream) { return true }
    }
    if !beginsClause(words, stream) {
      var at = words.lowerBound
      for _ in 0..<3 {
        guard at > message.lowerBound, stream.boundary(before: at) == .none else { break }
        at -= 1
        if has(.conjunction, stream, at) { break }
        if has(.negation, stream, at), !isFiller(at, message, stream) { return true }
      }
    }
    var at = words.upperBound
    for _ in 0..<2 {
      guard at < message.upperBound, stream.boundary(before: at) == .none else { break }
      if has(.conjunction, stream, at) { break }
      if has(.negation, stream, at), !isFiller(at, message, stream) { return true }
      at += 1
    }
    return false
  }

  /// Tells whether the matched words begin a clause: with a subject ("hij slaat"), or with a verb and
  /// its subject ("gaat hij slaan").
  private func beginsClause(_ words: Range<Int>, _ stream: borrowing WordStream) -> Bool {
    has(.subject, stream, words.lowerBound)
      || words.count > 2 && has(.subject, stream, words.lowerBound + 1)
  }

  /// "weet niet", "niet normaal", "niet alleen": a negation that negates nothing here.
  private func isFiller(
    _ word: Int,
    _ message: Range<Int>,
    _ stream: borrowing WordStream
  ) -> Bool {
    if word > message.lowerBound, has(.negationFillerBefore, stream, word - 1) {
      return true
    }
    return word + 1 < message.upperBound
      && has(.negationFillerAfter, stream, word + 1)
  }

  /// Tells whether a supposition stands before the matched words, in the same sentence.
  private func isSupposed(_ words: Range<Int>, _ stream: borrowing WordStream) -> Bool {
    let message = stream.words(of: stream.message(of: words.lowerBound))
    for word in words where has(.hypothetical, stream, word) { return true }
    var at = words.lowerBound
    for _ in 0..<8 {
      guard at > message.lowerBound, stream.boundary(before: at) != .sentence else { return false }
      at -= 1
      if has(.hypothetical, stream, at) { return true }
    }
    return false
  }
}
