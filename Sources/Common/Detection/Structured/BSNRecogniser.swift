/// Finds Dutch citizen service numbers: nine figures in any grouping that pass the 11-test.
///
/// With a keyword near ("bsn", "sofinummer") a number that fails the test counts too, a typing
/// error identifies nearly as well, and so do eight figures. Example: `111 222 333` passes.
struct BSNRecogniser: Recogniser {
  let name = "bsn"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for run in text.numbers.runs {
      text.forEachWindow(run, counts: 8...9) { window in
        let first = text.numbers.tokens[window.tokens.lowerBound].word
        let isNamed =
          text.classes(before: first, within: 6).contains(.bsn)
          || text.classes(askedBefore: run.message).contains(.bsn)
        let passes = CheckDigits.isBSN(window.figures)
        guard !PublicNumbers.contains(window.figures) else { return true }
        guard isNamed ? passes || window.isWhole : passes && window.isWhole else { return false }
        if !isNamed {
          guard window.figures.count == 9, !text.isAmount(window.range) else { return false }
        }
        findings.append(
          text.finding(
            window.range,
            in: run.message,
            .nlBSN,
            score: passes ? isNamed ? 1 : 0.9 : 0.8,
            by: name,
            evidence: passes ? "11-test" : "keyword"
          )
        )
        return true
      }
    }
  }
}
