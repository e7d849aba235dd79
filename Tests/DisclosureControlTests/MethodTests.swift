import Aggregation
import Codebook
import Configuration
import Testing

@testable import DisclosureControl

@Suite struct MethodTests {
  @Test(arguments: 0..<40)
  func `rounded tables add up, stay near and hold no small inner number`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let (rows, columns) = (4, 5)
    let counts = (0..<rows * columns).map { _ in Int.random(in: 0...12, using: &dice) }
    var lines = counts.indices.map { [$0] }
    for row in 0..<rows { lines.append((0..<columns).map { row * columns + $0 }) }
    for column in 0..<columns { lines.append((0..<rows).map { $0 * columns + column }) }
    lines.append(Array(counts.indices))
    let rounded = try SmallCountRounding(base: 5).round(counts, lines)
    for (before, after) in zip(counts, rounded) {
      #expect(after == 0 || after >= 5)
      #expect(abs(after - before) < 5)
      if before >= 5 || before == 0 { #expect(after == before) }
    }
    // The grand total moves by half a base at most.
    #expect(2 * abs(counts.reduce(0, +) - rounded.reduce(0, +)) <= 5)
  }

  private func release(_ method: String, _ tables: [String]) throws -> ProtectedRelease {
    let line = try SmallLine()
    let text = SmallLine.plan.replacing(
      "dimensions = [\"a\", \"b\"]",
      with: "dimensions = [\"a\", \"b\"]\nmethod = \"\(method)\""
    )
    let plan = try TablePlan.read(TOML.parse(text, file: "plan"), codebook: line.codebook)
    var tabulation = try Tabulation(
      plan.tables.filter { tables.contains($0.id) },
      period: Period(year: 2021),
      codebook: line.codebook,
      layout: line.layout
    )
    let kinds = SmallLine.kinds(of: ["a", "b"])
    var dice = Dice(state: 7)
    for (kind, count) in zip(kinds, [40, 3, 17, 25, 60, 11]) {
      for _ in 0..<count {
        tabulation.add(
          try PersonRow(
            year: 2021,
            quarter: 1,
            recordKey: UInt32(truncatingIfNeeded: dice.next()),
            codes: kind,
            layout: line.layout
          )
        )
      }
    }
    return try DisclosureControl(plan: plan, codebook: line.codebook, reach: .public)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
  }

  @Test func `cells under the cell key method change by at most D, and say so`() throws {
    let table = try #require(try release("cellkey", ["AB"]).tables.first)
    #expect(table.protection.method == .cellKey)
    let counts = ["a1/b1": 40, "a1/b2": 3, "a2/b1": 17, "a2/b2": 25, "a3/b1": 60, "a3/b2": 11]
    for (lines, count) in counts {
      let number = try #require(
        table.cell(lines.split(separator: "/").map(String.init))?.count.number
      )
      #expect(abs(number - count) <= 5)
      #expect(![1, 2].contains(number))
    }
    #expect(table.protection.parameters.contains { $0.name == "D" && $0.value == "5" })
  }

  @Test func `what a changed cell leaves for the true one is kept for later releases`() throws {
    let cells = try release("cellkey", ["AB"]).publishedCells
    let inner = try #require(cells.first { $0.key.description == "P/2021/a=a1/b=b1" })
    guard case .range(let range) = inner.saying else {
      Issue.record("no range")
      return
    }
    #expect(range.contains(40) && range.count == 11)
    #expect(PublishedCell.read(PublishedCell.write(cells)) == cells)
  }

  @Test func `exact and changed tables of the same persons are one system`() throws {
    // The exact margins leave with the changed inner cells; nothing is small but a1/b2.
    let release = try release("cellkey", ["A", "AB"])
    #expect(release.verdict == .pass)
    #expect(release.tables.first { $0.id == "A" }?.cell(["a1"])?.count == .count(43))
  }

  @Test func `rounded tables leave ranges too`() throws {
    let release = try release("round", ["AB"])
    let table = try #require(release.tables.first)
    #expect(table.cell(["a1", "b2"])?.count == .count(5))
    #expect(table.cell(["a1", "total"])?.count == .count(45))
    let cell = release.publishedCells.first { $0.key.description == "P/2021/a=a1/b=b2" }
    #expect(cell?.saying == .range(1...5))
  }

  @Test(arguments: [
    // contacts, visitors, withheld at T = 10
    (40, 3, true), (40, 9, true), (40, 10, false), (9, 9, true), (12, 1, true), (5, 5, true),
    (10, 10, false),
  ])
  func `a cell of contacts is small where its visitors are few`(
    contacts: Int,
    visitors: Int,
    isSmall: Bool
  ) {
    var cell = LineSystem.Cell(
      key: CellKey(population: "P0", period: "2021", conditions: []),
      count: contacts
    )
    cell.isDisplayed = true
    cell.visitors = visitors
    let rule = ThresholdRule(threshold: 10)
    #expect(rule.applies(to: cell, count: contacts) == isSmall)
    let need = rule.need(cell, count: contacts)
    #expect(!need.isMet(by: contacts - 1...contacts + 7))
    #expect(need.isMet(by: contacts - 1...contacts + 8))
  }

  @Test(arguments: [
    "", "x", "P3/2021\t12\t", "P3/2021\t-1", "P3/2021\t5..2", "P3\t1", "P3/2021\t1...4",
  ])
  func `a damaged line of cells is refused`(text: String) {
    #expect(PublishedCell.read(text) == nil || text.isEmpty)
  }
}
