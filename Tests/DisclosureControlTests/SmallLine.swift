import Aggregation
import Codebook
import Configuration

@testable import DisclosureControl

/// A line small enough to try every possible set of persons.
struct SmallLine {
  static let book = LineText.book(
    "small",
    [
      LineText.variable("a", ["a1", "a2", "a3"], reach: "public"),
      LineText.variable("b", ["b1", "b2"], reach: "public"),
      LineText.variable("m", ["m1", "m2", "unknown"], type: "multi", reach: "public"),
      LineText.group("a12", of: "a", ["a1", "a2"]),
      LineText.group("m12", of: "m", ["m1", "m2"]),
    ]
  )

  static let plan = """
    programme = "small"

    [[dimensions]]
    variable = "a"

    [[dimensions]]
    id = "a-groups"
    variable = "a"
    lines = ["a12", "a3"]

    [[dimensions]]
    id = "a-all"
    variable = "a"
    lines = ["a1", "a2", "a12", "a3"]

    [[dimensions]]
    variable = "b"

    [[dimensions]]
    variable = "m"
    lines = ["m1", "m2", "m12", "unknown"]

    """
    + LineText.table("A", ["a"]) + LineText.table("AG", ["a-groups"])
    + LineText.table("AA", ["a-all"]) + LineText.table("AB", ["a", "b"])
    + LineText.table("GB", ["a-groups", "b"])
    + LineText.table("M", ["m"], "measures = [\"count\", \"share_known\"]")

  let codebook: Codebook
  let plan: TablePlan
  let layout: RowLayout

  init() throws {
    codebook = try Codebook.read(text: Self.book, file: "book")
    plan = try TablePlan.read(TOML.parse(Self.plan, file: "plan"), codebook: codebook)
    layout = try RowLayout(codebook)
  }

  /// The kinds of persons that there can be, as codes by variable.
  static func kinds(of variables: [String]) -> [[String: [String]]] {
    let answers: [String: [[String]]] = [
      "a": [["a1"], ["a2"], ["a3"]], "b": [["b1"], ["b2"]],
      "m": [["m1"], ["m2"], ["m1", "m2"], ["unknown"]],
    ]
    var kinds: [[String: [String]]] = [[:]]
    for variable in variables {
      kinds = kinds.flatMap { kind in
        (answers[variable] ?? []).map { answer in
          var kind = kind
          kind[variable] = answer
          return kind
        }
      }
    }
    return kinds
  }

  /// The counted tables of so many persons of each kind.
  func tables(
    _ ids: [String],
    _ persons: [Int],
    of kinds: [[String: [String]]],
    in period: Period = Period(year: 2021)
  ) throws -> [CountTable] {
    var tabulation = try Tabulation(
      plan.tables.filter { ids.contains($0.id) },
      period: period,
      codebook: codebook,
      layout: layout
    )
    for (count, kind) in zip(persons, kinds) {
      let row = try PersonRow(year: 2021, quarter: 1, recordKey: 0, codes: kind, layout: layout)
      for _ in 0..<count { tabulation.add(row) }
    }
    return tabulation.tables
  }

  /// What the program shows of counted tables: a number or nothing for each shown cell.
  func publication(
    _ tables: [CountTable],
    beside context: [CountTable] = [],
    threshold: Int,
    earlier: [CellKey: LineSystem.EarlierValue],
    run: (PatternFinder, LineSystem) throws -> PatternFinder.Outcome?
  ) throws -> [CellKey: Int?]? {
    var system = try LineSystem(tables + context, codebook: codebook, earlier: earlier)
    system.hideUnreleased(outside: Set(tables.map(\.period.description)))
    system.raiseFloors()
    let finder = PatternFinder(
      rules: PrimaryRules(threshold: ThresholdRule(threshold: threshold)),
      merges: MergeRule(tables, system),
      costs: system.cells.map { ArticleLine.cost($0.key) },
      seeksOptimum: true
    )
    guard let outcome = try run(finder, system) else { return nil }
    var publication: [CellKey: Int?] = [:]
    let periods = Set(tables.map(\.period.description))
    for (place, cell) in system.cells.enumerated()
    where cell.isDisplayed && periods.contains(cell.key.period) {
      publication[cell.key] = outcome.pattern.isWithheld[place] ? .some(nil) : cell.count
    }
    return publication
  }
}
