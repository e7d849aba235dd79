/// Finds names of people, places, streets and organisations, and repeats of them in the contact.
struct NameRecogniser: Recogniser {
  let name = "name"
  let lexicons: LexiconTable

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    let scene = NameScene(text, lexicons, findings: findings)
    var spans: [NameSpan] = []
    AddressRule.find(in: scene, into: &spans)
    OrganisationRule.find(in: scene, into: &spans)
    PlaceRule.find(in: scene, into: &spans)
    PersonRule.find(in: scene, into: &spans)
    ContactMemory.find(in: scene, into: &spans)
    for span in spans {
      guard let first = span.words.first, let last = span.words.last else { continue }
      let start = Int(text.words[first].start)
      let end = Int(text.words[last].end)
      findings.append(
        text.finding(
          start..<end,
          in: Int(text.words[first].message),
          span.kind,
          score: span.score,
          by: span.detector,
          evidence: span.evidence
        )
      )
    }
  }
}
