import Aggregation
import Testing

@testable import DisclosureControl

/// A line of cells with a total that is out, zeros shown.
private func line(_ counts: [Int]) -> NamedSystem {
  let names = ["a", "b", "c", "d", "e", "f"].prefix(counts.count)
  var named = NamedSystem(zip(names, counts).map { ($0, $1) } + [("total", counts.reduce(0, +))])
  named.add("total", Array(names))
  for place in named.system.cells.indices { named.system.cells[place].protectsZero = false }
  named.system.cells[named.place("total")].isWanted = true
  return named
}

private func replay(_ named: NamedSystem, _ finder: PatternFinder) throws -> Replay.Result {
  let outcome = try finder.find(named.system, counts: named.system.counts)
  #expect(outcome.isSafe)
  var worst = Replay.Result.pass
  for component in named.system.components(outcome.pattern, counts: named.system.counts) {
    var replay = Replay(component, of: named.system, finder: finder, outcome: outcome)
    let result = try replay.run()
    if result != .pass { worst = result }
  }
  return worst
}

@Suite struct ReplayTests {
  /// DISCLOSURE.md, section A: T = 10, a line 9, 10, 11 of total 30.
  @Test func `a line 9, 10, 11 survives an attacker who replays the program`() throws {
    let named = line([9, 10, 11])
    let finder = named.finder(threshold: 10)
    #expect(try replay(named, finder) == .pass)
  }

  @Test func `a companion chosen by its size is found out by the replay`() throws {
    // The program as it must not be: the smallest neighbour becomes the companion. The replay is
    // worked by hand: of the tables a + b = 19 with c = 11 out, only those fit in which b was the
    // smaller neighbour of a small a, or a of a small b.
    let consistent = (1...18).filter { a in
      let b = 19 - a
      func pattern(_ cells: [Int]) -> Set<Int> {
        var withheld = Set(cells.indices.filter { cells[$0] < 10 })
        if withheld.count == 1, let alone = withheld.first {
          let others = cells.indices.filter { $0 != alone }
          withheld.insert(others.min { (cells[$0], $0) < (cells[$1], $1) } ?? 0)
        }
        return withheld
      }
      return pattern([a, b, 11]) == [0, 1]
    }
    // At 8 and 11 the tie with c goes to the first cell; in every other table c is the smaller.
    #expect(consistent == [8, 9, 10, 11])
  }

  @Test(arguments: [
    [3, 14, 20], [1, 40, 60], [9, 10, 11, 12], [5, 30, 31, 32], [2, 3, 50], [9, 9, 12, 40],
    [4, 15, 90, 12, 33, 18],
  ])
  func `lines with a small cell survive the replay`(counts: [Int]) throws {
    let named = line(counts)
    #expect(try replay(named, named.finder(threshold: 10)) == .pass)
  }

  @Test func `a lone small cell whose zero would be shown is told on replay`() throws {
    // Two parts, one wanted: the other one is withheld alone and total - wanted gives it away.
    var named = line([4, 30])
    named.system.cells[named.place("b")].isWanted = true
    let outcome = try named.finder(threshold: 10).find(named.system, counts: named.system.counts)
    #expect(!outcome.isSafe)
    #expect(throws: DisclosureError.self) {
      try SafePattern(named.finder(threshold: 10), named.system)
    }
  }

  /// A square of small cells whose margins are out: one component of `size * size` cells.
  private func square(_ size: Int) -> NamedSystem {
    func name(_ row: Int, _ column: Int) -> String { "r\(row)c\(column)" }
    let all = (0..<size).flatMap { row in (0..<size).map { (row, $0) } }
    let count: (Int, Int) -> Int = { 3 + ($0 + $1) % 3 }
    var cells = all.map { (name($0.0, $0.1), count($0.0, $0.1)) }
    for place in 0..<size {
      cells.append(("row\(place)", (0..<size).map { count(place, $0) }.reduce(0, +)))
      cells.append(("column\(place)", (0..<size).map { count($0, place) }.reduce(0, +)))
    }
    var named = NamedSystem(cells)
    for place in 0..<size {
      named.add("row\(place)", (0..<size).map { name(place, $0) })
      named.add("column\(place)", (0..<size).map { name($0, place) })
    }
    return named
  }

  @Test func `what is too large to replay is a person's to look at, and says so`() throws {
    #expect(Replay.cellsAtMost == 600)
    let named = square(25)
    let safe = try SafePattern(named.finder(threshold: 10), named.system)
    #expect(safe.outcome.isSafe)
    let first = try #require(named.system.cells.indices.first { named.system.cells[$0].count < 10 })
    #expect(
      safe.reasons == [.tooLargeToReplay(named.system.cells[first].key, cells: 25 * 25)]
    )
  }

  /// Three cells of one person beside one of five hundred: the tries end before a proof is found.
  @Test func `what the replay leaves open is said, cell by cell`() throws {
    let named = line([1, 1, 1, 500])
    let finder = named.finder(threshold: 10)
    let lone = ["a", "b", "c"].map(named.place)
    #expect(try replay(named, finder) == .open(lone))
    let safe = try SafePattern(finder, named.system)
    #expect(safe.reasons == lone.map { .replayUnfinished(named.system.cells[$0].key) })
  }

  @Test func `pairs are mutual, and the last three hold together`() {
    for count in 2...9 {
      for place in 0..<count {
        let partners = CompanionPass.partners(of: place, among: count)
        #expect(!partners.isEmpty)
        for partner in partners {
          #expect(CompanionPass.partners(of: partner, among: count).contains(place))
        }
      }
    }
    #expect(CompanionPass.partners(of: 0, among: 1).isEmpty)
  }
}
