import Aggregation
import Testing

@testable import DisclosureControl

/// A system of named cells, written down by hand.
struct NamedSystem {
  var system = LineSystem()
  private(set) var places: [String: Int] = [:]

  init(_ cells: [(String, Int)]) {
    for (name, count) in cells.sorted(by: { $0.0 < $1.0 }) {
      places[name] = system.cells.count
      let key = CellKey(
        population: "P",
        period: "1",
        conditions: [.init(variable: "cell", codes: [name])]
      )
      var cell = LineSystem.Cell(key: key, count: count)
      cell.isDisplayed = true
      cell.protectsZero = true
      cell.isGoverned = true
      system.cells.append(cell)
    }
    system.relationsOfCell = Array(repeating: [], count: cells.count)
  }

  /// Adds whole = sum of parts.
  mutating func add(_ whole: String, _ parts: [String]) {
    let terms = [(places[whole] ?? 0, 1)] + parts.map { (places[$0] ?? 0, -1) }
    for term in terms { system.relationsOfCell[term.0].append(system.relations.count) }
    system.relations.append(
      LineSystem.Relation(
        terms: terms.sorted { $0.0 < $1.0 }.map { .init(cell: $0.0, coefficient: $0.1) },
        isEquality: true
      )
    )
  }

  func place(_ name: String) -> Int { places[name] ?? -1 }

  func pattern(_ withheld: [String]) -> Pattern {
    var pattern = Pattern(isWithheld: Array(repeating: false, count: system.cells.count))
    for name in withheld { pattern.isWithheld[place(name)] = true }
    return pattern
  }

  /// The attacker's exact interval of each withheld cell.
  func bounds(_ withheld: [String]) throws -> [String: ClosedRange<Int>] {
    var names: [Int: String] = [:]
    for (name, place) in places { names[place] = name }
    var bounds: [String: ClosedRange<Int>] = [:]
    for component in system.components(pattern(withheld), counts: system.counts) {
      for (local, interval) in try AttackerAudit.bounds(component).enumerated() {
        let name = names[component.cells[local]] ?? ""
        bounds[name] = Int(interval.lower.rounded())...Int(interval.upper.rounded())
      }
    }
    return bounds
  }

  func finder(threshold: Int) -> PatternFinder {
    PatternFinder(
      rules: PrimaryRules(threshold: ThresholdRule(threshold: threshold)),
      merges: MergeRule(),
      costs: system.cells.map { ArticleLine.cost($0.key) },
      seeksOptimum: true
    )
  }
}

/// sdcTable's `problemdata` (tests/testthat/test-simpleheuristic.R @6393dfb): every line has two
/// withheld cells and more, and yet w|b is exactly 47.
enum ProblemData {
  static let inner: [(String, Int)] = [
    ("wa", 30), ("wb", 47), ("wc", 64), ("wd", 89), ("xa", 90), ("xb", 124), ("xc", 5),
    ("xd", 31), ("ya", 92), ("yb", 100), ("yc", 59), ("yd", 85), ("za", 800), ("zb", 991),
    ("zc", 651), ("zd", 685),
  ]
  static let primary = ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"]

  static func system() -> NamedSystem {
    func sum(_ matches: (String) -> Bool) -> Int {
      inner.filter { matches($0.0) }.reduce(0) { $0 + $1.1 }
    }
    var cells = inner
    for row in ["w", "x", "y", "z"] { cells.append((row, sum { $0.hasPrefix(row) })) }
    for column in ["a", "b", "c", "d"] {
      cells.append(("+" + column, sum { $0.hasSuffix(column) }))
    }
    cells.append(("+", sum { _ in true }))
    var system = NamedSystem(cells)
    for row in ["w", "x", "y", "z"] { system.add(row, ["a", "b", "c", "d"].map { row + $0 }) }
    for column in ["a", "b", "c", "d"] {
      system.add("+" + column, ["w", "x", "y", "z"].map { $0 + column })
    }
    system.add("+", ["w", "x", "y", "z"])
    system.add("+", ["+a", "+b", "+c", "+d"])
    // The margins are out.
    for name in ["w", "x", "y", "z", "+a", "+b", "+c", "+d", "+"] {
      system.system.cells[system.place(name)].isWanted = true
    }
    return system
  }
}

/// sdcTable issue 136 (test-linked-tables.R @6393dfb), T = 4: two tables, each safe alone, together
/// K is exactly 3.
enum LinkedTables {
  static let leaves: [(String, Int)] = [
    ("A", 2), ("B", 2), ("I", 8), ("J", 8), ("K", 3), ("L", 3), ("M", 3), ("N", 7),
  ]
  static let primary = ["A", "B", "K", "L", "M"]
  static let groups: [(String, String, String)] = [
    ("1", "county-1", "ABIJ"), ("1", "county-2", "KLMN"), ("2", "small", "ABIJKN"),
    ("2", "BIG", "LM"),
  ]

  static func system(_ hierarchies: [String]) -> NamedSystem {
    let used = groups.filter { hierarchies.contains($0.0) }
    func sum(_ letters: String) -> Int {
      leaves.filter { letters.contains($0.0) }.reduce(0) { $0 + $1.1 }
    }
    var system = NamedSystem(
      leaves + used.map { ($0.1, sum($0.2)) } + [("total", sum("ABIJKLMN"))]
    )
    for group in used { system.add(group.1, group.2.map(String.init)) }
    for hierarchy in hierarchies {
      system.add("total", used.filter { $0.0 == hierarchy }.map(\.1))
    }
    for name in used.map(\.1) + ["total"] {
      system.system.cells[system.place(name)].isWanted = true
    }
    return system
  }
}

@Suite struct TrapTests {
  @Test func `two withheld cells in every line do not protect w-b`() throws {
    let bounds = try ProblemData.system().bounds(ProblemData.primary)
    let expected: [String: ClosedRange<Int>] = [
      "wa": 25...94, "wb": 47...47, "wc": 0...69, "xa": 26...95, "xc": 0...69, "yb": 0...185,
      "yd": 0...185, "zb": 906...1_091, "zd": 585...770,
    ]
    #expect(bounds == expected)
  }

  @Test(arguments: [
    ("wd", 0...136), ("xb", 0...141), ("xd", 0...78), ("ya", 0...141), ("yc", 0...116),
    ("za", 0...141), ("zc", 0...116),
  ])
  func `any single further cell protects it`(cell: String, interval: ClosedRange<Int>) throws {
    let bounds = try ProblemData.system().bounds(ProblemData.primary + [cell])
    #expect(bounds["wb"] == interval)
  }

  @Test func `the program finds one further cell and no more`() throws {
    let named = ProblemData.system()
    var needs = [Need?](repeating: nil, count: named.system.cells.count)
    for name in ProblemData.primary {
      needs[named.place(name)] = Need(width: 9, lowerAtMost: .max)
    }
    let outcome = try named.finder(threshold: 10)
      .find(named.system, counts: named.system.counts, needs: needs)
    #expect(outcome.isSafe)
    #expect(outcome.pattern.isWithheld.count { $0 } == ProblemData.primary.count + 1)
  }

  @Test func `two tables, each safe alone, give K away together`() throws {
    let alone = try LinkedTables.system(["1"]).bounds(LinkedTables.primary)
    #expect(alone == ["A": 0...4, "B": 0...4, "K": 0...9, "L": 0...9, "M": 0...9])
    let other = try LinkedTables.system(["2"]).bounds(LinkedTables.primary)
    #expect(other == ["A": 0...7, "B": 0...7, "K": 0...7, "L": 0...6, "M": 0...6])
    let joint = try LinkedTables.system(["1", "2"]).bounds(LinkedTables.primary)
    #expect(joint == ["A": 0...4, "B": 0...4, "K": 3...3, "L": 0...6, "M": 0...6])
    let safe = try LinkedTables.system(["1", "2"]).bounds(LinkedTables.primary + ["N"])
    #expect(safe["K"] == 0...10)
  }

  @Test func `the program withholds N, as sdcTable expects`() throws {
    let named = LinkedTables.system(["1", "2"])
    let outcome = try named.finder(threshold: 4).find(named.system, counts: named.system.counts)
    #expect(outcome.isSafe)
    let withheld = named.places.filter { outcome.pattern.isWithheld[$0.value] }.keys.sorted()
    #expect(withheld == ["A", "B", "K", "L", "M", "N"])
  }
}
