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
}
