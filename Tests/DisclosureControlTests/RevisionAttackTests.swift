import Aggregation
import Testing

@testable import DisclosureControl

/// A revision against an attacker who tries every pair of sets of persons, before and after.
@Suite struct RevisionAttackTests {
  /// How the persons of a revision differ.
  enum Change: String, CaseIterable, Sendable {
    case cameIn, tookOut, changed
  }

  /// Tables that leave before and after, and the variables that tell their persons apart.
  static let tables = [
    ("A", ["a"]), ("AA", ["a"]), ("A AG", ["a"]), ("M", ["m"]), ("AB", ["a", "b"]),
  ]

  static let cases = tables.flatMap { tables, variables in
    Change.allCases.map { (tables, variables, $0) }
  }

  @Test(arguments: cases.indices)
  func `no pair of sets of persons that fits tells a difference of few`(index: Int) throws {
    let (tables, variables, change) = Self.cases[index]
    let trial = Trial(
      line: try SmallLine(),
      ids: tables.split(separator: " ").map(String.init),
      kinds: SmallLine.kinds(of: variables),
      threshold: variables.count > 1 ? 2 : 3,
      change: change
    )
    var dice = Dice(state: UInt64(1_000 + index))
    var attacked = 0
    for _ in 0..<6 { attacked += try trial.run(&dice) ? 1 : 0 }
    // A test that refuses everything, or changes nothing small, would prove nothing.
    #expect(attacked > 0, "\(tables) \(change)")
  }

  /// Lines before and after, worked by hand for T = 10.
  ///
  /// The total may be said where it differs by 0 or by ten or more; the lines
  /// too, but only all of them together.
  static let worked: [(before: [Int], after: [Int], total: Int?, lines: [Int?])] = [
    // Ten came in: 1, 9 and 0. That they are ten may be said, where they are may not.
    ([20, 20, 20], [21, 29, 20], 70, [nil, nil, nil]),
    // Twenty and ten came in, and in the second line nobody did.
    ([20, 20, 20], [40, 20, 30], 90, [40, 20, 30]),
    // Ten went from the first line to the second: nobody came or went in all.
    ([30, 20, 20], [20, 30, 20], 70, [20, 30, 20]),
    // Nine are too few for a total.
    ([20, 20, 20], [29, 20, 20], nil, [nil, nil, nil]),
    // What was withheld before stays withheld, whatever it became.
    ([4, 30, 40], [24, 30, 60], 114, [nil, nil, nil]),
  ]

  @Test(arguments: worked.indices)
  func `a revision says differences of nobody and of ten or more`(index: Int) throws {
    let (before, after, total, lines) = Self.worked[index]
    let line = try SmallLine()
    let kinds = SmallLine.kinds(of: ["a"])
    guard let release = try? Self.revision(line, kinds, before: before, after: after) else {
      // A refusal says nothing either.
      #expect(total == nil)
      return
    }
    let table = try #require(release.tables.first)
    #expect(table.cell(["total"])?.count.number == total)
    for (id, number) in zip(["a1", "a2", "a3"], lines) {
      #expect(table.cell([id])?.count.number == number, "\(id)")
    }
  }

  /// The order of leaving does not matter: the first counting after its revision is held to the same.
  @Test func `the first counting, released after its revision, is held to the same rule`() throws {
    let line = try SmallLine()
    let kinds = SmallLine.kinds(of: ["a"])
    let control = DisclosureControl(plan: line.plan, codebook: line.codebook, reach: .public)
    let new = try line.tables(["A"], [21, 29, 20], of: kinds, in: Period(year: 2021).revised(1))
    let old = try line.tables(["A"], [20, 20, 20], of: kinds)
    let first = try control.protect(new, earlier: [], patternCost: ArticleLine.cost)
    let second = try control.protect(
      old,
      context: new,
      earlier: first.publishedCells,
      patternCost: ArticleLine.cost
    )
    #expect(second.tables[0].cell(["total"])?.count == .count(60))
    for id in ["a1", "a2"] { #expect(second.tables[0].cell([id])?.count == .withheld, "\(id)") }
  }

  /// Seven came in, T = 10 in public and 5 under contract: the recipient under contract learns of them,
  /// the public does not, though both totals are out.
  @Test func `a difference that left under a lower threshold is not told to the public`() throws {
    let line = try SmallLine()
    let kinds = SmallLine.kinds(of: ["a"])
    func control(_ reach: PlannedTable.Reach) -> DisclosureControl {
      DisclosureControl(plan: line.plan, codebook: line.codebook, reach: reach)
    }
    let old = try line.tables(["A"], [20, 20, 20], of: kinds)
    let new = try line.tables(["A"], [27, 20, 20], of: kinds, in: Period(year: 2021).revised(1))
    let first = try control(.public).protect(old, earlier: [], patternCost: ArticleLine.cost)
    let contract = try control(.contract).protect(
      new,
      context: old,
      earlier: first.publishedCells,
      patternCost: ArticleLine.cost
    )
    #expect(contract.tables[0].cell(["total"])?.count == .count(67))
    #expect(contract.tables[0].cell(["a1"])?.count == .count(27))
    let open = try control(.public).protect(
      new,
      context: old,
      earlier: first.publishedCells + contract.publishedCells,
      patternCost: ArticleLine.cost
    )
    for id in ["total", "a1", "a2", "a3"] {
      #expect(open.tables[0].cell([id])?.count == .withheld, "\(id)")
    }
  }

  private static func revision(
    _ line: SmallLine,
    _ kinds: [[String: [String]]],
    before: [Int],
    after: [Int]
  ) throws -> ProtectedRelease {
    let control = DisclosureControl(plan: line.plan, codebook: line.codebook, reach: .public)
    let old = try line.tables(["A"], before, of: kinds)
    let first = try control.protect(old, earlier: [], patternCost: ArticleLine.cost)
    let period = Period(year: 2021).revised(1)
    #expect(
      DisclosureControl.contextPeriods(
        of: period,
        earlier: first.publishedCells,
        rows: KnownRows()
      ) == [period.unrevised]
    )
    return try control.protect(
      line.tables(["A"], after, of: kinds, in: period),
      context: old,
      earlier: first.publishedCells,
      patternCost: ArticleLine.cost
    )
  }
}

/// One line and its revision, released one after the other and attacked together.
private struct Trial {
  let line: SmallLine
  let ids: [String]
  let kinds: [[String: [String]]]
  let threshold: Int
  let change: RevisionAttackTests.Change

  /// Says whether both left and there was a small difference to attack.
  func run(_ dice: inout Dice) throws -> Bool {
    let isLarge = kinds.count > 4
    var before = [Int](repeating: 0, count: kinds.count)
    for _ in 0..<Int.random(in: isLarge ? 12...16 : 12...20, using: &dice) {
      before[Int.random(in: kinds.indices, using: &dice)] += 1
    }
    var after = before
    for _ in 0..<Int.random(in: threshold...threshold + 5, using: &dice) {
      let kind = Int.random(in: kinds.indices, using: &dice)
      switch change {
      case .cameIn: after[kind] += 1
      case .tookOut: after[kind] = max(0, after[kind] - 1)
      case .changed:
        guard after[kind] > 0 else { continue }
        after[kind] -= 1
        after[Int.random(in: kinds.indices, using: &dice)] += 1
      }
    }
    guard let first = try published(before, [], [:], by: .final),
      let second = try published(after, before, first.cells, by: .final)
    else { return false }
    return try attack(before, after, first, second)
  }

  /// What the program shows, by cell and whatever the period.
  struct Publication {
    let cells: [CellKey: Int?]
    /// Whether a replay is promised; a person looks at it otherwise.
    let isPass: Bool
  }

  private enum Program { case final, replayed }

  /// Runs the program; `nil` where it refuses.
  private func published(
    _ persons: [Int],
    _ before: [Int],
    _ first: [CellKey: Int?],
    by program: Program
  ) throws -> Publication? {
    let isRevision = !before.isEmpty
    let period = Period(year: 2021).revised(isRevision ? 1 : 0)
    var earlier: [CellKey: LineSystem.EarlierValue] = [:]
    for (key, value) in first { earlier[key] = value.map { .published($0) } ?? .withheld }
    var isPass = true
    let cells = try line.publication(
      line.tables(ids, persons, of: kinds, in: period),
      beside: isRevision ? line.tables(ids, before, of: kinds) : [],
      threshold: threshold,
      earlier: earlier
    ) { finder, system in
      switch program {
      case .replayed: return try? finder.find(system, counts: system.counts)
      case .final:
        let safe = try? SafePattern(finder, system)
        isPass = safe?.reasons.isEmpty ?? false
        return safe?.outcome
      }
    }
    guard let cells else { return nil }
    var shown: [CellKey: Int?] = [:]
    for (key, value) in cells { shown[key.of(period: "2021")] = .some(value) }
    return Publication(cells: shown, isPass: isPass)
  }

  private func attack(
    _ before: [Int],
    _ after: [Int],
    _ one: Publication,
    _ two: Publication
  ) throws -> Bool {
    let (first, second) = (one.cells, two.cells)
    let attacker = BruteForceAttacker(kinds: kinds, total: 0)
    let cells = first.keys.sorted().map { ($0, attacker.kinds(meeting: $0)) }
    func count(_ persons: [Int], _ cell: [Int]) -> Int { cell.reduce(0) { $0 + persons[$1] } }
    func fits(
      _ guess: [Int],
      _ published: [CellKey: Int?],
      after earlier: [CellKey: Int?] = [:]
    ) -> Bool {
      cells.allSatisfy { key, own in
        // Zeros are shown in single-answer tables; what was withheld before may have become one.
        let wasWithheld = earlier[key].map { $0 == nil } ?? false
        let floor = wasWithheld || key.conditions.contains { $0.variable == "m" } ? 0 : 1
        guard let value = published[key] ?? nil else { return count(guess, own) >= floor }
        return value == count(guess, own)
      }
    }
    let most = max(before.reduce(0, +), after.reduce(0, +)) + threshold + 1
    var old: [[Int]] = []
    var new: [[Int]] = []
    for total in 0...most {
      BruteForceAttacker(kinds: kinds, total: total).everyLine { guess in
        if fits(guess, first) { old.append(guess) }
        if fits(guess, second, after: first) { new.append(guess) }
      }
    }
    // Who also guesses that nobody went, or nobody came, is right where that is so.
    let isUp = zip(before, after).allSatisfy(<=)
    let isDown = zip(before, after).allSatisfy(>=)
    let small = cells.filter { cell in
      (1..<threshold).contains(abs(count(after, cell.1) - count(before, cell.1)))
    }
    var widths: [[(low: Int, high: Int)?]] = [0, 1, 2].map { _ in small.map { _ in nil } }
    let replays = one.isPass && two.isPass && old.count * new.count <= 100
    for one in old {
      var isReplayed = false
      if replays { isReplayed = try published(one, [], [:], by: .replayed)?.cells == first }
      for other in new {
        let isGuessed =
          isUp && zip(one, other).allSatisfy(<=) || isDown && zip(one, other).allSatisfy(>=)
          || !isUp && !isDown
        var isSame = false
        if isReplayed, isGuessed {
          isSame = try published(other, one, first, by: .replayed)?.cells == second
        }
        for (place, cell) in small.enumerated() {
          let difference = count(other, cell.1) - count(one, cell.1)
          for (kind, holds) in [true, isGuessed, isSame].enumerated() where holds {
            let now = widths[kind][place] ?? (difference, difference)
            widths[kind][place] = (min(now.low, difference), max(now.high, difference))
          }
        }
      }
    }
    for (place, cell) in small.enumerated() {
      for kind in 0...(replays ? 2 : 1) {
        let width = widths[kind][place].map { $0.high - $0.low } ?? 0
        #expect(
          width >= threshold - 1,
          "\(ids) \(before) \(after) \(cell.0): \(width), attacker \(kind)"
        )
      }
      // Said in so many numbers, it would be out without any attack.
      let isSaid = (first[cell.0] ?? nil) != nil && (second[cell.0] ?? nil) != nil
      #expect(!isSaid, "\(ids) \(before) \(after) \(cell.0)")
    }
    return !small.isEmpty
  }
}
