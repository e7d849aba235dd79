import Aggregation
import Codebook
import Configuration

@testable import DisclosureControl

/// A line of three questions whose rows may leave, small enough to try every set of persons.
struct MicrodataLine {
  private static let book = LineText.book(
    "rows",
    [
      LineText.variable("age", ["child", "young", "old", "unknown"], reach: "researcher"),
      LineText.variable("sex", ["f", "m", "unknown"], reach: "researcher"),
      LineText.variable("told", ["yes", "no", "unknown"], reach: "researcher"),
    ]
  )

  private static let tables = [
    ("A", ["age"]), ("AG", ["age-coarse"]), ("T", ["told"]), ("AT", ["age", "told"]),
    ("AS", ["age", "sex"]),
  ]
  .map { LineText.table($0, $1, "reach = \"contract\"") }.joined()

  /// The plan; `file` is the part of `[[microdata]]` after population.
  static func plan(_ file: String) -> String {
    """
    programme = "rows"

    [[dimensions]]
    variable = "age"

    [[dimensions]]
    id = "age-coarse"
    variable = "age"
    lines = ["under", "old", "unknown"]

    [[dimensions.groups]]
    id = "under"
    label = { nl = "onder", en = "under" }
    codes = ["child", "young"]

    [[dimensions]]
    id = "torn"
    variable = "age"
    lines = ["under", "older", "unknown"]
    groups = [
      { id = "under", label = { nl = "u", en = "u" }, codes = ["child", "young"] },
      { id = "older", label = { nl = "o", en = "o" }, codes = ["young", "old"] },
    ]

    [[dimensions]]
    variable = "sex"

    [[dimensions]]
    variable = "told"

    \(tables)
    [[microdata]]
    id = "R"
    title = { nl = "R", en = "R" }
    population = "P"
    \(file)
    """
  }

  /// Age and sex identify; what they told is sensitive.
  static let file = """
    k = 5
    l = 2
    sensitive = ["told"]
    identifying = [{ levels = ["age", "age-coarse"], weight = 2 }, { levels = ["sex"] }]
    """

  let codebook: Codebook
  let plan: TablePlan
  let layout: RowLayout

  init(_ file: String = Self.file) throws {
    codebook = try Codebook.read(text: Self.book, file: "book")
    plan = try TablePlan.read(TOML.parse(Self.plan(file), file: "plan"), codebook: codebook)
    layout = try RowLayout(codebook)
  }

  var control: DisclosureControl {
    DisclosureControl(plan: plan, codebook: codebook, reach: .contract)
  }

  /// So many persons of these codes: `young f yes`.
  typealias Kind = (codes: [String: [String]], count: Int)

  /// Reads `young f yes: 4`, one kind a line.
  static func kinds(_ text: String) -> [Kind] {
    text.split(separator: "\n").map { line in
      let sides = line.split(separator: ":")
      let codes = sides[0].split(separator: " ").map(String.init)
      let count = Int(sides[1].split(separator: " ")[0]) ?? 0
      return (["age": [codes[0]], "sex": [codes[1]], "told": [codes[2]]], count)
    }
  }

  private func persons(_ kinds: [Kind]) throws -> [PersonRow] {
    try kinds.flatMap { kind in
      let row = try PersonRow(
        year: 2021,
        quarter: 1,
        recordKey: 0,
        codes: kind.codes,
        layout: layout
      )
      return Array(repeating: row, count: kind.count)
    }
  }

  func rows(_ kinds: [Kind]) throws -> CountedRows {
    var counted = try CountedRows(
      plan.microdata[0],
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    for person in try persons(kinds) { counted.add(person) }
    return counted
  }

  func tables(_ ids: [String], _ kinds: [Kind]) throws -> [CountTable] {
    var tabulation = try Tabulation(
      plan.tables.filter { ids.contains($0.id) },
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    for person in try persons(kinds) { tabulation.add(person) }
    return tabulation.tables
  }

  /// The file, with what left before.
  func release(
    _ kinds: [Kind],
    context: [CountTable] = [],
    earlier: [PublishedCell] = []
  ) throws -> ProtectedRelease {
    try control.protect(
      rows(kinds),
      context: context,
      earlier: earlier,
      rows: KnownRows(),
      patternCost: ArticleLine.cost
    )
  }

  /// The rows as text, equal ones counted: `old f yes: 3`; a suppressed value is a point.
  static func text(_ file: ReleasableMicrodata) -> [String] {
    let written = file.columns.filter { $0.level != nil }
    var lines: [(text: String, count: Int)] = []
    for row in file.rows {
      let text = zip(row, written)
        .map { value, column in value.map { column.lines[$0].id } ?? "." }
        .joined(separator: " ")
      if lines.last?.text == text {
        lines[lines.count - 1].count += 1
      } else {
        lines.append((text, 1))
      }
    }
    return lines.map { "\($0.text): \($0.count)" }
  }
}
