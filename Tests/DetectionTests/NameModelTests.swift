import Testing

@testable import Detection

@Suite struct NameModelTests {
  private static func model() throws -> NameModel {
    let path = LexiconFolder.path + "/" + Lexicons.modelName
    return try NameModel(MappedFile(path: path), path: path)
  }

  @Test func `the sum of weights agrees with its plain form`() throws {
    let model = try Self.model()
    var state: UInt64 = 11
    for _ in 0..<60 {
      var features = NameRows(repeating: 0)
      for place in features.indices {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        features[place] = UInt32(truncatingIfNeeded: state >> 33) % UInt32(NameFeatures.rowCount)
      }
      let fast = model.emission(features)
      #expect((0..<16).map { Int(fast[$0]) } == model.reference(features))
    }
  }

  @Test func `a label inside a name follows only its own kind`() {
    for label in 0..<NameLabel.count {
      for previous in 0..<NameLabel.count {
        let kind = NameLabel.kind(label)
        let expected = !NameLabel.isInside(label) || NameLabel.kind(previous) == kind
        #expect(NameLabel.mayFollow(label, after: previous) == expected)
      }
    }
  }

  @Test func `training on the same examples gives the same bytes, and the model learns them`()
    throws
  {
    let lexicons = try Lexicons.lists(directory: LexiconFolder.path)
    let conversation = Conversation(["dat was zorbi gister", "ik zag zorbi"])
    let gold = [
      (message: 0, range: 8..<13, kind: EntityKind.person),
      (message: 1, range: 27..<32, kind: EntityKind.person),
    ]
    func bytes() throws -> [UInt8] {
      let example = try #require(
        NameTrainer.Example(conversation, gold: gold, lexicons: lexicons, weight: 1)
      )
      let trainer = NameTrainer()
      var wrong = 1
      for _ in 0..<20 where wrong > 0 { wrong = trainer.train(example) }
      #expect(wrong == 0)
      return NameTrainer.compiled([trainer])
    }
    #expect(try bytes() == bytes())
  }
}
