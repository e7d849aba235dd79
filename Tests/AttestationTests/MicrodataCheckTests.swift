import Codebook
import Testing

@testable import Attestation
@testable import Datasets

/// What a recipient finds of a file of rows, worked by hand: k = 3, l = 2.
@Suite struct MicrodataCheckTests {
  /// A file of one identifying and one sensitive column; `.` is a suppressed value.
  private func file(_ rows: [String], suppressed: Int = 0) -> DatasetMicrodata {
    func column(
      _ id: String,
      _ role: DatasetMicrodata.Column.Role,
      _ codes: [String],
      _ suppressed: Int
    ) -> DatasetMicrodata.Column {
      DatasetMicrodata.Column(
        variable: id,
        label: Label(nl: id, en: id),
        role: role,
        level: id,
        lines: codes.map {
          DatasetLine(id: $0, label: Label(nl: $0, en: $0), kind: .code, codes: [$0])
        },
        suppressed: suppressed,
        lossTenths: 0
      )
    }
    return DatasetMicrodata(
      id: "R",
      title: Label(nl: "R", en: "R"),
      population: "P",
      populationLabel: Label(nl: "P", en: "P"),
      period: "2021",
      leastAlike: 3,
      leastAnswers: 2,
      columns: [
        column("age", .identifying, ["young", "old"], suppressed),
        column("told", .sensitive, ["yes", "no"], 0),
      ],
      rowsLeftOut: 0,
      rows: rows.map { row in
        row.split(separator: " ").map { $0 == "." ? nil : String($0) }
      }
    )
  }

  @Test func `a file as it should be has no finding`() {
    let data = file(
      [
        "young yes", "young yes", "young no", "old yes", "old no", "old no", ". yes", ". yes",
        ". no",
      ],
      suppressed: 3
    )
    #expect(MicrodataCheck.findings(data) == [])
    let measures = MicrodataCheck.measures(data)
    #expect(measures.alike == 3 && measures.answers == 2)
  }

  @Test func `too few rows alike, a suppressed value being one, are found`() {
    let data = file(["young yes", "young yes", "young no", ". yes", ". no"], suppressed: 2)
    #expect(MicrodataCheck.findings(data) == [.tooFewAlike(file: "R", rows: 2, least: 3)])
  }

  @Test func `one answer among rows that look alike is found`() {
    let data = file(["young yes", "young no", "young no", "old yes", "old yes", "old yes"])
    #expect(MicrodataCheck.findings(data) == [.tooFewAnswers(file: "R", answers: 1, least: 2)])
  }

  @Test(arguments: [
    ["young no", "young yes", "young yes"],
    [". yes", ". yes", ". no", "young yes", "young yes", "young no"],
  ])
  func `rows out of the order of their values are found`(rows: [String]) {
    let data = file(rows, suppressed: rows.count { $0.hasPrefix(".") })
    #expect(MicrodataCheck.findings(data) == [.rowsNotInOrder(file: "R")])
  }

  @Test(arguments: [2, 4])
  func `another number of suppressed values than there are is found`(said: Int) {
    let data = file([". yes", ". yes", ". no"], suppressed: said)
    #expect(
      MicrodataCheck.findings(data) == [
        .miscalculated(.init(table: "R", lines: ["age"]), measure: "suppressed")
      ]
    )
  }
}
