import Codebook
import Testing

@testable import Classification

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
}
