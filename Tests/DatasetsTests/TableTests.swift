import Codebook
import Testing

@testable import Datasets

/// A small table with every sign; invented.
enum Example {
  static let description = ReleaseDescription(
    name: "2021 Centre",
    title: Label(nl: "Cijfers over 2021", en: "Figures of 2021"),
    period: "2021",
    recipient: "centre",
    codebook: "test 1",
    program: "luwte test",
    verdict: "pass"
  )

  static let table = DatasetTable(
    id: "T1",
    title: Label(nl: "Leeftijd", en: "Age"),
    population: "P3",
    populationLabel: Label(nl: "slachtoffers, \"alle\"", en: "victims"),
    period: "2021",
    dimensions: [
      DatasetDimension(
        id: "age",
        variable: "age",
        label: Label(nl: "leeftijd", en: "age"),
        isMulti: false,
        lines: [
          line("total", .total, ["young", "old", "unknown"]),
          line("known", .known, ["young", "old"]),
          line("young", .code, ["young"]), line("old", .code, ["old"]),
          line("unknown", .missing, ["unknown"]),
        ]
      )
    ],
    measures: [.count, .shareOfKnown, .shareOfAll],
    protection: DatasetProtection(
      method: "suppress",
      parameters: ["threshold": "10", "minimum_base": "30"],
      showsZeros: true
    ),
    cells: [
      cell(.count(100), .impossible, .impossible), cell(.count(80), .impossible, .impossible),
      cell(.count(60), .tenths(750, base: 80), .tenths(600, base: 100)),
      cell(.count(20), .tenths(250, base: 80), .tenths(200, base: 100)),
      cell(.withheld, .impossible, .withheld),
    ]
  )

  static let headline = DatasetTable(
    id: "T0",
    title: Label(nl: "Per jaar", en: "Per year"),
    population: "P3",
    populationLabel: Label(nl: "slachtoffers", en: "victims"),
    period: "2021",
    dimensions: [],
    measures: [.count, .change],
    protection: DatasetProtection(method: "suppress", parameters: [:], showsZeros: true),
    cells: [
      DatasetCell(
        count: .count(100),
        shareOfKnown: .impossible,
        shareOfAll: .impossible,
        change: .tenths(-200, base: 125, period: "2020")
      )
    ]
  )

  private static func line(_ id: String, _ kind: DatasetLine.Kind, _ codes: [String])
    -> DatasetLine
  {
    DatasetLine(id: id, label: Label(nl: "nl \(id)", en: "en \(id)"), kind: kind, codes: codes)
  }

  private static func cell(_ count: DatasetValue, _ known: DatasetShare, _ all: DatasetShare)
    -> DatasetCell
  {
    DatasetCell(count: count, shareOfKnown: known, shareOfAll: all, change: .impossible)
  }
}

struct TableTests {
  @Test func `a table is written with a base beside every share and signs for what is not said`() {
    #expect(
      String(decoding: TableCSV.write(Example.table), as: UTF8.self)
        == """
        period,age,count,share_known,base_known,share_all,base_all\r
        2021,total,100,,,,\r
        2021,known,80,,,,\r
        2021,young,60,75.0,80,60.0,100\r
        2021,old,20,25.0,80,20.0,100\r
        2021,unknown,.,,,.,.\r

        """
    )
    #expect(
      String(decoding: TableCSV.write(Example.headline), as: UTF8.self)
        == "period,count,change,change_base,change_period\r\n2021,100,-20.0,125,2020\r\n"
    )
  }

  @Test(arguments: [Example.table, Example.headline])
  func `what is written reads back`(table: DatasetTable) throws {
    #expect(try TableCSV.read(TableCSV.write(table), as: table.with(cells: [])) == table.cells)
  }

  @Test(arguments: [
    ("100,", "1e2,", 2, "count"), ("100,", "-1,", 2, "count"), ("100,", "0100,", 2, "count"),
    ("75.0", "75", 4, "share_known"), ("2021,old", "2020,old", 5, "period"),
    ("2021,old", "2021,young", 5, "age"), (",.,.", ",.,", 6, "share_all"),
    ("2021,old,20,25.0,80,20.0,100\r\n", "", 5, ""), ("period,age", "age,period", 1, ""),
    ("60.0,100\r\n", "60.0,100,1\r\n", 4, ""),
  ])
  func `a changed file is refused with its line and column`(
    old: String,
    new: String,
    line: Int,
    column: String
  ) {
    let text = String(decoding: TableCSV.write(Example.table), as: UTF8.self)
    #expect(text.contains(old))
    let bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    #expect(throws: TableCSV.Mismatch(line: line, column: column)) {
      try TableCSV.read(bytes, as: Example.table)
    }
  }

  // RFC 4180, section 2, and what it forbids.
  @Test(arguments: [
    ("aaa,bbb\r\nzzz,yyy\r\n", [["aaa", "bbb"], ["zzz", "yyy"]]),
    ("aaa,bbb", [["aaa", "bbb"]]),
    ("\"aaa\",\"b\r\nbb\"\r\n", [["aaa", "b\r\nbb"]]),
    ("\"b\"\"bb\"\n", [["b\"bb"]]),
    ("a,\r\n", [["a", ""]]), (",", [["", ""]]), ("", []),
    ("a\"b\r\n", nil), ("\"a", nil), ("\"a\"b\r\n", nil), ("a\rb", nil),
  ])
  func `comma-separated values are read as RFC 4180 has them`(text: String, wanted: [[String]]?) {
    let records = CSV.read(Array(text.utf8))
    #expect(records == wanted)
    if let records { #expect(CSV.read(CSV.write(records)) == records) }
  }

  @Test(arguments: [
    (54, 285, 189), (46, 285, 161), (71, 285, 249), (271, 285, 951), (1, 8, 125), (1, 2000, 1),
    (1, 2001, 0), (0, 9, 0), (9, 9, 1000),
  ])
  func `shares are rounded half up in tenths`(numerator: Int, base: Int, wanted: Int) {
    #expect(Percentage.share(numerator, of: base) == wanted)
    #expect(Percentage.tenths(Percentage.text(wanted)) == wanted)
  }

  @Test func `changes keep their sign`() {
    #expect(Percentage.change(from: 250, to: 285) == 140)
    #expect(Percentage.change(from: 125, to: 100) == -200)
    #expect(Percentage.text(-5) == "-0.5" && Percentage.tenths("-0.5") == -5)
  }

  @Test func `a table is drawn for a terminal with its legend`() {
    #expect(
      TextTable.draw(Example.table, .en)
        == """
        T1  Age, 2021
        victims

        age         persons  % known  of  % all   of
        --------------------------------------------
        en total        100
        en known         80
        en young         60     75.0  80   60.0  100
        en old           20     25.0  80   20.0  100
        en unknown        .                   .    .
        --------------------------------------------
        . = secret, or too uncertain to say
        empty = cannot occur
        a number of fewer than 10 persons is not shown

        """
    )
    #expect(TextTable.draw(Example.table, .nl).contains("nl young        60      75,0"))
  }
}
