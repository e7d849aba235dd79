import Aggregation
import Testing

@testable import DisclosureControl

@Suite struct OptimumTests {
  /// The price of every pattern, tried one by one; nothing of cuts or duals.
  private func cheapest(_ named: NamedSystem, _ needs: [Need?], _ start: Pattern) throws -> Int? {
    let system = named.system
    let choices = system.cells.indices.filter {
      !start.isWithheld[$0] && system.mayBeCompanion($0, count: system.cells[$0].count)
    }
    var best: Int?
    for subset in 0..<(1 << choices.count) {
      let price = subset.nonzeroBitCount
      if let best, price >= best { continue }
      var pattern = start
      for (bit, cell) in choices.enumerated() where subset & (1 << bit) != 0 {
        pattern.isWithheld[cell] = true
      }
      var isSafe = true
      for component in system.components(pattern, counts: system.counts) {
        let findings = try AttackerAudit.run(
          component,
          counts: system.counts,
          needs: needs
        )
        isSafe = isSafe && findings.allSatisfy { $0.result != .fail }
      }
      if isSafe { best = price }
    }
    return best
  }

  @Test(arguments: 0..<12)
  func `the optimum withholds no more cells than the best of all patterns`(seed: UInt64) throws {
    var dice = Dice(state: seed &+ 99)
    let inner = (0..<9).map { _ in Int.random(in: 0...18, using: &dice) }
    var cells = inner.enumerated().map { ("\($0.offset / 3)\($0.offset % 3)", $0.element) }
    for line in 0..<3 {
      cells.append(("r\(line)", (0..<3).reduce(0) { $0 + inner[line * 3 + $1] }))
      cells.append(("c\(line)", (0..<3).reduce(0) { $0 + inner[$1 * 3 + line] }))
    }
    cells.append(("t", inner.reduce(0, +)))
    var named = NamedSystem(cells)
    for line in 0..<3 {
      named.add("r\(line)", (0..<3).map { "\(line)\($0)" })
      named.add("c\(line)", (0..<3).map { "\($0)\(line)" })
    }
    named.add("t", (0..<3).map { "r\($0)" })
    named.add("t", (0..<3).map { "c\($0)" })
    for name in ["t", "r0", "r1", "r2", "c0", "c1", "c2"] {
      named.system.cells[named.place(name)].isWanted = true
    }
    let finder = named.finder(threshold: 5)
    let needs = finder.rules.needs(named.system, counts: named.system.counts)
    var start = named.pattern([])
    for (place, need) in needs.enumerated() where need != nil { start.isWithheld[place] = true }
    let optimum = try OptimalPattern(
      system: named.system,
      counts: named.system.counts,
      needs: needs,
      prices: Array(repeating: 1, count: named.system.cells.count)
    ).run(start)
    let expected = try cheapest(named, needs, start)
    let found = optimum.map { optimum in
      zip(optimum.isWithheld, start.isWithheld).count { $0 && !$1 }
    }
    #expect(found == expected)
  }
}
