import Aggregation
import Codebook
import Configuration
import Foundation

/// A project's codebook and table plan with invented persons.
struct PlannedLine {
  let codebook: Codebook
  let plan: TablePlan
  let layout: RowLayout

  /// Reads `codebook.toml` and `tableplan.toml` of a folder.
  init(_ folder: String) throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
    codebook = try Codebook.read(text: text("codebook.toml"), file: "codebook.toml")
    let root = try TOML.parse(text("tableplan.toml"), file: "tableplan.toml")
    plan = try TablePlan.read(root, codebook: codebook)
    layout = try RowLayout(codebook)
  }

  /// Empty tables of a period.
  func tabulation(_ tables: [PlannedTable], _ period: Period) throws -> Tabulation {
    try Tabulation(tables, period: period, codebook: codebook, layout: layout)
  }

  /// Victims whose answers are drawn apart, common ones more often; a derived variable follows
  /// what it is derived from.
  func rows(_ count: Int, years: Int) -> [PersonRow] {
    var dice = Dice(state: 2)
    return (0..<count).map { number in
      var answers = layout.columns.map { column in
        let bit = 1 << UInt64(dice.skewed(below: column.codes.count)) as UInt64
        guard column.isMulti, bit & column.missing == 0 else { return bit }
        let other = 1 << UInt64(dice.skewed(below: column.codes.count)) as UInt64
        return other & column.missing == 0 ? bit | other : bit
      }
      for dimension in plan.tables.flatMap(\.dimensions) where dimension.isMulti {
        // An answer that stands alone drops the others.
        let alone = answers[dimension.column] & dimension.exclusiveBits
        if alone != 0 { answers[dimension.column] = 1 << UInt64(alone.trailingZeroBitCount) }
      }
      for condition in codebook.population("P3")?.conditions ?? [] {
        guard let place = layout.place(of: condition.variable) else { continue }
        answers[place] = layout.columns[place].bit(of: condition.codes[0]) ?? 0
      }
      for pair in plan.same { settle((pair.one, pair.other), &answers) }
      return PersonRow(
        year: 2019 + number % years,
        quarter: number / years % 4 + 1,
        recordKey: UInt32(truncatingIfNeeded: dice.next()),
        answers: answers
      )
    }
  }

  /// The persons of `Samples/line/persons.csv`; what it does not tell of them is missing.
  func persons(_ file: String) throws -> [PersonRow] {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let names = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst().enumerated().map { number, line in
      var codes: [String: [String]] = [:]
      for condition in codebook.population("P3")?.conditions ?? [] {
        codes[condition.variable] = [condition.codes[0]]
      }
      var year = 0
      for (name, value) in zip(names, line.split(separator: ",")) {
        if name == "ref_year" { year = Int(value) ?? 0 }
        guard let place = layout.place(of: name) else { continue }
        codes[name] = value.split(separator: "|").map(String.init)
          .filter { layout.columns[place].bit(of: $0) != nil }
      }
      let row = try PersonRow(
        year: year,
        quarter: number % 4 + 1,
        recordKey: UInt32(truncatingIfNeeded: number &* 2_654_435_761),
        codes: codes,
        layout: layout
      )
      var answers = row.answers
      for pair in plan.same {
        let isTold = names.contains(pair.one.variable)
        settle(isTold ? (pair.one, pair.other) : (pair.other, pair.one), &answers)
      }
      return PersonRow(
        year: row.year,
        quarter: row.quarter,
        recordKey: row.recordKey,
        answers: answers
      )
    }
  }

  /// Makes the second of two equal conditions hold where the first does, and only there.
  private func settle(
    _ pair: (one: CellKey.Condition, other: CellKey.Condition),
    _ answers: inout [UInt64]
  ) {
    func bits(_ condition: CellKey.Condition, _ place: Int) -> UInt64 {
      condition.codes.reduce(0) { $0 | (layout.columns[place].bit(of: $1) ?? 0) }
    }
    guard let one = layout.place(of: pair.one.variable),
      let other = layout.place(of: pair.other.variable)
    else { return }
    let (meets, follows) = (bits(pair.one, one), bits(pair.other, other))
    let rest = layout.columns[other].all & ~follows
    let wanted = answers[one] & meets != 0 ? follows : rest
    if answers[other] & wanted == 0 { answers[other] = 1 << UInt64(wanted.trailingZeroBitCount) }
    if wanted == rest { answers[other] &= ~follows }
  }
}
