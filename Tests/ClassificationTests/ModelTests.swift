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

  /// An example whose visitor says `word`; two of four are coded as trafficking.
  static func example(_ number: Int, _ word: String, person: Int) throws -> CodedExample {
    try coder().example(
      of: Invented.contact("het is zo \(word) allemaal hier bij ons"),
      coded: try gold("\"topic_trafficking\":\"\(holds(number) ? "yes" : "no")\""),
      person: person
    )
  }

  static func holds(_ number: Int) -> Bool { number % 4 < 2 }

  static func examples(wrong: Int = 0) throws -> [CodedExample] {
    try (0..<80).map { number in
      let isTold = number < wrong ? !holds(number) : holds(number)
      return try example(number, isTold ? "zorbel" : "wimpel", person: number)
    }
  }

  static func settings(_ precision: Double = 0.8, least: Int = 10) -> ModelTraining.Settings {
    ModelTraining.Settings(precision: precision, leastPersons: least, folds: 5)
  }

  static func training(_ examples: [CodedExample], least: Int) throws -> ModelTraining {
    ModelTraining(
      examples,
      codebook: try coder().codebook,
      fingerprint: "f1",
      settings: settings(least: least)
    )
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

  @Test func `words that few visitors share are no features, however often one says them`() throws {
    #expect(try Tongue.model(Tongue.settings(least: 41)).features.contains("v zorbel") == false)
    #expect(try Tongue.model(Tongue.settings(least: 40)).features.contains("v zorbel"))
    // Forty contacts of nine visitors, then one more of a tenth.
    let few = try (0..<80).map { number in
      try Tongue.example(number, number < 40 ? "knurft" : "wimpel", person: number % 9)
    }
    #expect(try Tongue.training(few, least: 10).features.contains("v knurf") == false)
    let tenth = try Tongue.example(1, "knurft", person: 9)
    #expect(try Tongue.training(few + [tenth], least: 10).features.contains("v knurf"))
  }

  @Test func `features tell of a replaced detail its kind and band alone`() throws {
    let contact = Invented.contact(
      ">Hoi\nik ben {PERSON}, {age 15}, uit {region NL-UT}, al {ago 400} bij {PERSON}, bel 0612345678"
    )
    let names = CodingFeatures.names(Reading(contact, try Tongue.coder().book))
    for name in ["v <PERSON>", "v <AGE minor>", "v <LOCATION region>", "v <DATE years>"] {
      #expect(names.contains(name))
    }
    let all = names.filter { !$0.hasPrefix("r ") }.joined(separator: "\n").lowercased()
    #expect(!all.contains("0123abcd") && !all.contains("nl-ut"))
    // No digit of the text or of a detail: neither an age, nor a number, nor a pseudonym.
    #expect(all.filter(\.isNumber).isEmpty)
  }

  @Test func `all contacts of a visitor are in one fold`() {
    #expect(ModelTraining.folds([7, 3, 7, 9, 3, 4], 2) == [0, 1, 0, 0, 1, 1])
    #expect(ModelTraining.folds([0, 1, 2, 3, 4, 5], 5) == [0, 1, 2, 3, 4, 0])
  }

  /// Each of forty visitors has a word of their own and two contacts that are coded alike: nothing
  /// tells the code of a visitor who was not seen, and their word tells the code of one who was.
  @Test func `knowing a visitor again is not taken for knowing the code`() throws {
    let letters = Array("bcdfghjklm")
    let examples = try (0..<80).map { number in
      let person = number / 2
      let word = "zo\(letters[person / 10])o\(letters[person % 10])"
      return try Tongue.example(person, word, person: person)
    }
    #expect(try Tongue.training(examples, least: 1).model.codes == 0)
    let apart = try (0..<80).map { number in
      let person = number / 2
      let word = "zo\(letters[person / 10])o\(letters[person % 10])"
      return try Tongue.example(person, word, person: number)
    }
    #expect(try Tongue.training(apart, least: 1).model.codes == 1)
    let validation = ModelValidation(
      examples,
      coder: try Tongue.coder(),
      fingerprint: "f1",
      settings: Tongue.settings(least: 1)
    )
    #expect(validation.both["topic_trafficking"]?.accuracy == 0.5)
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

  /// Orders that a dictionary gives differ from one process to the next only.
  @Test func `features and weights stand in order`() throws {
    let model = try Tongue.model(wrong: 4)
    #expect(model.features == model.features.sorted())
    let text = String(decoding: model.bytes, as: UTF8.self)
    let list = try #require(text.split(separator: #""weights":["#).last?.prefix { $0 != "]" })
    let numbers = try list.split(separator: ",").enumerated().filter { $0.offset.isMultiple(of: 2) }
      .map { try #require(Int($0.element)) }
    #expect(numbers.count > 10 && numbers == numbers.sorted())
  }

  @Test func `a model of another codebook, or no model, is refused`() throws {
    let bytes = try Tongue.model().bytes
    #expect(throws: CodingModel.FileError.otherCodebook(trained: "f1")) {
      try CodingModel(bytes, codebook: "f2")
    }
    let whole = String(decoding: bytes, as: UTF8.self)
    let broken = [
      (#""threshold":0."#, #""threshold":7."#), (#""threshold":0."#, #""threshold":-0."#),
      (#""weights":[0,"#, #""weights":[1e300,"#), (#""weights":[0,"#, #""weights":[0.5,"#),
      (#""weights":[0,"#, #""weights":[999,"#), (#""weights":[0,"#, #""weights":["0","#),
      (#""weights":["#, #""weights":[0,"#), (#""features":["#, #""features":[7,"#),
    ].map { whole.replacing($0.0, with: $0.1) }
    #expect(!broken.contains(whole))
    for text in ["", "{}", "luwte", #"{"format":"luwte-coding-model/2"}"#] + broken {
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

  /// Worked by hand: "zorbel" is right in 50 of 60 contacts, of which the lower end is 0.72; but in the
  /// 20 that no form decides it is right in 10, lower end 0.30.
  @Test func `precision counts where rules and registration are silent`() throws {
    let coder = try Tongue.coder()
    let examples = try (0..<80).map { number in
      let holds = number < 50
      let word = number < 60 ? "zorbel" : "wimpel"
      return coder.example(
        of: Invented.contact(
          "het is zo \(word) allemaal hier bij ons",
          registration: number < 40 ? ["topic_trafficking": ["yes"]] : [:]
        ),
        coded: try Tongue.gold("\"topic_trafficking\":\"\(holds ? "yes" : "no")\""),
        person: number
      )
    }
    let training = ModelTraining(
      examples,
      codebook: coder.codebook,
      fingerprint: "f1",
      settings: Tongue.settings(0.6)
    )
    #expect(training.classifiers.map(\.code) == ["yes"])
    #expect(training.model.codes == 0)
  }

  /// Every fifth visitor, who together are one fold, tells the contrary.
  ///
  /// The model of the others has seen none of it: it claims the code of the eight who say "zorbel", and
  /// is wrong each time. The models that saw a quarter of wrong ones may claim nothing.
  @Test func `a fold's thresholds and weights come of the others`() throws {
    let examples = try (0..<80).map { number in
      let isTold = number % 5 == 4 ? !Tongue.holds(number) : Tongue.holds(number)
      return try Tongue.example(number, isTold ? "zorbel" : "wimpel", person: number)
    }
    let validation = ModelValidation(
      examples,
      coder: try Tongue.coder(),
      fingerprint: "f1",
      settings: Tongue.settings()
    )
    let code = try #require(validation.codes.first)
    #expect((code.claims, code.right) == (8, 0))
    // Rules give "no" to all, rightly to forty; eight of these are claimed to be "yes".
    #expect(validation.rules["topic_trafficking"]?.accuracy == 0.5)
    #expect(validation.both["topic_trafficking"]?.accuracy == 0.4)
  }

  @Test func `it is not asked for what the codes given so far do not ask`() throws {
    let sure = ["sexual", "criminal"].map { code in
      CodingModel.Classifier(
        variable: "exploit_form",
        code: code,
        threshold: 0.9,
        bias: code == "sexual" ? 5 : 2,
        curve: ProbabilityCurve(slope: 1, offset: 0),
        weights: [:]
      )
    }
    let model = CodingModel(
      codebook: "f1",
      contacts: 80,
      precision: 0.8,
      features: [],
      classifiers: sure
    )
    let coder = try Tongue.coder().with(model: model)
    let other = coder.code(Invented.contact("mijn opa is overleden en ik ben verdrietig"))
    #expect(other.codes(of: "topic_trafficking") == ["no"])
    #expect(other.codes(of: "exploit_form") == ["unknown"])
    let registered = coder.code(
      Invented.contact("ik wil praten", registration: ["topic_trafficking": ["yes"]])
    )
    // 1 / (1 + exp(-5)) = 0.993 reaches 0.9, 1 / (1 + exp(-2)) = 0.881 does not.
    #expect(registered.codes(of: "exploit_form") == ["sexual"])
    let evidence = registered.assignments.first { $0.variable == "exploit_form" }?.evidence
    #expect(evidence?.map(\.rule) == ["linear 0.99"])
  }

  @Test func `of a variable with one answer it claims the surest`() throws {
    let variable = try #require(try Tongue.coder().codebook.variable("topic_trafficking"))
    func claims(_ biases: [(String, Double)]) -> [String] {
      CodingModel(
        codebook: "f1",
        contacts: 80,
        precision: 0.8,
        features: [],
        classifiers: biases.map { code, bias in
          CodingModel.Classifier(
            variable: variable.id,
            code: code,
            threshold: 0.5,
            bias: bias,
            curve: ProbabilityCurve(slope: 1, offset: 0),
            weights: [:]
          )
        }
      ).claims(variable, []).map(\.code)
    }
    #expect(claims([("yes", 1), ("possible", 2)]) == ["possible"])
    #expect(claims([("yes", 2), ("possible", 1)]) == ["yes"])
    // At the threshold it speaks: a score of 0 is a probability of a half.
    #expect(claims([("yes", 0)]) == ["yes"])
    #expect(claims([("yes", -0.001)]) == [])
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
