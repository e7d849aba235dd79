/// Finds the pieces of a telephone number that one sender spreads over several messages.
///
/// The first piece ends its message and begins as a number does ("ok dan 06", "+31 6"); later
/// pieces are messages of nothing but figures or number words, at most six messages on, others
/// may speak between. Together they must have eight to fourteen figures.
struct ScatteredPhone {
  let name: String

  private static let reach = 6

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    // Few contacts have two runs that could belong together: look only at those.
    let runs = text.numbers.runs
    var index = 0
    while index < runs.count {
      defer { index += 1 }
      let run = runs[index]
      let tokens = endingTokens(run, text)
      guard !tokens.isEmpty else { continue }
      let lead = text.numbers.figures(tokens)
      guard lead.count < 9, isLead(lead, tokens, text) else { continue }
      var pieces = [(message: run.message, tokens: tokens)]
      var count = lead.count
      let speaker = text.messages[run.message].speaker
      var next = index + 1
      while next < runs.count, count < 10, runs[next].message - run.message <= Self.reach {
        let piece = runs[next]
        next += 1
        guard piece.message != run.message, text.messages[piece.message].speaker == speaker
        else { continue }
        guard isNothingElse(piece, text) else { break }
        pieces.append((piece.message, piece.tokens))
        count += text.numbers.figures(piece.tokens).count
      }
      guard pieces.count > 1, (8...14).contains(count) else { continue }
      for piece in pieces {
        var range = text.numbers.range(piece.tokens)
        if text.folded[range.lowerBound - 1] == UInt8(ascii: "+") {
          range = range.lowerBound - 1..<range.upperBound
        }
        findings.append(
          text.finding(
            range,
            in: piece.message,
            .phoneNumber,
            score: 0.8,
            by: name,
            evidence: "piece of a number over several messages"
          )
        )
      }
    }
  }

  /// The tokens of a run that end its message, from the one on that can begin a number.
  private func endingTokens(_ run: NumberRun, _ text: PreparedConversation) -> Range<Int> {
    let last = text.numbers.tokens[run.tokens.upperBound - 1]
    guard text.words[last.word].message == UInt32(run.message),
      last.word + 1 == text.messages[run.message].words.upperBound
    else { return 0..<0 }
    let first = run.tokens.first { text.numbers.digits[text.numbers.tokens[$0].digits].first == 0 }
    return (first ?? run.tokens.lowerBound)..<run.tokens.upperBound
  }

  private func isLead(
    _ figures: ArraySlice<UInt8>,
    _ tokens: Range<Int>,
    _ text: PreparedConversation
  ) -> Bool {
    if figures.first == 0, figures.count >= 2 { return true }
    let start = text.numbers.tokens[tokens.lowerBound].range.lowerBound
    return text.folded[start - 1] == UInt8(ascii: "+")
      || (figures.starts(with: [0, 6]) || figures.starts(with: [3, 1, 6]))
  }

  /// Says whether a message has no word but those of the run, give or take one.
  private func isNothingElse(_ run: NumberRun, _ text: PreparedConversation) -> Bool {
    text.messages[run.message].words.count <= run.tokens.count + 1
  }
}
