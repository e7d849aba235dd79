import Detection
import JSON
import Testing

@testable import Evaluation

struct EvaluationTests {
  /// Wilson's bounds as R 4.2 `prop.test(x, n, correct = FALSE)` gives them.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662), (1, 2, 0.0945, 0.9055),
  ])
  func `a share has Wilson's interval`(count: Int, base: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval(count, of: base)
    #expect(abs(interval.lower - lower) < 0.0001)
    #expect(abs(interval.upper - upper) < 0.0001)
  }

  @Test func `a share of nothing says nothing`() {
    let interval = WilsonInterval(0, of: 0)
    #expect((interval.share, interval.lower, interval.upper) == (0, 0, 1))
  }

  @Test func `a name that is covered in part is a leak; another kind covers but is not typed`()
    throws
  {
    // "ik ben Zoë Bakker uit Ede": 3 details, of which the name is half found.
    let conversation = Conversation(["ik ben Zoë Bakker uit Ede", "14 jaar"])
    let marks = """
      {"message":0,"start":7,"end":17,"type":"PERSON"},\
      {"message":0,"start":22,"end":25,"type":"LOCATION"},\
      {"message":1,"start":0,"end":2,"type":"AGE"}
      """
    let line = "{\"contact_id\":\"c\",\"entities\":[" + marks + "]}"
    let standard = try GoldStandard(Array(line.utf8))
    let gold = try #require(standard["c"])
    func found(_ text: String, _ kind: EntityKind, message: Int) throws -> Finding {
      let whole = String(decoding: conversation.text, as: UTF8.self)
      let range = try #require(whole.firstRange(of: text))
      let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
      return Finding(
        message: message,
        range: start..<(start + text.utf8.count),
        kind: kind,
        score: 1,
        detector: "test"
      )
    }
    var score = DetectionScore()
    try score.add(
      conversation,
      [
        try found("Bakker", .person, message: 0), try found("Ede", .person, message: 0),
        try found("14 jaar", .age, message: 1),
      ],
      gold,
      of: standard
    )
    #expect(
      score.kinds[.person]
        == .init(
          gold: 1,
          covered: 0,
          typed: 0,
          characters: 9,
          leaked: 3,
          findings: 2,
          right: 1
        )
    )
    #expect(
      score.kinds[.location]
        == .init(gold: 1, covered: 1, typed: 0, characters: 3, leaked: 0, findings: 0, right: 0)
    )
    #expect(score.kinds[.age]?.typed == 1)
    #expect(score.all.covered == 2)
    #expect((score.contacts, score.clean) == (1, 0))
    #expect(score.misses.map(\.entity.range) == [7..<17])
    // Other words: ik, ben, uit, jaar; "jaar" is touched without need.
    #expect((score.otherWords, score.overWords) == (4, 1))
  }

  @Test func `a contact that nobody marked is not measured, one without details is`() throws {
    let standard = try GoldStandard(
      Array("{\"contact_id\":\"a\",\"codes\":{}}\n\n{\"contact_id\":\"b\",\"entities\":[]}\n".utf8)
    )
    #expect(standard.count == 2)
    var score = DetectionScore()
    for id in ["a", "b"] {
      let gold = try #require(standard[id])
      try score.add(Conversation(["hoi"]), [], gold, of: standard)
    }
    #expect((score.contacts, score.clean, score.otherWords) == (1, 1, 1))
  }

  @Test func `a mark past the end of its message is refused`() throws {
    let standard = try GoldStandard(
      Array(#"{"contact_id":"c","entities":[{"message":0,"start":2,"end":4,"type":"AGE"}]}"#.utf8)
    )
    let gold = try #require(standard["c"])
    var score = DetectionScore()
    #expect(throws: EvaluationError.outOfText(contact: 1)) {
      try score.add(Conversation(["hoi"]), [], gold, of: standard)
    }
  }

  @Test(arguments: [
    ("{", EvaluationError.notJSON(line: 1)),
    ("{\"codes\":{}}", .gold(line: 1, field: "contact_id")),
    ("\n{\"contact_id\":\"c\",\"entities\":{}}", .gold(line: 2, field: "entities")),
    (
      #"{"contact_id":"c","entities":[{"message":0,"start":2,"end":2,"type":"AGE"}]}"#,
      .gold(line: 1, field: "entities")
    ),
    (
      #"{"contact_id":"c","entities":[{"message":0,"start":0,"end":2,"type":"NAME"}]}"#,
      .gold(line: 1, field: "entities")
    ),
    ("{\"contact_id\":\"c\"}\n{\"contact_id\":\"c\"}", .repeated(line: 2)),
  ])
  func `a gold file of another shape is refused with its line`(text: String, error: EvaluationError)
  {
    #expect(throws: error) { try GoldStandard(Array(text.utf8)) }
  }

  /// Worked by hand: four contacts, gold a a b b, given a b b (nothing).
  ///
  /// Accuracy 2/4. F1(a) = 2*1/(2+1) = 2/3, F1(b) = 2*1/(2+2) = 1/2, mean 7/12. Chance agreement
  /// = (2*1 + 2*2)/16 = 3/8, kappa = (1/2 - 3/8)/(5/8) = 1/5.
  @Test func `agreement on one variable is what a hand works out`() throws {
    let agreement = try #require(
      try score(gold: [["a"], ["a"], ["b"], ["b"]], given: [["a"], ["b"], ["b"], []])["v"]
    )
    #expect(agreement.count == 4)
    #expect(abs(agreement.accuracy - 0.5) < 1e-9)
    #expect(abs(agreement.macroF1 - 7.0 / 12) < 1e-9)
    #expect(abs(agreement.kappa - 0.2) < 1e-9)
  }

  @Test func `sets are compared as sets, and claiming what is not told is an error`() throws {
    let perfect = try #require(try score(gold: [["a", "b"], []], given: [["b", "a"], []])["v"])
    #expect((perfect.accuracy, perfect.macroF1, perfect.kappa) == (1, 1, 1))
    let claimed = try #require(try score(gold: [[]], given: [["a"]])["v"])
    #expect((claimed.accuracy, claimed.macroF1) == (0, 0))
    #expect(CodingScore().mean == nil)
  }

  /// Worked by hand on the four contacts above: a is given once of two, b twice of two and both.
  @Test func `a code's agreement counts who gave it, and rare codes are left out`() throws {
    let score = try score(gold: [["a"], ["a"], ["b"], ["b"]], given: [["a"], ["b"], ["b"], []])
    let codes = score.codes(atLeast: 2)
    #expect(codes.map(\.code) == ["a", "b"])
    #expect(codes.map { [$0.gold, $0.given, $0.both] } == [[2, 1, 1], [2, 2, 1]])
    // a: 3 of 4 alike, by chance (2*1 + 2*3)/16 = 1/2. b: 2 of 4, by chance (2*2 + 2*2)/16 = 1/2.
    #expect(codes.map(\.kappa) == [0.5, 0])
    #expect(codes.map(\.precision) == [1, 0.5] && codes.map(\.recall) == [0.5, 0.5])
    #expect(score.codes(atLeast: 3).isEmpty)
  }

  @Test func `an interval holds the mean, is the same each time, and a point where all agree`()
    throws
  {
    let mixed = try score(gold: [["a"], ["a"], ["b"], ["b"]], given: [["a"], ["b"], ["b"], []])
    let interval = try #require(Bootstrap(mixed, draws: 200))
    let mean = try #require(mixed.mean)
    #expect(interval.macroF1.lower <= mean.macroF1 && mean.macroF1 <= interval.macroF1.upper)
    #expect(interval.macroF1.lower < interval.macroF1.upper)
    #expect(try #require(Bootstrap(mixed, draws: 200)).macroF1 == interval.macroF1)
    let agreed = try score(gold: [["a"], ["b"]], given: [["a"], ["b"]])
    #expect(Bootstrap(agreed, draws: 50)?.kappa == Bootstrap.Interval(lower: 1, upper: 1))
    #expect(Bootstrap(CodingScore()) == nil)
  }

  /// Worked by hand: ten contacts of code a, of which five are given it.
  ///
  /// A draw has k of ten right, F1 = 2k / (10 + k), and kappa 0, as all of gold is one code. k is
  /// binomial: P(k <= 1) = 11/1024 = 0.011 and P(k <= 2) = 56/1024 = 0.055, so that the middle 95 %
  /// begins at k = 2 with F1 = 4/12 and ends at k = 8 with 16/18.
  @Test func `an interval is the middle 95 % of the draws`() throws {
    let given = (0..<10).map { Set($0 < 5 ? ["a"] : []) }
    let score = try score(gold: Array(repeating: ["a"], count: 10), given: given)
    let interval = try #require(Bootstrap(score))
    #expect(abs(interval.macroF1.lower - 4.0 / 12) < 1e-9)
    #expect(abs(interval.macroF1.upper - 16.0 / 18) < 1e-9)
    #expect(interval.kappa == Bootstrap.Interval(lower: 0, upper: 0))
  }

  private func score(gold: [[String]], given: [Set<String>]) throws -> CodingScore {
    var score = CodingScore()
    let lines = gold.enumerated().map { index, codes in
      let list = codes.map { "\"\($0)\"" }.joined(separator: ",")
      return "{\"contact_id\":\"\(index)\",\"codes\":{\"v\":[\(list)]}}"
    }
    let standard = try GoldStandard(Array(lines.joined(separator: "\n").utf8))
    for (index, codes) in given.enumerated() {
      score.add(try #require(standard["\(index)"])) { _ in codes }
    }
    return score
  }
}
