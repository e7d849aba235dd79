import Codebook
import Evaluation
import Foundation
import JSON
import Testing

@testable import Classification

/// Eighty invented contacts in a tongue that no rule knows: "zorbel" stands where people coded
/// trafficking, "wimpel" where they did not.
private enum Tongue {
  static func coder() throws -> Coder { try FactTests.coder.get() }

  static func gold(_ codes: String) throws -> GoldContact {
    let line = Array("{\"contact_id\":\"c\",\"codes\":{\(codes)}}".utf8)
    return try JSONParser().parse(line, in: line.indices) { try GoldContact($0, line: 1) }
  }

  static func examples(wrong: Int = 0) throws -> [CodedExample] {
    let coder = try coder()
    return try (0..<80).map { number in
      let holds = number % 4 < 2
      let isTold = number < wrong ? !holds : holds
      let contact = Invented.contact(
        "het is zo \(isTold ? "zorbel" : "wimpel") allemaal hier bij ons"
      )
      return coder.example(
        of: contact,
        coded: try gold("\"topic_trafficking\":\"\(holds ? "yes" : "no")\"")
      )
    }
  }

  static func settings(_ precision: Double = 0.8, least: Int = 10) -> ModelTraining.Settings {
    ModelTraining.Settings(precision: precision, leastContacts: least, folds: 5)
  }

  static func model(wrong: Int = 0, _ settings: ModelTraining.Settings = settings()) throws
    -> CodingModel
  {
    let codebook = try coder().codebook
    return ModelTraining(
      try examples(wrong: wrong),
      codebook: codebook,
      fingerprint: "f1",
      settings: settings
    ).model
  }
}

struct ModelTests {
  @Test func `a model claims where rules are silent, and its evidence says how sure it is`() throws
  {
    let coder = try Tongue.coder().with(model: Tongue.model())
    let coded = coder.code(Invented.contact("het is zo zorbel allemaal hier bij ons"))
    #expect(coded.codes(of: "topic_trafficking") == ["yes"])
    let evidence = coded.assignments.first { $0.variable == "topic_trafficking" }?.evidence.first
    #expect(evidence?.source == .model)
    #expect(evidence?.message == nil)
    #expect(evidence?.rule.wholeMatch(of: /linear 0\.[0-9]{2}/) != nil)
  }

  @Test func `it abstains where nothing speaks for a code`() throws {
    let coder = try Tongue.coder().with(model: Tongue.model())
    for text in [
      "het is zo wimpel allemaal hier bij ons", "het gaat over iets heel anders dan dat",
    ] {
      #expect(coder.code(Invented.contact(text)).codes(of: "topic_trafficking") == ["no"])
    }
  }

  @Test func `rules and the registration beat it`() throws {
    let coder = try Tongue.coder().with(model: Tongue.model())
    let registered = coder.code(
      Invented.contact(
        "het is zo zorbel allemaal hier bij ons",
        registration: ["topic_trafficking": ["no"]]
      )
    )
    #expect(registered.codes(of: "topic_trafficking") == ["no"])
    let ruled = coder.code(Invented.contact("ik moet van hem elke week jatten, zorbel"))
    let evidence = ruled.assignments.first { $0.variable == "topic_trafficking" }?.evidence.first
    #expect(evidence?.source == .rule)
  }

  @Test func `a code is in it only where its claims keep the precision`() throws {
    #expect(try Tongue.model().codes == 1)
    // A fifth of the contacts coded wrong: of its claims about four in five are right.
    #expect(try Tongue.model(wrong: 16).codes == 0)
    #expect(try Tongue.model(wrong: 16, Tongue.settings(0.6)).codes == 1)
  }

  @Test func `words that few contacts share are no features`() throws {
    #expect(try Tongue.model(Tongue.settings(least: 41)).features.contains("v zorbel") == false)
    #expect(try Tongue.model(Tongue.settings(least: 40)).features.contains("v zorbel"))
  }

  @Test func `a model is the same bytes each time, and reads back`() throws {
    let model = try Tongue.model(wrong: 4)
    #expect(try Tongue.model(wrong: 4).bytes == model.bytes)
    let read = try CodingModel(model.bytes, codebook: "f1")
    #expect(read.bytes == model.bytes)
    let coder = try Tongue.coder().with(model: read)
    let coded = coder.code(Invented.contact("het is zo zorbel allemaal hier bij ons"))
    #expect(coded.codes(of: "topic_trafficking") == ["yes"])
  }

  @Test func `a model of another codebook, or no model, is refused`() throws {
    let bytes = try Tongue.model().bytes
    #expect(throws: CodingModel.FileError.otherCodebook(trained: "f1")) {
      try CodingModel(bytes, codebook: "f2")
    }
    for text in ["", "{}", "luwte", #"{"format":"luwte-coding-model/2"}"#] {
      #expect(throws: CodingModel.FileError.notAModel) {
        try CodingModel(Array(text.utf8), codebook: "f1")
      }
    }
  }

  @Test func `validation judges each contact by a model that has not seen it`() throws {
    let validation = ModelValidation(
      try Tongue.examples(),
      coder: try Tongue.coder(),
      fingerprint: "f1",
      settings: Tongue.settings()
    )
    #expect(validation.rules["topic_trafficking"]?.accuracy == 0.5)
    #expect(validation.both["topic_trafficking"]?.accuracy == 1)
    let code = try #require(validation.codes.first)
    #expect(code.contacts == 80)
    #expect(code.gold == 40)
    #expect(code.claims == 40)
    #expect(code.right == 40)
    #expect(code.brierOfShare == 0.25)
    #expect(code.brier < 0.05)
  }

  /// One feature that tells, by hand: with equal counts on both sides the score of no feature is 0.
  @Test func `the learner finds the feature that tells`() {
    let rows = [[0, 2], [0, 3], [1, 2], [1, 3]]
    let learned = LogisticRegression(rows, [true, true, false, false], features: 4)
    #expect(learned.weights[0] > 0.5)
    #expect(abs(learned.weights[0] + learned.weights[1]) < 1e-3)
    #expect(abs(learned.weights[2]) < 1e-3)
    #expect(abs(learned.score([])) < 1e-3)
  }

  /// The dual's optimum: each weight is the sum of the residuals, cost times 1 - probability.
  @Test func `the learner's weights meet the conditions of the optimum`() {
    let rows = [[0], [0, 1], [1], [1, 2], [2], [0, 2]]
    let labels = [true, true, false, false, true, false]
    let learned = LogisticRegression(rows, labels, features: 3)
    for feature in 0..<3 {
      let gradient = zip(rows, labels).reduce(0.0) { sum, example in
        guard example.0.contains(feature) else { return sum }
        let sign = example.1 ? 1.0 : -1.0
        let probability = 1 / (1 + exp(sign * learned.score(example.0)))
        return sum + 4 * sign * probability / Double(example.0.count).squareRoot()
      }
      #expect(abs(learned.weights[feature] - gradient) < 1e-3)
    }
  }

  @Test(
    arguments: [
      ("betalen", "betal"), ("betaalde", "betaal"), ("geld", "gel"), ("Pakken", "pak"),
      ("zo'n", "zon"), ("één", "een"), ("!!", nil),
    ] as [(String, String?)]
  )
  func `a stem drops the commonest endings`(word: String, stem: String?) {
    #expect(CodingFeatures.stem(of: word) == stem)
  }
}
