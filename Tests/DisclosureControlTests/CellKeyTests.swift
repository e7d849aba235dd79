import Aggregation
import DisclosureControl
import Testing

@Suite struct CellKeyTests {
  /// i, v and p of a table that the R package `ptable` made.
  private func expected(_ file: String) throws -> [[Int: Double]] {
    var rows: [[Int: Double]] = []
    for line in try ArticleLine.text("Tests/Fixtures/disclosure/\(file)")
      .split(whereSeparator: \.isNewline).dropFirst()
    {
      let fields = line.split(separator: ",")
      guard let i = Int(fields[0]), let p = Double(fields[2]), let v = Int(fields[3]) else {
        continue
      }
      while rows.count <= i { rows.append([:]) }
      rows[i][v] = p
    }
    return rows
  }

  @Test(arguments: [
    ("D2V1.csv", PerturbationTable.Parameters(distance: 2, variance: 1, smallest: 0, stay: 0)),
    ("ptable_D5V3js2pstay05.csv", .standard),
  ])
  func `probabilities equal those of R's ptable to one in a million`(
    file: String,
    parameters: PerturbationTable.Parameters
  ) throws {
    let table = try PerturbationTable(parameters)
    let expected = try expected(file)
    #expect(table.rows.count == expected.count)
    for (i, row) in table.rows.enumerated() {
      #expect(Set(row.map(\.change)) == Set(expected[i].keys))
      for entry in row {
        #expect(abs(entry.probability - (expected[i][entry.change] ?? 9)) < 1e-6, "\(i) \(entry)")
      }
    }
  }

  @Test(arguments: [
    PerturbationTable.Parameters(distance: 3, variance: 2, smallest: 0, stay: 0),
    .init(distance: 4, variance: 2, smallest: 1, stay: 0.3),
    .init(distance: 5, variance: 3, smallest: 2, stay: 0.5),
    .init(distance: 8, variance: 5, smallest: 3, stay: 0.4),
    .init(distance: 10, variance: 6, smallest: 2, stay: 0.6),
  ])
  func `every row keeps the mean, the variance and the forbidden numbers`(
    parameters: PerturbationTable.Parameters
  ) throws {
    let table = try PerturbationTable(parameters)
    for (i, row) in table.rows.enumerated().dropFirst() {
      let sum = row.reduce(0) { $0 + $1.probability }
      let mean = row.reduce(0) { $0 + $1.probability * Double($1.change) }
      let variance = row.reduce(0) { $0 + $1.probability * Double($1.change * $1.change) }
      #expect(abs(sum - 1) < 1e-9)
      #expect(abs(mean) < 1e-8)
      #expect(variance < parameters.variance + 1e-8)
      for entry in row {
        #expect(entry.probability >= 0)
        let j = i + entry.change
        #expect(j >= 0 && (j == 0 || j > parameters.smallest))
        #expect(abs(entry.change) <= parameters.distance)
      }
      let below = row.filter { $0.change <= 0 }.map(\.probability)
      #expect(zip(below, below.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 }, "\(i)")
      #expect(row.last?.bound == 1 << 32)
    }
  }

  @Test func `parameters that no probabilities meet are refused`() {
    // i = 1 may become 0, 5 or 6: the least variance is 4.
    #expect(throws: DisclosureError.self) {
      try PerturbationTable(.init(distance: 5, variance: 1, smallest: 4, stay: 0))
    }
    #expect(throws: DisclosureError.self) {
      try PerturbationTable(.init(distance: 0, variance: 1, smallest: 0, stay: 0))
    }
  }

  @Test func `the worked table of sex and age comes out cell by cell`() throws {
    // Keys are given in hundred-thousandths; their sums are exact.
    var counts: [String: (persons: Int, key: Int)] = [:]
    for line in try ArticleLine.text(
      "Tests/Fixtures/disclosure/microdata_sex_age_reckey.csv"
    ).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      let key = Int((Double(fields[2]) ?? 0) * 100_000 + 0.5)
      for cell in [
        "\(fields[0]),\(fields[1])", "\(fields[0]),Total", "Total,\(fields[1])", "Total,Total",
      ] {
        let now = counts[cell] ?? (0, 0)
        counts[cell] = (now.persons + 1, (now.key + key) % 100_000)
      }
    }
    let table = try PerturbationTable(.standard)
    var checked = 0
    for line in try ArticleLine.text(
      "Tests/Fixtures/disclosure/expected_freqtab_sex_age.csv"
    ).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      let cell = try #require(counts["\(fields[0]),\(fields[1])"])
      #expect(cell.persons == Int(fields[2]))
      #expect(abs(Double(cell.key) / 100_000 - (Double(fields[3]) ?? 9)) < 1e-9)
      let key = UInt32(Double(cell.key) / 100_000 * 4_294_967_296)
      #expect(table.published(cell.persons, key: key) == Int(fields[6]), "\(line)")
      checked += 1
    }
    #expect(checked == 21)
  }
}
