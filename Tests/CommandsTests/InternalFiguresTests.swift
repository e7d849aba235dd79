import Aggregation
import Codebook
import Foundation
import Ledger
import Testing

@testable import Commands

/// The ledger's persons against `Samples/line/figures.json`: before any protection, figure by figure.
///
/// `figures.json` was worked out from the list of persons alone, apart from this program.
@Suite struct InternalFiguresTests {
  /// A figure's name in the file, and the cell of the shipped plan that carries it.
  static let figures: [(name: String, table: String, line: String)] = [
    ("F3_under15", "T03", "under_15"), ("F3_15_or_under", "T03", "15_or_under"),
    ("minors", "T03", "minor"), ("F4_parents", "T05", "parents_narrow"),
    ("F6_not_known_to_care_or_police", "T07", "none"), ("F7_1y_plus", "T08", "1y_plus"),
    ("F8_5y_plus", "T08", "5plus"), ("F9_both", "T10", "sexual_criminal"),
    ("F12_once", "T13", "once_only"), ("F12_once", "T23", "1"), ("F11_met", "T13", "meeting_held"),
    ("F11_police", "T13", "police_accompanied"), ("F13_ongoing", "T14", "ongoing"),
  ]

  @Test(arguments: [2019, 2020, 2021])
  func `every internal figure of the line is the expected one`(year: Int) async throws {
    let file = URL(filePath: Place.repository + "/Samples/line/figures.json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    )
    let expected = try #require(root["\(year)"] as? [String: Any])
    let tables = try await Self.tables(of: year)
    let victims = try #require(tables["T01"]).persons[0]
    let counted = try #require(expected["F1"] as? Int)
    #expect(victims == counted)
    for (name, id, line) in Self.figures {
      let figure = try #require(expected[name] as? [String: Any])
      let table = try #require(tables[id])
      let place = try #require(table.table.dimensions[0].place(of: line))
      let number = try #require(figure["n"] as? Int)
      let base = try #require(figure["base"] as? Int)
      let found: Int = table.persons[place]
      #expect(found == number, "\(year) \(name)")
      #expect(victims == base)
    }
  }

  @Test func `the change of 2021 on 2020 is the expected one`() async throws {
    let now = try #require(try await Self.tables(of: 2021)["T01"]).persons[0]
    let before = try #require(try await Self.tables(of: 2020)["T01"]).persons[0]
    #expect(now == 285)
    #expect(before == 250)
  }

  /// Crossed by hand from `Samples/line/persons.csv`: in view and length, parents and combination.
  @Test(arguments: [
    ("T17", ["none", "1y_plus"], [2019: 109, 2020: 90, 2021: 159]),
    ("T18", ["parents", "sexual_only"], [2019: 19, 2020: 31, 2021: 35]),
    ("T18", ["parents", "not_sexual_only"], [2019: 1, 2020: 4, 2021: 11]),
    ("T26", ["sexual_criminal"], [2019: 4, 2020: 7, 2021: 33]),
  ])
  func `crossed figures are those of the list of persons`(
    id: String,
    lines: [String],
    counts: [Int: Int]
  ) async throws {
    for (year, count) in counts {
      let table = try #require(try await Self.tables(of: year)[id])
      let places = zip(lines, table.table.dimensions).compactMap { $1.place(of: $0) }
      #expect(places.count == lines.count)
      let found: Int = table.persons[table.place(of: places)]
      #expect(found == count, "\(year)")
    }
  }

  private static func tables(of year: Int) async throws -> [String: CountTable] {
    let project = try ProjectFolder.open(try await SampleReleases.project.value)
    let file = project.path + "/codebook.toml"
    let codebook = try Codebook.read(text: try readText(file), file: file)
    let plan = try project.tablePlan(codebook: codebook)
    let layout = try RowLayout(codebook)
    let period = Period(year: year)
    var tabulation = try Tabulation(
      plan.tables,
      period: period,
      codebook: codebook,
      layout: layout
    )
    let ledger = try Ledger.open(path: project.place("ledger"))
    try ledger.forEachPerson(of: period, layout: layout) { tabulation.add($0) }
    return Dictionary(uniqueKeysWithValues: tabulation.tables.map { ($0.table.id, $0) })
  }
}
