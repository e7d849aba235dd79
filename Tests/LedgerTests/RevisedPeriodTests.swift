import Aggregation
import Codebook
import Configuration
import Testing

@testable import Ledger

/// What a revision counts, and that nothing else changes by it.
@Suite struct RevisedPeriodTests {
  private static let plan = """
    programme = "p"

    [[dimensions]]
    variable = "gender"

    [[tables]]
    id = "T"
    title = { nl = "T", en = "T" }
    population = "P3"
    dimensions = ["gender"]
    """

  private static func victim(
    _ token: String,
    _ gender: String = "female",
    year: Int = 2021,
    links: [String] = [],
    situation: String = "ongoing"
  ) -> LedgerContact {
    contact(
      token,
      year: year,
      links: links.isEmpty ? [token] : links,
      [
        ("topic_trafficking", ["yes"]), ("contact_role", ["self_victim"]),
        ("victim_status", ["likely"]), ("gender", [gender]), ("situation_now", [situation]),
      ]
    )
  }

  private func revise(
    _ ledger: Ledger,
    _ period: String = "2021",
    smallest: Int = 2
  ) throws -> RevisedPeriod {
    let book = try codebook()
    let plan = try TablePlan.read(TOML.parse(Self.plan, file: "plan"), codebook: book)
    return try ledger.revise(
      try #require(Period(period)),
      smallest: smallest,
      difference: CountingDifference(plan: plan, codebook: book, layout: RowLayout(book)),
      codebook: book,
      codebookDigest: "c",
      at: "t",
      openLinks: { bytes in
        OpenLinks(
          certain: String(decoding: bytes, as: UTF8.self).split(separator: ",").map(String.init)
        )
      },
      recordKey: { $0.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) } }
    )
  }

  private func genders(_ ledger: Ledger, _ period: String) throws -> [String: Int] {
    try persons(ledger, period, ["gender"]).reduce(into: [:]) { $0[$1[0], default: 0] += 1 }
  }

  @Test func `a revision counts without the erased, with late contacts, and joins who is one`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, ["a", "b", "c", "d", "e"].map { Self.victim($0) })
    try close(ledger, "2021")
    try ledger.erase(contacts: ["a"])
    try night(
      ledger,
      input: 2,
      [Self.victim("late", "male"), Self.victim("joins", year: 2021, links: ["b", "c"])]
    )
    let revised = try revise(ledger)
    #expect(revised.counting.period.description == "2021-r1")
    // b and c are one, a is gone, the late one is there: d, e, bc and the late one.
    #expect(try genders(ledger, "2021-r1") == ["female": 3, "male": 1])
    #expect(try genders(ledger, "2021") == ["female": 5])
    // Two females fewer, one male more: two persons differ at least.
    #expect(revised.changed == 2)
    #expect(try ledger.revisions() == [revised.counting])
    #expect(try ledger.closedPeriods().map(\.persons) == [5])
    #expect(try ledger.events().map(\.kind) == ["close", "revise"])
  }

  @Test(arguments: [(1, false), (2, false), (3, true), (4, true)])
  func `a revision of fewer persons than it needs is refused, with nothing kept`(
    erased: Int,
    isMade: Bool
  ) throws {
    let ledger = try Ledger.open(path: ":memory:")
    let all = ["a", "b", "c", "d", "e"]
    try night(ledger, input: 1, all.map { Self.victim($0) })
    try close(ledger, "2021")
    try ledger.erase(contacts: Array(all.prefix(erased)))
    if isMade {
      #expect(try revise(ledger, smallest: 3).changed == erased)
    } else {
      #expect(
        throws: LedgerError.tooFewChanged(period: "2021", changed: erased, smallest: 3)
      ) { try revise(ledger, smallest: 3) }
      #expect(try ledger.revisions().isEmpty)
      #expect(throws: LedgerError.notRevised(period: "2021-r1")) { try genders(ledger, "2021-r1") }
    }
    #expect(try genders(ledger, "2021") == ["female": 5])
  }

  @Test func `what no table counts is no difference`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, ["a", "b", "c"].map { Self.victim($0) })
    try close(ledger, "2021")
    let coded = try ledger.beginRevision()
    for token in ["a", "b", "c"] {
      let other = Self.victim(token, situation: "ended")
      try coded.replace(try #require(try ledger.contact(token)), with: other.assignments)
    }
    try coded.finish("recode", "", at: "t")
    #expect(throws: LedgerError.tooFewChanged(period: "2021", changed: 0, smallest: 2)) {
      try revise(ledger)
    }
  }

  @Test func `every later revision must differ from every earlier one`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let all = ["a", "b", "c", "d", "e", "f", "g", "h"]
    try night(ledger, input: 1, all.map { Self.victim($0) })
    try close(ledger, "2021")
    try ledger.erase(contacts: ["a", "b"])
    #expect(try revise(ledger).counting.period.description == "2021-r1")
    try ledger.erase(contacts: ["c"])
    // Three fewer than first, but one fewer than the revision.
    #expect(throws: LedgerError.tooFewChanged(period: "2021", changed: 1, smallest: 2)) {
      try revise(ledger)
    }
    try ledger.erase(contacts: ["d"])
    #expect(try revise(ledger).counting.period.description == "2021-r2")
    #expect(try genders(ledger, "2021-r1") == ["female": 6])
    #expect(try genders(ledger, "2021-r2") == ["female": 4])
  }

  @Test func `who another period counts is not counted again, and the next period knows the late`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, ["a", "b", "c"].map { Self.victim($0, year: 2020) })
    try close(ledger, "2020")
    // Late, and counted by 2021, which closes next.
    try night(
      ledger,
      input: 2,
      [Self.victim("late", "male", year: 2020), Self.victim("n", year: 2021)]
    )
    try close(ledger, "2021")
    #expect(try genders(ledger, "2021") == ["male": 1, "female": 1])
    try ledger.erase(contacts: ["a", "b"])
    // Later still: the revision of 2020 counts it, and 2022 does not again.
    try night(ledger, input: 3, [Self.victim("later", "male", year: 2020)])
    #expect(try revise(ledger, "2020").changed == 2)
    #expect(try genders(ledger, "2020-r1") == ["male": 1, "female": 1])
    try night(ledger, input: 4, [Self.victim("m", year: 2022)])
    #expect(try close(ledger, "2022").persons == 1)
    #expect(try genders(ledger, "2021") == ["male": 1, "female": 1])
  }

  @Test func `persons who may be one are one difference`() throws {
    let book = try codebook()
    let layout = try RowLayout(book)
    let plan = try TablePlan.read(TOML.parse(Self.plan, file: "plan"), codebook: book)
    func difference(_ visitors: [Int?]) throws -> Int {
      var difference = try CountingDifference(plan: plan, codebook: book, layout: layout)
      for visitor in visitors {
        difference.add(
          later: try PersonRow(
            year: 2021,
            quarter: 1,
            recordKey: 0,
            codes: [
              "topic_trafficking": ["yes"], "contact_role": ["self_victim"],
              "victim_status": ["likely"], "gender": ["female"],
            ],
            layout: layout,
            visitor: visitor
          )
        )
      }
      return difference.persons
    }
    #expect(try difference([nil, nil, nil]) == 3)
    #expect(try difference([7, 7, nil]) == 2)
    #expect(try difference([7, 8, 9]) == 3)
  }
}
