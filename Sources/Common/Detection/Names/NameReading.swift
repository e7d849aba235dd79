/// What rules make of a conversation before the model reads it.
struct NameReading {
  /// The rules' spans.
  let spans: [NameSpan]
  /// What the model sees.
  let view: NameView

  init(_ scene: NameScene) {
    var spans: [NameSpan] = []
    CoordinateRule.find(in: scene, into: &spans)
    AddressRule.find(in: scene, into: &spans)
    HouseNumberRule.find(in: scene, into: &spans)
    OrganisationRule.find(in: scene, into: &spans)
    SchoolRule.find(in: scene, into: &spans)
    PlaceRule.find(in: scene, into: &spans)
    PersonRule.find(in: scene, into: &spans)
    ContactMemory(scene, spans).find(in: scene, into: &spans)
    var rules = [UInt8](repeating: 0, count: scene.count)
    for span in spans {
      guard let begin = NameLabel.begin(span.kind) else { continue }
      for word in span.words where rules[word] == 0 {
        rules[word] = UInt8(word == span.words.lowerBound ? begin : begin + 1)
      }
    }
    self.spans = spans
    view = NameView(scene, rules: rules)
  }
}
