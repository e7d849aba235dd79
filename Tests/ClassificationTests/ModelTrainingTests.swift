import Testing

@testable import Classification

/// What a model learns, from whom, and when it may speak.
struct ModelTrainingTests {
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
}
