import Aggregation
import Testing

@testable import DisclosureControl

/// Few persons between two countings, T = 10.
@Suite struct DifferenceRuleTests {
  private let rule = DifferenceRule(threshold: 10)

  private func cell(_ count: Int, beside others: [Int] = []) -> LineSystem.Cell {
    var cell = LineSystem.Cell(
      key: CellKey(population: "P", period: "2021", conditions: []),
      count: count
    )
    cell.otherCountings = others
    return cell
  }

  /// The difference, and the most that lo may be; `nil` where it may be said.
  static let worked: [(difference: Int, most: Int?)] = [
    (0, nil), (1, 1), (2, 1), (5, 4), (9, 8), (10, nil), (100, nil), (-1, -2), (-9, -10),
    (-10, nil),
  ]

  @Test(arguments: worked.indices)
  func `a difference of one to nine either way must be doubtful`(index: Int) {
    let (difference, most) = Self.worked[index]
    var own = cell(difference)
    own.leastDifference = 0
    #expect(rule.applies(to: own, count: difference) == (most != nil))
    if let most { #expect(rule.need(difference) == Need(width: 9, lowerAtMost: most)) }
    #expect(!rule.applies(to: cell(difference), count: difference), "a cell that counts somebody")
  }

  @Test(arguments: [
    (30, [30], false), (30, [31], true), (30, [21], true), (30, [20], false), (30, [40, 39], true),
    (30, [], false),
  ])
  func `a number few away from one that is out is not said`(
    count: Int,
    others: [Int],
    isSilent: Bool
  ) {
    #expect(rule.silences(cell(count, beside: others), count: count) == isSilent)
  }

  /// Answers of several: who came in is in m1, in m2 or both, so max(parts) <= union <= sum(parts).
  ///
  /// Where some came and others went no difference is a count of persons.
  @Test(arguments: [
    ([5, 5, 5, 0], [8, 9, 6, 0], true), ([8, 9, 6, 0], [5, 5, 5, 0], true),
    ([5, 9, 5, 0], [8, 5, 6, 0], false),
  ])
  func `differences are held to what holds of persons where all go one way`(
    before: [Int],
    after: [Int],
    isOneWay: Bool
  ) throws {
    let line = try SmallLine()
    let kinds = SmallLine.kinds(of: ["m"])
    let tables =
      try line.tables(["M"], after, of: kinds, in: Period(year: 2021).revised(1))
      + line.tables(["M"], before, of: kinds)
    let system = try LineSystem(tables, codebook: line.codebook)
    let among = system.relations.filter { relation in
      !relation.isEquality
        && relation.terms.allSatisfy { system.cells[$0.cell].leastDifference != nil }
    }
    #expect(among.isEmpty != isOneWay)
    for relation in among { #expect(LineSystem.holds(relation, for: system.counts)) }
  }
}
