/// A stretch of neighbouring numbers of one run that a recogniser tries as one number.
struct NumberWindow {
  /// The tokens in `NumberRuns.tokens`.
  let tokens: Range<Int>
  /// The figures, values 0 to 9.
  let figures: ArraySlice<UInt8>
  /// The bytes in `PreparedConversation.folded`.
  let range: Range<Int>
  /// Whether no number stands before or behind it in its run at a distance of one separator.
  let isWhole: Bool
}

extension PreparedConversation {
  /// Calls `body` with each window of a run whose figures number within `counts`.
  ///
  /// Windows hold neither spelt numbers nor a comma. From each token on the longest window comes
  /// first; when `body` returns true the search goes on behind it.
  func forEachWindow(
    _ run: NumberRun,
    counts: ClosedRange<Int>,
    _ body: (NumberWindow) -> Bool
  ) {
    guard numbers.figures(run.tokens).count >= counts.lowerBound else { return }
    var first = run.tokens.lowerBound
    while first < run.tokens.upperBound {
      var ends: [Int] = []
      var count = 0
      var end = first
      while end < run.tokens.upperBound, end == first || isTight(end) {
        let token = numbers.tokens[end]
        if token.isSpelt { break }
        count += token.digits.count
        end += 1
        if count > counts.upperBound { break }
        if count >= counts.lowerBound { ends.append(end) }
      }
      var next = first + 1
      for end in ends.reversed() {
        let window = NumberWindow(
          tokens: first..<end,
          figures: numbers.figures(first..<end),
          range: numbers.range(first..<end),
          isWhole: (first == run.tokens.lowerBound || !isTight(first))
            && (end == run.tokens.upperBound || !isTight(end))
        )
        if body(window) {
          next = end
          break
        }
      }
      first = next
    }
  }

  /// Says whether a token hangs on the one before by separators that stand inside numbers.
  func isTight(_ token: Int) -> Bool {
    !numbers.tokens[token].isSpoken
      && numbers.tokens[token].gap.isDisjoint(with: [.comma, .line])
  }
}
