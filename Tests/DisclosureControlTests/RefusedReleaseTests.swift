import Aggregation
import Codebook
import Configuration
import Testing

@testable import DisclosureControl

/// A release that its wanted lines make impossible: what is named, and whether that is a way out.
@Suite struct RefusedReleaseTests {
  private func plan(wanted: String) throws -> (TablePlan, Codebook) {
    let codebook = try ArticleLine.codebook()
    let text = try ArticleLine.text("Samples/project/tableplan.toml")
      .replacing("merge = [\"under_15\", \"23plus\"]", with: "merge = [\"23plus\"]")
      .replacing("wanted = [\"15_or_under\", \"minor\"]", with: wanted)
    #expect(text.contains(wanted))
    return (
      try TablePlan.read(TOML.parse(text, file: "tableplan.toml"), codebook: codebook), codebook
    )
  }

  private func protect(_ plan: TablePlan, _ codebook: Codebook) throws -> ProtectedRelease {
    let layout = try RowLayout(codebook)
    var tabulation = try Tabulation(
      plan.tables(for: .public).filter { $0.id == "T03" },
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    for row in try ArticleLine.rows(layout) { tabulation.add(row) }
    return try DisclosureControl(plan: plan, codebook: codebook, reach: .public)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
  }

  private func ages(_ codes: String...) -> CellKey {
    CellKey(
      population: "P3",
      period: "2021",
      conditions: [.init(variable: "age_band", codes: codes)]
    )
  }

  /// Seven under 12 are few, wanted or not: leaving them out is no way out.
  @Test func `a wanted line of few is not said to have to go`() throws {
    let (plan, codebook) = try plan(
      wanted: "wanted = [\"00_11\", \"under_15\", \"12_14\", \"minor\"]"
    )
    do {
      _ = try protect(plan, codebook)
      Issue.record("it was not refused")
    } catch DisclosureError.infeasible(_, let exposed, let remedy) {
      #expect(exposed == [ages("00_11")])
      #expect(remedy.map(\.cell) == [ages("12_14")])
    }
  }

  /// 54 under 15 and 47 of 12 to 14 would give away 7 under 12.
  ///
  /// Saying 54 alone passes.
  @Test func `a refusal names the wanted line that has to go, and the line that may be said`()
    throws
  {
    let (plan, codebook) = try plan(wanted: "wanted = [\"under_15\", \"12_14\", \"minor\"]")
    do {
      _ = try protect(plan, codebook)
      Issue.record("it was not refused")
    } catch DisclosureError.infeasible(_, let exposed, let remedy) {
      #expect(exposed == [ages("00_11")])
      #expect(
        remedy == [Remedy(cell: ages("12_14"), instead: ages("00_11", "12_14"))]
      )
    }
    // And so it is.
    let (other, _) = try self.plan(wanted: "wanted = [\"under_15\", \"minor\"]")
    let table = try #require(try protect(other, codebook).tables.first)
    #expect(table.cell(["12_14"])?.count == .withheld)
    #expect(table.cell(["under_15"])?.count == .count(54))
  }
}
