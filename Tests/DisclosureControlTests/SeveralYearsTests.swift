import Aggregation
import Testing

@testable import DisclosureControl

/// Three years that left one by one, and then together, under keys of several lines.
@Suite struct SeveralYearsTests {
  /// Under 0, 5, 7 and 21 a withheld code of 2019 had no neighbour left that could be withheld, and
  /// the release was refused, although a line of the sum over the years protects it.
  @Test(arguments: [0, 1, 5, 7, 21, 23]) func `three years leave together`(seed: Int) throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let layout = try RowLayout(codebook)
    let rows = try ArticleLine.rows(layout)
    let control = DisclosureControl(plan: plan, codebook: codebook, reach: .public)
    func count(_ period: Period) throws -> [CountTable] {
      var tabulation = try Tabulation(
        plan.tables(for: .public),
        period: period,
        codebook: codebook,
        layout: layout
      )
      for row in rows { tabulation.add(row) }
      return tabulation.tables
    }
    func cost(_ key: CellKey) -> UInt64 {
      var dice = Dice(state: ArticleLine.cost(key) ^ (UInt64(seed) &* 0x9E37_79B9_7F4A_7C15))
      return dice.next()
    }
    var cells: [PublishedCell] = []
    var years: [[CountTable]] = []
    for year in [2019, 2020, 2021] {
      let tables = try count(Period(year: year))
      let release = try control.protect(tables, earlier: cells, patternCost: cost)
      #expect(release.verdict == .pass)
      cells += release.publishedCells
      years.append(tables)
    }
    let together = try control.protect(
      count(#require(Period("2019..2021"))),
      context: years.flatMap(\.self),
      earlier: cells,
      patternCost: cost
    )
    #expect(together.tables.first?.cells.first?.count == .count(266 + 250 + 285))
    // A shown sum over the years leaves no single year of it withheld.
    let known = Set(cells.filter { $0.count != nil }.map(\.key))
    for cell in together.tables.flatMap(\.cells) where cell.count.number != nil {
      let hidden = ["2019", "2020", "2021"].count { !known.contains(cell.key.of(period: $0)) }
      #expect(hidden != 1, "\(cell.key)")
    }
  }
}
