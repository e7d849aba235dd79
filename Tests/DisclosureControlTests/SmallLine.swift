import Aggregation
import Codebook
import Configuration

@testable import DisclosureControl

/// A line small enough to try every possible set of persons.
struct SmallLine {
  static let book = """
    id = "small"
    version = "1"
    languages = ["nl", "en"]

    [[missing]]
    code = "unknown"
    number = 99
    label = { nl = "onbekend", en = "unknown" }
    definition = "not known"

    [populations.P]
    unit = "person"
    label = { nl = "allen", en = "all" }

    [[variables]]
    id = "a"
    unit = "person"
    type = "single"
    label = { nl = "a", en = "a" }
    definition = { nl = "a", en = "a" }
    source = "text"
    privacy = { class = "operational", reach = "public" }
    codes = [
      { code = "a1", number = 1, nl = "a1", en = "a1" },
      { code = "a2", number = 2, nl = "a2", en = "a2" },
      { code = "a3", number = 3, nl = "a3", en = "a3" },
    ]

    [[variables]]
    id = "b"
    unit = "person"
    type = "single"
    label = { nl = "b", en = "b" }
    definition = { nl = "b", en = "b" }
    source = "text"
    privacy = { class = "operational", reach = "public" }
    codes = [
      { code = "b1", number = 1, nl = "b1", en = "b1" },
      { code = "b2", number = 2, nl = "b2", en = "b2" },
    ]

    [[variables]]
    id = "m"
    unit = "person"
    type = "multi"
    label = { nl = "m", en = "m" }
    definition = { nl = "m", en = "m" }
    source = "text"
    privacy = { class = "operational", reach = "public" }
    missing = ["unknown"]
    codes = [
      { code = "m1", number = 1, nl = "m1", en = "m1" },
      { code = "m2", number = 2, nl = "m2", en = "m2" },
      { code = "unknown", number = 99, nl = "onbekend", en = "unknown" },
    ]

    [[groups]]
    variable = "a"
    id = "a12"
    label = { nl = "a12", en = "a12" }
    codes = ["a1", "a2"]

    [[groups]]
    variable = "m"
    id = "m12"
    label = { nl = "m12", en = "m12" }
    codes = ["m1", "m2"]
    """

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

    [[tables]]
    id = "A"
    title = { nl = "A", en = "A" }
    population = "P"
    dimensions = ["a"]

    [[tables]]
    id = "AG"
    title = { nl = "AG", en = "AG" }
    population = "P"
    dimensions = ["a-groups"]

    [[tables]]
    id = "AA"
    title = { nl = "AA", en = "AA" }
    population = "P"
    dimensions = ["a-all"]

    [[tables]]
    id = "AB"
    title = { nl = "AB", en = "AB" }
    population = "P"
    dimensions = ["a", "b"]

    [[tables]]
    id = "GB"
    title = { nl = "GB", en = "GB" }
    population = "P"
    dimensions = ["a-groups", "b"]

    [[tables]]
    id = "M"
    title = { nl = "M", en = "M" }
    population = "P"
    dimensions = ["m"]
    measures = ["count", "share_known"]
    """

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
