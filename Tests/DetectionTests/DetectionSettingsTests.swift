import Testing

@testable import Detection

struct DetectionSettingsTests {
  private func detector(_ settings: DetectionSettings) throws -> Detector {
    try Detector(lexicons: .empty, settings: settings)
  }

  @Test(arguments: [
    Marked("mijn pas is [[ID_NUMBER|pas-abc]]"), Marked("pas-abcd"),
    Marked("é [[ID_NUMBER|PAS-DDD]]."),
  ])
  func `an own recogniser finds its pattern in the original text`(row: Marked) throws {
    let own = DetectionSettings.OwnRecogniser(
      name: "pas",
      kind: .idNumber,
      pattern: #"\bpas-[a-d]{3}\b"#
    )
    #expect(row.found(by: try detector(DetectionSettings(ownRecognisers: [own]))) == row.expected)
  }

  @Test func `the group of an own pattern is what is found`() throws {
    let own = DetectionSettings.OwnRecogniser(
      name: "kamer",
      kind: .address,
      pattern: "kamer ([0-9]+)"
    )
    let row = Marked("in kamer [[ADDRESS|12]] en kamer [[ADDRESS|9]]")
    #expect(row.found(by: try detector(DetectionSettings(ownRecognisers: [own]))) == row.expected)
  }

  @Test func `a bad own pattern is refused with its position`() {
    let own = DetectionSettings.OwnRecogniser(name: "fout", kind: .idNumber, pattern: "ab[z-a]")
    #expect(
      throws: DetectionError.invalidPattern(
        recogniser: "fout",
        offset: 3,
        reason: "invalid character class range: z-a"
      )
    ) { try detector(DetectionSettings(ownRecognisers: [own])) }
    let everywhere = DetectionSettings.OwnRecogniser(name: "al", kind: .idNumber, pattern: "x*")
    #expect(throws: DetectionError.emptyMatch(recogniser: "al")) {
      try detector(DetectionSettings(ownRecognisers: [everywhere]))
    }
  }

  @Test func `a denied value is found without regard to case, accents and spacing`() throws {
    let settings = DetectionSettings(
      denied: [DetectionSettings.DeniedValue(text: "De Zilvervos", kind: .organization)]
    )
    let row = Marked("bij [[ORGANIZATION|de  zílvervos]], niet bij de zilvervossen")
    #expect(row.found(by: try detector(settings)) == row.expected)
    #expect(throws: DetectionError.emptyDeniedValue(index: 0)) {
      try detector(
        DetectionSettings(denied: [DetectionSettings.DeniedValue(text: " - ", kind: .person)])
      )
    }
  }
}
