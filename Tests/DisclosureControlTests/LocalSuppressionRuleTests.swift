import Aggregation
import Testing

@testable import DisclosureControl

/// Nobody may be sure of a lost value: lo <= a - 1, or what everybody knows.
@Suite struct LocalSuppressionRuleTests {
  /// Whether it is a lost value, its count, what everybody knows, and the most that lo may be.
  static let worked: [(isLost: Bool, count: Int, known: Int, most: Int?)] = [
    (true, 3, 0, 2), (true, 1, 0, 0), (true, 100, 0, 99), (true, 0, 0, nil), (false, 3, 0, nil),
    (true, 1, 1, 1), (true, 2, 1, 1), (true, 3, 1, 2), (true, 3, 3, 3),
  ]

  @Test(arguments: worked.indices)
  func `a lost value is demanded to be doubtful, whatever its size`(index: Int) {
    let (isLost, count, known, most) = Self.worked[index]
    var cell = LineSystem.Cell(
      key: CellKey(population: "P", period: "2021", conditions: []),
      count: count
    )
    cell.isSuppressedValue = isLost
    cell.window = known...count
    let rule = LocalSuppressionRule()
    #expect(rule.applies(to: cell, count: count) == (most != nil))
    if let most { #expect(rule.need(cell, count: count) == Need(width: 0, lowerAtMost: most)) }
    // Rows are governed by it though no table withholds anything of them.
    var system = LineSystem()
    system.cells = [cell]
    let needs = PrimaryRules(threshold: ThresholdRule(threshold: 10))
      .needs(system, counts: [count])
    #expect(needs == [most.map { Need(width: 0, lowerAtMost: $0) }])
  }

  /// Six men of two ages lost their age, three of each answer.
  ///
  /// Less the women's rows a table of age by answer tells 2 and 1 children of them, so it tells the
  /// lost ages; a table of age tells 3 children, but not which of the answers is theirs.
  @Test(arguments: [("AT", false), ("A", true), ("AG", true), ("T", true)])
  func `a table that tells a lost value keeps the rows in`(id: String, leaves: Bool) throws {
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds(
      """
      child f yes: 6
      child f no: 6
      young f yes: 6
      young f no: 6
      child m yes: 2
      child m no: 1
      young m yes: 1
      young m no: 2
      old f yes: 6
      old f no: 6
      """
    )
    let tables = try line.tables([id], kinds)
    let out = try line.control.protect(tables, earlier: [], patternCost: ArticleLine.cost)
    #expect(out.tables[0].withheldCount == 0)
    let rows = try line.rows(kinds)
    var exposed: [String] = []
    do {
      let release = try line.control.protect(
        rows,
        context: tables,
        earlier: out.publishedCells,
        rows: KnownRows(),
        patternCost: ArticleLine.cost
      )
      #expect(release.microdata?.columns.map(\.suppressed) == [6, 6, 0])
    } catch {
      guard case .rowsGiveAway(_, let told) = error else { throw error }
      exposed = told.map { $0.conditions.map { "\($0.variable)=\($0.codes[0])" }.joined() }
    }
    #expect(Set(exposed) == (leaves ? [] : ["age=child", "age=young"]))
  }
}
