import Aggregation
import Codebook
import Configuration
import DisclosureControl
import Foundation

/// The invented line of `Samples/line/persons.csv`, whose persons give the article's figures.
enum ArticleLine {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func codebook() throws -> Codebook {
    try Codebook.read(text: text("Samples/project/codebook.toml"), file: "codebook.toml")
  }

  static func plan(_ codebook: Codebook) throws -> TablePlan {
    try TablePlan.read(
      TOML.parse(text("Samples/project/tableplan.toml"), file: "tableplan.toml"),
      codebook: codebook
    )
  }

  /// The persons as rows; a person without an exploiting parent gets some other exploiter.
  static func rows(_ layout: RowLayout) throws -> [PersonRow] {
    let lines = try text("Samples/line/persons.csv").split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",").map(String.init)
    let strangers = ["partner", "partner", "friend", "online_contact", "group", "other_family"]
    var rows: [PersonRow] = []
    for (number, line) in lines.dropFirst().enumerated() {
      var codes: [String: [String]] = [
        "topic_trafficking": ["yes"], "contact_role": ["self_victim"], "victim_status": ["likely"],
      ]
      var year = 0
      for (name, value) in zip(header, line.split(separator: ",")) {
        let answers = value.split(separator: "|").map(String.init)
        switch name {
        case "person": continue
        case "ref_year": year = Int(value) ?? 0
        case "parent_exploiter":
          codes[name] = answers
          switch value {
          case "both": codes["exploiter_relation"] = ["father", "mother"]
          case "one": codes["exploiter_relation"] = ["father"]
          case "unspecified": codes["exploiter_relation"] = ["parent_unspecified"]
          default: codes["exploiter_relation"] = [strangers[number % strangers.count]]
          }
        case "outcome":
          codes[name] = answers
          codes["n_contacts"] = [answers.contains("once_only") ? "1" : "2_5"]
          codes["reached"] = [reached(Set(answers))]
        default: codes[name] = answers
        }
      }
      rows.append(
        try PersonRow(
          year: year,
          quarter: number % 4 + 1,
          recordKey: UInt32(truncatingIfNeeded: number &* 2_654_435_761),
          codes: codes,
          layout: layout
        )
      )
    }
    return rows
  }

  /// The farthest of a person's follow-ups.
  private static func reached(_ outcomes: Set<String>) -> String {
    if !outcomes.isDisjoint(with: ["meeting_held", "police_accompanied"]) { return "met" }
    if outcomes.contains("ref_accepted") { return "referred" }
    if outcomes.contains("once_only") { return "once" }
    return outcomes == ["unknown"] ? "unknown" : "other"
  }

  /// A cost that does not depend on counts: FNV-1a of the key's text.
  static func cost(_ key: CellKey) -> UInt64 {
    key.description.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The releases of 2019, 2020 and 2021, each taking in those before; made once.
  static func releases() throws -> [Int: ProtectedRelease] { try made.get() }

  private static let made = Result { try make() }

  private static func make() throws -> [Int: ProtectedRelease] {
    let codebook = try codebook()
    let plan = try plan(codebook)
    let layout = try RowLayout(codebook)
    let rows = try rows(layout)
    let control = DisclosureControl(plan: plan, codebook: codebook, reach: .public)
    var earlier: [PublishedCell] = []
    var releases: [Int: ProtectedRelease] = [:]
    for year in [2019, 2020, 2021] {
      var tabulation = try Tabulation(
        plan.tables(for: .public),
        period: Period(year: year),
        codebook: codebook,
        layout: layout
      )
      for row in rows { tabulation.add(row) }
      let release = try control.protect(tabulation.tables, earlier: earlier, patternCost: cost)
      earlier += release.publishedCells
      releases[year] = release
    }
    return releases
  }
}
