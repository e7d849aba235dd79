import Aggregation
import Codebook
import Ledger
import Testing

/// The delivered contacts of a period by step.
func steps(_ ledger: Ledger, _ period: String) throws -> [String: Int] {
  try answers(ledger, period, "contact_step")
}

/// The delivered contacts of a period by their answer to a variable.
func answers(_ ledger: Ledger, _ period: String, _ variable: String) throws -> [String: Int] {
  let layout = try RowLayout(codebook())
  let place = try #require(layout.place(of: variable))
  var steps: [String: Int] = [:]
  try ledger.forEachDelivery(of: try #require(Period(period)), layout: layout) { row in
    let codes = layout.columns[place].codes.enumerated()
      .filter { row.answers[place] & (1 << UInt64($0.offset)) != 0 }.map(\.element)
    steps[codes.joined(separator: "|"), default: 0] += 1
  }
  return steps
}

private let yes = ("topic_trafficking", ["yes"])
private let own = ("contact_role", ["self_victim"])
private let likely = ("victim_status", ["likely"])

@Suite struct WaterfallTests {
  @Test func `each delivered contact is in the first step that holds`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        contact("H", links: ["h"], [yes, own, likely, ("contact_validity", ["hoax"])]),
        contact("O", links: ["o"], [("topic_trafficking", ["no"])]),
        contact("R", links: ["r"], [yes, ("contact_role", ["parent_carer"]), likely]),
        contact("N", links: ["n"], [yes, own, ("victim_status", ["not"])]),
        // A victim: a question about something else first, then the contact that counts, then more.
        contact("V0", ordinal: 0, links: ["v"], [("topic_trafficking", ["no"])]),
        contact("V1", ordinal: 1, links: ["v"], [yes, own, likely]),
        contact("V2", ordinal: 2, links: ["v"], [yes, own, likely]),
        contact("U", [yes, own, likely]),
      ]
    )
    try close(ledger, "2021")
    #expect(
      try steps(ledger, "2021") == [
        "invalid": 1, "other_topic": 2, "reporter": 2, "returning": 1, "victim": 2,
      ]
    )
  }

  @Test func `a contact returns when the visitor had a valid one before`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        contact("A0", ordinal: 0, links: ["a"], [("contact_validity", ["no_content"])]),
        contact("A1", ordinal: 1, links: ["a"], [yes]),
        contact("A2", ordinal: 2, links: ["a"], [("contact_validity", ["no_content"])]),
        contact("A3", ordinal: 3, links: ["a"], [("topic_trafficking", ["no"])]),
        // Nothing links these: only the text can tell.
        contact("B", [yes]), contact("C", [yes, ("contact_seq", ["return"])]),
      ]
    )
    try close(ledger, "2021")
    #expect(try answers(ledger, "2021", "contact_seq") == ["first": 2, "return": 3, "unknown": 1])
  }

  @Test func `who was counted in a closed year returns, and a late contact is delivered later`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, [contact("A", year: 2020, links: ["a"], [yes, own, likely])])
    try close(ledger, "2020")
    try night(
      ledger,
      input: 2,
      [
        contact("A2", year: 2021, links: ["a"], [yes, own, likely]),
        contact("L", year: 2020, links: ["l"], [yes, own, likely]),
      ]
    )
    try close(ledger, "2021")
    #expect(try steps(ledger, "2020") == ["victim": 1])
    #expect(try steps(ledger, "2021") == ["returning": 1, "victim": 1])
  }

  /// Whatever comes in, whenever: the steps add up to the deliveries, and victims are P3.
  @Test(arguments: 0..<40)
  func `the waterfall reconciles`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let ledger = try Ledger.open(path: ":memory:")
    let victims = try #require(try codebook().population("P3"))
    var delivered = 0
    var stepped = 0
    for (input, year) in [2019, 2020, 2021].enumerated() {
      let contacts = (0..<60).map { number in
        contact(
          "\(year)-\(number)",
          // One in six comes a year late.
          year: random.next() % 6 == 0 ? max(2019, year - 1) : year,
          quarter: Int(random.next() % 4) + 1,
          ordinal: number,
          links: random.next() % 3 == 0 ? [] : ["\(random.next() % 30)"],
          [
            ("contact_validity", [["valid", "hoax", "unknown"][Int(random.next() % 3)]]),
            ("topic_trafficking", [["yes", "yes", "possible", "no"][Int(random.next() % 4)]]),
            ("contact_role", [["self_victim", "professional"][Int(random.next() % 2)]]),
            ("victim_status", [["likely", "possible", "not"][Int(random.next() % 3)]]),
          ]
        )
      }
      delivered += contacts.count
      try night(ledger, input: UInt8(input + 1), contacts)
      try close(ledger, "\(year)")
      let steps = try steps(ledger, "\(year)")
      let variables = victims.conditions.map(\.variable)
      let counted = try persons(ledger, "\(year)", variables).count { answers in
        zip(victims.conditions, answers).allSatisfy { condition, codes in
          condition.holds(for: codes.split(separator: "|").map(String.init))
        }
      }
      stepped += steps.values.reduce(0, +)
      #expect(steps["victim", default: 0] == counted)
    }
    #expect(stepped == delivered)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
