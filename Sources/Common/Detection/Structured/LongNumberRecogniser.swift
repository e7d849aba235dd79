/// Finds long numbers that no other recogniser explains: six figures in one, or seven in groups.
///
/// A last resort: client numbers, foreign national numbers and mistyped telephone numbers are
/// numbers of somebody. Amounts, counts, years and public telephone numbers are not.
struct LongNumberRecogniser: Recogniser {
  let name = "number"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for run in text.numbers.runs {
      text.forEachWindow(run, counts: 6...40) { window in
        guard window.isWhole else { return false }
        let isSingle = window.tokens.count == 1
        let isPlausible =
          isSingle || (window.figures.count >= 7 && !isList(window, text))
        guard isPlausible, !text.isAmount(window.range),
          !PublicNumbers.contains(window.figures), !isThousands(window, text)
        else { return true }
        findings.append(
          text.finding(
            window.range,
            in: run.message,
            .idNumber,
            score: 0.3,
            by: name,
            evidence: "long number"
          )
        )
        return true
      }
    }
  }

  /// Years, or counts one after the other: "2019 2020", "1 2 3 4".
  private func isList(_ window: NumberWindow, _ text: PreparedConversation) -> Bool {
    let tokens = text.numbers.tokens[window.tokens]
    let years = tokens.allSatisfy { token in
      token.digits.count == 4
        && [[1, 9], [2, 0]].contains(Array(text.numbers.digits[token.digits].prefix(2)))
    }
    if years { return true }
    guard tokens.allSatisfy({ $0.digits.count == 1 }) else { return false }
    let figures = Array(window.figures)
    return zip(figures, figures.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// "1.250.000": groups of three behind full stops.
  private func isThousands(_ window: NumberWindow, _ text: PreparedConversation) -> Bool {
    guard window.tokens.count > 1 else { return false }
    for index in window.tokens.dropFirst() {
      let token = text.numbers.tokens[index]
      if token.gap != .stop || token.digits.count != 3 { return false }
    }
    return text.numbers.tokens[window.tokens.lowerBound].digits.count <= 3
      && window.figures.count <= 9 && window.figures.count % 3 != 0
  }
}
