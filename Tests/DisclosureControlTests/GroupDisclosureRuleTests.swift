import Aggregation
import Testing

@testable import DisclosureControl

/// Nearly everybody of a margin: 10 a > 9 m, and what must hold then: lo <= 0.9 m.
@Suite struct GroupDisclosureRuleTests {
  private let rule = GroupDisclosureRule()

  private func cell(margins: Set<Int>) -> LineSystem.Cell {
    var cell = LineSystem.Cell(
      key: CellKey(population: "P", period: "2021", conditions: []),
      count: 0
    )
    cell.margins = margins
    cell.isDisplayed = true
    cell.protectsZero = true
    return cell
  }

  /// A count, its margin, whether it is nearly all, and the most that lo may be.
  static let worked: [(count: Int, margin: Int, most: Int?)] = [
    (91, 100, 90), (90, 100, nil), (100, 100, 90), (0, 0, nil), (9, 10, nil), (10, 10, 9),
    (19, 21, 18), (18, 20, nil), (19, 20, 18), (1, 1, 0), (0, 10, nil),
  ]

  @Test(arguments: worked.indices)
  func `more than nine in ten is nearly all, nine in ten is not`(index: Int) {
    let (count, margin, most) = Self.worked[index]
    let cell = cell(margins: [1])
    #expect(rule.applies(to: cell, count: count, counts: [count, margin]) == (most != nil))
    #expect(rule.need(cell, count: count, counts: [count, margin])?.lowerAtMost == most)
  }

  @Test func `of several margins the narrowest demand counts, and none of those that are far`() {
    let cell = cell(margins: [1, 2, 3])
    #expect(rule.need(cell, count: 95, counts: [95, 100, 96, 500])?.lowerAtMost == 86)
    #expect(rule.need(cell, count: 95, counts: [95, 200, 300, 500]) == nil)
  }

  @Test func `a cell without margins is exempt`() {
    #expect(!rule.applies(to: cell(margins: []), count: 100, counts: [100]))
  }

  /// 48 of 50 with b1 are a1, which a table of a by b would tell of anybody with b1.
  ///
  /// Tried by every table that fits.
  @Test func `no set of persons that fits proves nearly all of a line`() throws {
    let line = try SmallLine()
    let kinds = SmallLine.kinds(of: ["a", "b"])
    let persons = kinds.map { kind -> Int in
      switch (kind["a"], kind["b"]) {
      case (["a1"], ["b1"]): 48
      case (["a2"], ["b1"]): 1
      case (["a3"], ["b1"]): 1
      default: 20
      }
    }
    let publication = try #require(
      try line.publication(
        line.tables(["AB"], persons, of: kinds),
        threshold: 3,
        earlier: [:]
      ) { finder, system in try? SafePattern(finder, system).outcome }
    )
    let told = CellKey(
      population: "P",
      period: "2021",
      conditions: [.init(variable: "a", codes: ["a1"]), .init(variable: "b", codes: ["b1"])]
    )
    #expect(publication[told] == .some(nil))
    let margin = CellKey(
      population: "P",
      period: "2021",
      conditions: [.init(variable: "b", codes: ["b1"])]
    )
    // The totals of a (68, 21, 21) and b are the plan's margins: two numbers tell the whole table.
    let attacker = BruteForceAttacker(kinds: kinds, total: 0)
    let shown = publication.keys.sorted().map { ($0, attacker.kinds(meeting: $0)) }
    var least = 50
    for one in 0...50 {
      for two in 0...min(21, 50 - one) where 50 - one - two <= 21 {
        let first = ["a1": one, "a2": two, "a3": 50 - one - two]
        let all = ["a1": 68, "a2": 21, "a3": 21]
        let guess = kinds.map { kind -> Int in
          let code = kind["a"]?.first ?? ""
          let own = first[code] ?? 0
          return kind["b"] == ["b1"] ? own : (all[code] ?? 0) - own
        }
        let fits = shown.allSatisfy { key, own in
          let count = own.reduce(0) { $0 + guess[$1] }
          return publication[key].flatMap { $0 }.map { $0 == count } ?? (count >= 1)
        }
        if fits { least = min(least, one) }
      }
    }
    #expect(publication[margin].flatMap { $0 } == 50)
    #expect(10 * least <= 9 * 50)
  }
}
