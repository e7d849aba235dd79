/// Finds ages in figures and in words; only the number is the finding.
///
/// A number counts as an age by what stands around it: "16 jaar", "ik ben 16", "een meisje van 14",
/// "vanaf mijn twaalfde", "v16", "Imran, 22", "17-jarige", an answer to "hoe oud". Durations,
/// prices, times, counts, bounds of the law and school classes do not.
struct AgeRecogniser: Recogniser {
  let name = "age"
  /// Tells a name from an ordinary word.
  let lexicons: Lexicons

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var ages: [AgeCandidate] = []
    let named = NamedAge(lexicons: lexicons)
    for candidate in AgeCandidate.all(in: text) {
      if let evidence = AgeRule.evidence(for: candidate, text) {
        ages.append(candidate.with(evidence: evidence))
      } else if named.isAge(candidate, text) {
        ages.append(candidate.with(evidence: "brackets behind a name"))
      } else if let last = ages.last, AgeRule.continues(last, candidate, text) {
        ages.append(candidate.with(evidence: "beside another age"))
      } else if ages.contains(where: { AgeRule.repeats($0, candidate, text) }) {
        ages.append(candidate.with(evidence: "said again"))
      }
    }
    for age in ages {
      findings.append(
        text.finding(
          age.range,
          in: age.message,
          .age,
          score: 0.7,
          by: name,
          evidence: age.evidence
        )
      )
    }
  }
}
