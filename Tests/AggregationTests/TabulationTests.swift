import Aggregation
import Codebook
import Configuration
import Foundation
import Testing

/// The shipped codebook and table plan.
enum Shipped {
  private static func text(_ name: String) throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples/project/\(name)"),
      encoding: .utf8
    )
  }

  static func codebook() throws -> Codebook { try read.get() }

  private static let read = Result {
    try Codebook.read(text: text("codebook.toml"), file: "codebook.toml")
  }

  static func plan(adding more: String = "", replacing old: String = "", with new: String = "")
    throws -> TablePlan
  {
    var plan = try text("tableplan.toml")
    if !old.isEmpty {
      #expect(plan.contains(old))
      plan = plan.replacing(old, with: new)
    }
    return try TablePlan.read(
      TOML.parse(plan + more, file: "tableplan.toml"),
      codebook: codebook()
    )
  }
}

@Suite struct TabulationTests {
  @Test func `contacts are counted each, their visitors once, also over workers`() throws {
    let codebook = try Shipped.codebook()
    let layout = try RowLayout(codebook)
    let tables = try Shipped.plan().tables.filter { $0.id == "T15" }
    var whole: CountTable?
    for visitors in [[1, 1, 2], [2, 2, 3]] as [[UInt32]] {
      var part = try Tabulation(
        tables,
        period: Period(year: 2021),
        codebook: codebook,
        layout: layout
      )
      for visitor in visitors {
        part.add(
          try PersonRow(
            unit: .contact,
            year: 2021,
            quarter: 1,
            recordKey: visitor,
            codes: ["channel": ["web_chat"]],
            layout: layout
          )
        )
      }
      if whole == nil { whole = part.tables[0] } else { try whole?.merge(part.tables[0]) }
    }
    #expect(whole?.persons[0] == 6)
    #expect(whole?.visitors(at: 0) == 3)
  }

  private func row(
    _ layout: RowLayout,
    year: Int = 2021,
    key: UInt32 = 1,
    visitor: Int? = nil,
    _ codes: [String: [String]]
  ) throws -> PersonRow {
    let victim = [
      "topic_trafficking": ["yes"], "contact_role": ["self_victim"], "victim_status": ["likely"],
    ]
    return try PersonRow(
      year: year,
      quarter: 2,
      recordKey: key,
      codes: victim.merging(codes) { $1 },
      layout: layout,
      visitor: visitor
    )
  }

  private func tabulate(_ rows: [PersonRow], _ tables: [String]) throws -> [CountTable] {
    let codebook = try Shipped.codebook()
    var tabulation = try Tabulation(
      Shipped.plan().tables.filter { tables.contains($0.id) },
      period: Period(year: 2021),
      codebook: codebook,
      layout: RowLayout(codebook)
    )
    for row in rows { tabulation.add(row) }
    return tabulation.tables
  }

  private func count(_ table: CountTable, _ lines: [String]) -> Int? {
    var coordinates: [Int] = []
    for (line, dimension) in zip(lines, table.table.dimensions) {
      guard let place = dimension.place(of: line) else { return nil }
      coordinates.append(place)
    }
    return table.persons[table.place(of: coordinates)]
  }

  @Test func `who may be one is doubted in each cell, however the parts are put together`() throws {
    let codebook = try Shipped.codebook()
    let layout = try RowLayout(codebook)
    let planned = try #require(
      try Shipped.plan().tables.first { $0.population == "P3" && $0.dimensions.count == 1 }
    )
    let rows = try [nil, 7, 7, 7, 9, 9].map { try row(layout, visitor: $0, [:]) }
    for split in 0...rows.count {
      let parts = try [rows[..<split], rows[split...]].map { rows in
        var part = try Tabulation(
          [planned],
          period: Period(year: 2021),
          codebook: codebook,
          layout: layout
        )
        for row in rows { part.add(row) }
        return part.tables[0]
      }
      var table = parts[0]
      try table.merge(parts[1])
      #expect(table.persons[0] == 6)
      #expect(table.doubt(at: 0) == 3)
    }
  }

  @Test func `a person counts once in a line, however many of its codes they have`() throws {
    let layout = try RowLayout(Shipped.codebook())
    let table = try #require(
      try tabulate(
        [
          row(layout, ["exploiter_relation": ["father", "mother"]]),
          row(layout, ["exploiter_relation": ["mother", "partner"]]),
          row(layout, ["exploiter_relation": ["unknown"]]),
          row(layout, [:]),
        ],
        ["T05"]
      ).first
    )
    let expected = [
      "total": 4, "known": 2, "parents_narrow": 2, "parents_wide": 2, "partner": 1, "unknown": 2,
    ]
    for (line, persons) in expected { #expect(count(table, [line]) == persons, "\(line)") }
  }

  @Test func `only the population and the period count`() throws {
    let layout = try RowLayout(Shipped.codebook())
    let table = try #require(
      try tabulate(
        [
          row(layout, [:]), row(layout, year: 2020, [:]), row(layout, ["victim_status": ["not"]]),
          row(layout, ["contact_role": ["professional"]]),
          row(layout, ["topic_trafficking": ["possible"]]),
        ],
        ["T01"]
      ).first
    )
    #expect(table.persons == [1])
  }

  @Test func `partial tables of parts of the persons add up, in any order`() throws {
    let layout = try RowLayout(Shipped.codebook())
    let bands = ["00_11", "12_14", "15", "16_17", "18_22", "30plus", "unknown"]
    let rows = try (0..<200).map { index in
      try row(
        layout,
        key: UInt32(truncatingIfNeeded: index &* 2_654_435_761),
        [
          "age_band": [bands[index % 7]], "gender": [index % 3 == 0 ? "male" : "female"],
          "outcome": index % 5 == 0 ? ["kept_contact", "meeting_held"] : ["once_only"],
        ]
      )
    }
    let ids = ["T03", "T04", "T13"]
    let whole = try tabulate(rows, ids)
    for parts in [[0..<200], [0..<1, 1..<120, 120..<200], [120..<200, 0..<120]] {
      var sum = try tabulate([], ids)
      for part in parts {
        for (index, table) in try tabulate(Array(rows[part]), ids).enumerated() {
          try sum[index].merge(table)
        }
      }
      for (one, other) in zip(sum, whole) {
        #expect(one.persons == other.persons)
        #expect(one.keySums == other.keySums)
      }
    }
  }

  @Test func `tables of other plans or periods do not add up`() throws {
    var tables = try tabulate([], ["T03", "T08"])
    #expect(throws: AggregationError.notMergeable(table: "T03")) {
      try tables[0].merge(tables[1])
    }
  }

  @Test func `a code or variable that the codebook does not have is refused`() throws {
    let layout = try RowLayout(Shipped.codebook())
    #expect(throws: AggregationError.unknownCode(variable: "gender", code: "x")) {
      try row(layout, ["gender": ["x"]])
    }
    #expect(throws: AggregationError.unknownVariable("shoe_size")) {
      try row(layout, ["shoe_size": ["41"]])
    }
  }
}
