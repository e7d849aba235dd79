import Aggregation
import DisclosureControl
import Testing

/// The article's figures, from the persons of the sample line; expected values are those of
/// `Samples/line/figures.json`, worked out apart from this code.
@Suite struct ArticleTests {
  @Test func `the article's figures leave the house, and what would expose someone does not`()
    throws
  {
    let releases = try ArticleLine.releases()
    let figures = try #require(releases[2021]).figures
    func figure(_ id: String) throws -> ReleasableFigure {
      try #require(figures.first { $0.id == id })
    }
    #expect(try figure("F1").cell.count == .count(285))
    #expect(try figure("F2").cell.change == change(285, 250, 140))
    let shares: [(String, Int, Int)] = [
      ("F3", 54, 189), ("F4", 46, 161), ("F6", 271, 951), ("F7", 165, 579), ("F8", 71, 249),
      ("F9", 33, 116), ("F12", 156, 547), ("F13", 214, 751),
    ]
    for (id, count, tenths) in shares {
      #expect(try figure(id).cell.count == .count(count), "\(id)")
      #expect(try figure(id).cell.shareOfAll?.tenths == tenths, "\(id)")
      #expect(try figure(id).cell.shareOfAll?.base == 285)
    }
    // 16.1 % after 14.0 %; of 2020's unknown none counts as "not in view": 163, not 239.
    #expect(try figure("F4").previous?.tenths == 140)
    #expect(try figure("F6").previous?.numerator == 163)
    #expect(try figure("F6").previous?.tenths == 652)
  }

  @Test func `accompanied to the police is withheld, met or police is offered instead`() throws {
    for (year, met) in [(2019, 22), (2020, 22), (2021, 25)] {
      let release = try #require(try ArticleLine.releases()[year])
      let police = try #require(
        release.figures.first {
          $0.id == "F11" && $0.lines.first?.en == "accompanied to the police"
        }
      )
      #expect(police.cell.count == .withheld)
      #expect(police.instead?.cell.count == .count(met))
      #expect(police.instead?.lines.first?.en == "met, or accompanied to the police")
    }
  }

  @Test func `the bands under 15 are merged, since two of three would give the third away`() throws
  {
    let table = try #require(try ArticleLine.releases()[2021]?.tables.first { $0.id == "T03" })
    #expect(table.cell(["00_11"])?.count == .withheld)
    #expect(table.cell(["12_14"])?.count == .withheld)
    #expect(table.cell(["under_15"])?.count == .count(54))
    #expect(table.cell(["15_or_under"])?.count == .count(76))
    #expect(table.cell(["minor"])?.count == .count(168))
    #expect(table.cell(["30plus"])?.count == .withheld)
    #expect(table.cell(["23plus"])?.count == .count(33))
    #expect(table.cell(["16_17"])?.count == .count(92))
  }

  @Test func `the three releases pass, the replay included`() throws {
    for (year, release) in try ArticleLine.releases() {
      #expect(release.reasons.isEmpty, "\(year)")
      #expect(release.verdict == .pass, "\(release.reasons)")
    }
  }

  @Test func `no shown number lies between 0 and the threshold`() throws {
    for release in try ArticleLine.releases().values {
      for table in release.tables {
        for cell in table.cells {
          guard let number = cell.count.number else { continue }
          #expect(number == 0 || number >= 10, "\(cell.key)")
        }
      }
    }
  }

  private func change(_ count: Int, _ base: Int, _ tenths: Int) throws -> Change? {
    let change = try ArticleLine.releases()[2021]?.tables.first { $0.id == "T01" }?.cells[0].change
    #expect(change?.count == count)
    #expect(change?.base == base)
    #expect(change?.tenths == tenths)
    return change
  }
}

@Suite struct ContractTests {
  @Test func `agreement is said of thirty contacts or more`() throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let control = DisclosureControl(plan: plan, codebook: codebook, reach: .contract)
    // 27 of 30 alike; chance (20 * 20 + 10 * 10) / 900 = 0.556, kappa = (0.9 - 0.556) / 0.444 = 0.775.
    let wide = [[18, 2], [1, 9]]
    let said = control.agreement([
      CrossedReadings(variable: "in_view", counts: wide),
      CrossedReadings(variable: "gender", counts: [[18, 2], [1, 8]]),
      // 16 of 32 alike, as chance has it: 0; one less is below.
      CrossedReadings(variable: "age_band", counts: [[8, 9], [8, 7]]),
    ])
    #expect(said.map(\.variable) == ["age_band", "in_view"])
    #expect(said.map(\.kappaTenths) == [-1, 7])
    #expect(said.map(\.contactsAtLeast) == [30, 30])
  }

  @Test(arguments: [
    (PlannedTable.Reach.public, ["gender"]), (.contract, ["gender", "exploit_sub"]),
  ])
  func `agreement is said of a variable that the codebook lets travel as far`(
    reach: PlannedTable.Reach,
    variables: [String]
  ) throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let said = DisclosureControl(plan: plan, codebook: codebook, reach: reach)
      .agreement(
        ["gender", "exploit_sub", "age_years"].map {
          CrossedReadings(variable: $0, counts: [[25, 2], [1, 12]])
        }
      )
    #expect(said.map(\.variable) == variables)
  }

  @Test func `all tables of the plan leave together for a recipient under contract`() throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let layout = try RowLayout(codebook)
    var tabulation = try Tabulation(
      plan.tables(for: .contract),
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    for row in try ArticleLine.rows(layout) { tabulation.add(row) }
    let release = try DisclosureControl(plan: plan, codebook: codebook, reach: .contract)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
    #expect(release.tables.count == plan.tables.count)
    for table in release.tables {
      // Under cell keys 1 and 2 are never shown, under suppression nothing below 5.
      let least = table.protection.method == .cellKey ? 3 : 5
      for cell in table.cells {
        guard let number = cell.count.number else { continue }
        #expect(number == 0 || number >= least, "\(cell.key)")
      }
    }
    #expect(release.verdict == .pass, "\(release.reasons)")
  }
}

@Suite struct HistoryTests {
  private func tables(_ period: Period, _ plan: TablePlan) throws -> [CountTable] {
    let codebook = try ArticleLine.codebook()
    let layout = try RowLayout(codebook)
    var tabulation = try Tabulation(
      plan.tables(for: .public),
      period: period,
      codebook: codebook,
      layout: layout
    )
    for row in try ArticleLine.rows(layout) { tabulation.add(row) }
    return tabulation.tables
  }

  private func release(
    _ period: Period,
    context: [Period] = [],
    earlier: [PublishedCell]
  ) throws -> ProtectedRelease {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    return try DisclosureControl(plan: plan, codebook: codebook, reach: .public).protect(
      tables(period, plan),
      context: context.flatMap { try tables($0, plan) },
      earlier: earlier,
      patternCost: ArticleLine.cost
    )
  }

  @Test func `a number that left under a contract is not shown to the public`() throws {
    let key = try #require(CellKey("P3/2021/outcome=police_accompanied"))
    let release = try release(Period(year: 2021), earlier: [PublishedCell(key: key, count: 8)])
    let police = release.tables.first { $0.id == "T13" }?.cell(["police_accompanied"])
    #expect(police?.count == .withheld)
  }

  @Test func `a number that contradicts an earlier one stops the release`() throws {
    let key = try #require(CellKey("P3/2021/outcome=once_only"))
    #expect(throws: DisclosureError.revisionNotDeclared(key)) {
      try release(Period(year: 2021), earlier: [PublishedCell(key: key, count: 155)])
    }
  }

  @Test func `what was withheld once stays withheld`() throws {
    let key = try #require(CellKey("P3/2021/exploit_duration=6_12m"))
    let release = try release(Period(year: 2021), earlier: [PublishedCell(key: key, count: nil)])
    #expect(release.tables.first { $0.id == "T08" }?.cell(["6_12m"])?.count == .withheld)
  }

  @Test func `the same release again gives the same cells`() throws {
    let first = try release(Period(year: 2021), earlier: [])
    let again = try release(Period(year: 2021), earlier: first.publishedCells)
    #expect(again.publishedCells == first.publishedCells)
  }

  @Test func `the context of a period is what adds up with it`() throws {
    func context(_ period: String, _ earlier: [String]) throws -> [String] {
      let cells = earlier.map {
        PublishedCell(key: CellKey(population: "P3", period: $0, conditions: []), count: 1)
      }
      let period = try #require(Period(period))
      return DisclosureControl.contextPeriods(of: period, earlier: cells, rows: KnownRows())
        .map(\.description)
    }
    #expect(try context("2021", ["2019", "2020", "2021"]) == [])
    #expect(try context("2021", ["2020", "2021-Q1", "2021-Q2"]) == ["2021-Q1", "2021-Q2"])
    #expect(try context("2021", ["2019", "2020", "2019..2021"]) == ["2019", "2019..2021", "2020"])
  }

  @Test func `three years together are audited with the years that are out`() throws {
    let out = try ArticleLine.releases()
    let earlier = (2019...2021).flatMap { out[$0]?.publishedCells ?? [] }
    let release = try release(
      try #require(Period("2019..2021")),
      context: DisclosureControl.contextPeriods(
        of: try #require(Period("2019..2021")),
        earlier: earlier,
        rows: KnownRows()
      ),
      earlier: earlier
    )
    let table = try #require(release.tables.first { $0.id == "T01" })
    #expect(table.cells[0].count == .count(801))
    // 7, 7 and 8 were withheld, but each alone: their sum of 22 tells none of them.
    let police = release.tables.first { $0.id == "T13" }?.cell(["police_accompanied"])
    #expect(police?.count == .count(22) || police?.count == .withheld)
    for cell in release.tables.flatMap(\.cells) {
      guard let number = cell.count.number else { continue }
      #expect(number == 0 || number >= 10, "\(cell.key)")
    }
  }
}
