import Aggregation
import Testing

@testable import DisclosureControl

@Suite struct ThresholdRuleTests {
  /// Twelve persons of whom so many may be others of them, under a threshold of ten.
  @Test(arguments: [
    (0, 12, false), (2, 12, false), (3, 12, true), (11, 12, true), (0, 9, true), (0, 10, false),
    (0, 1, true), (0, 0, false),
  ])
  func `persons who may be one are one`(doubt: Int, count: Int, isSmall: Bool) throws {
    let key = try #require(CellKey("P3/2021"))
    let cell = LineSystem.Cell(key: key, count: count, doubt: doubt)
    #expect(ThresholdRule(threshold: 10).applies(to: cell, count: count) == isSmall)
  }

  /// A hundred contacts by telephone: of nine visitors, of ten.
  @Test(arguments: [(9, true), (10, false)])
  func `a released cell of many contacts is withheld when its visitors are few`(
    visitors: Int,
    isWithheld: Bool
  ) throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let layout = try RowLayout(codebook)
    var tabulation = try Tabulation(
      plan.tables.filter { $0.id == "T15" },
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    for (channel, people) in [("web_chat", 100), ("whatsapp", 90), ("phone", visitors)] {
      for contact in 0..<100 {
        tabulation.add(
          try PersonRow(
            unit: .contact,
            year: 2021,
            quarter: 1,
            recordKey: UInt32(contact % people),
            codes: ["channel": [channel]],
            layout: layout
          )
        )
      }
    }
    let release = try DisclosureControl(plan: plan, codebook: codebook, reach: .public)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
    let table = try #require(release.tables.first)
    #expect(table.cell(["phone"])?.count == (isWithheld ? .withheld : .count(100)))
    #expect(table.cell(["total"])?.count == .count(300))
  }

  /// Of eleven persons under a2 some share a nickname: 11 - 1 is ten, 11 - 2 is nine.
  @Test(arguments: [(1, false), (2, false), (3, true), (11, true)])
  func `a released cell is withheld when its persons may be fewer than ten`(
    alike: Int,
    isWithheld: Bool
  ) throws {
    let line = try SmallLine()
    var tabulation = try Tabulation(
      line.plan.tables.filter { $0.id == "A" },
      period: Period(year: 2021),
      codebook: line.codebook,
      layout: line.layout
    )
    for (code, count) in [("a1", 40), ("a2", 11), ("a3", 30)] {
      for person in 0..<count {
        tabulation.add(
          try PersonRow(
            year: 2021,
            quarter: 1,
            recordKey: 0,
            codes: ["a": [code]],
            layout: line.layout,
            visitor: code == "a2" && person < alike ? 7 : nil
          )
        )
      }
    }
    let release = try DisclosureControl(plan: line.plan, codebook: line.codebook, reach: .public)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
    let table = try #require(release.tables.first)
    #expect(table.cell(["a2"])?.count == (isWithheld ? .withheld : .count(11)))
    #expect(table.cell(["total"])?.count == .count(81))
  }
}
