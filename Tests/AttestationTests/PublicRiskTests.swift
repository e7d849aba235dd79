import Codebook
import DisclosureControl
import Foundation
import Testing

@testable import Attestation
@testable import Datasets

/// What a release says of its own risk, against numbers worked out of the article's tables by hand.
struct PublicRiskTests {
  private func release(_ place: String, risk change: ([UInt8]) -> [UInt8]) throws {
    let draft = try ReleaseDraft(place: place)
    let description = ReleaseDescription(
      name: "2021-centre",
      title: Label(nl: "Cijfers", en: "Figures"),
      period: "2021",
      recipient: "centre",
      codebook: "test 1",
      program: "luwte test",
      verdict: "pass"
    )
    let protected = try #require(try ArticleLine.releases()[2021])
    try draft.add(description, protected)
    let risk = PublicRisk(
      protected.tables.map(DatasetTable.init),
      files: draft.contents.map(\.bytes)
    )
    try draft.add(PublicRisk.path, change(risk.json))
    try draft.seal()
    try draft.publish()
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/release")
  }

  @Test func `a recipient works out the same risk from the release`() throws {
    try withFolder { place in
      try release(place) { $0 }
      #expect(try ReleaseCheck.run(place).findings.isEmpty)
    }
  }

  @Test func `a risk file that says less than the tables give is found`() throws {
    try withFolder { place in
      try release(place) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\"tokens\": 0"))
        return Array(text.replacing("\"tokens\": 0", with: "\"tokens\": 1").utf8)
      }
      #expect(try ReleaseCheck.run(place).findings == [.riskDiffers])
    }
  }

  @Test func `the age table's smallest number, narrowest interval and greatest part`() throws {
    let protected = try #require(try ArticleLine.releases()[2021])
    let risk = PublicRisk(protected.tables.map(DatasetTable.init), files: [])
    let ages = try #require(risk.tables.first { $0.id == "T03" })
    let table = try #require(protected.tables.first { $0.id == "T03" })
    #expect(ages.cells == table.cells.count)
    #expect(ages.withheld == table.withheldCount)
    #expect(ages.smallest == table.cells.compactMap(\.count.number).filter { $0 > 0 }.min())
    // 23plus is 33 and shown, its two codes are withheld: each lies between 0 and 33. The codes
    // under 15 lie between 0 and 54.
    #expect(ages.narrowest.map { [$0.from, $0.to] } == [0, 33])
    // Most are minors: 168 of 285 is 0.589.
    #expect(ages.largest?.lines == ["minor"])
    #expect(ages.largest?.perMille == 589)
    #expect(ages.farthest == nil)
    #expect(risk.tokens == 0)
  }

  /// A hundred persons by a and b, `nil` where withheld.
  private func crossed(_ counts: [Int?], multi: Bool = false) -> DatasetTable {
    func dimension(_ id: String, isMulti: Bool) -> DatasetDimension {
      let label = Label(nl: id, en: id)
      let lines = ["total", id + "1", id + "2"].enumerated().map { place, line in
        DatasetLine(
          id: line,
          label: label,
          kind: place == 0 ? .total : .code,
          codes: place == 0 ? [id + "1", id + "2"] : [line]
        )
      }
      return DatasetDimension(id: id, variable: id, label: label, isMulti: isMulti, lines: lines)
    }
    return DatasetTable(
      id: "X",
      title: Label(nl: "X", en: "X"),
      population: "P",
      populationLabel: Label(nl: "P", en: "P"),
      period: "2021",
      dimensions: [dimension("a", isMulti: multi), dimension("b", isMulti: false)],
      measures: [.count],
      protection: DatasetProtection(
        method: "suppress",
        parameters: ["threshold": "5"],
        showsZeros: true
      ),
      cells: counts.map { count in
        DatasetCell(
          count: count.map(DatasetValue.count) ?? .withheld,
          shareOfKnown: .impossible,
          shareOfAll: .impossible,
          change: .impossible
        )
      }
    )
  }

  /// By hand, all by b (60, 40), a1 (20, 30), a2 (40, 10).
  ///
  /// Of a given b2: (30, 10) of 40 against (50, 50) of 100, half of 0.25 + 0.25; of b given a: 0.2
  /// for both; of a given b1: 0.167. 40 of the 50 with a2 have b1, more than 30 of the 40 with b2
  /// have a1.
  @Test func `of a crossed table the farthest line and the greatest part are told`() {
    let risk = PublicRisk([crossed([100, 60, 40, 50, 20, 30, 50, 40, 10])], files: [])
    #expect(
      String(decoding: risk.json, as: UTF8.self) == """
        {
          "format": "luwte-risk/v1",
          "tokens": 0,
          "tables": [
            {
              "table": "X",
              "cells": 9,
              "withheld": 0,
              "smallest_shown": 10,
              "largest_part": {
                "lines": [
                  "a2",
                  "b1"
                ],
                "of": "b",
                "per_mille": 800
              },
              "farthest_line": {
                "given": "b",
                "line": "b2",
                "told": "a",
                "per_mille": 250
              }
            }
          ]
        }

        """
    )
  }

  /// Without (a1, b2) and (a2, b2): b given either a and a given b2 are not told.
  @Test func `lines with a withheld number tell no distance, what pen and paper tell is said`() {
    let table = crossed([100, 60, 40, 50, 20, nil, 50, 40, nil])
    let risk = PublicRisk([table], files: []).tables[0]
    #expect(risk.withheld == 2 && risk.smallest == 20)
    #expect(risk.farthest == .init(given: "b", line: "b1", variable: "a", perMille: 166))
    // 50 - 20 and 50 - 40: pen and paper tell both of them here.
    #expect(risk.narrowest == .init(lines: ["a1", "b2"], from: 30, to: 30))
  }

  @Test func `several answers of a person are no answer to be told`() {
    let counts: [Int?] = [100, 60, 40, 50, 20, 30, 50, 40, 10]
    let risk = PublicRisk([crossed(counts, multi: true)], files: []).tables[0]
    // Of b given a alone: 0.2 for both lines, the first of them.
    #expect(risk.farthest == .init(given: "a", line: "a1", variable: "b", perMille: 200))
  }

  @Test(arguments: [
    ("<PERSON:7Q3KX9M2>", 1), ("key,7Q3KX9M2ABCD1234EFGH5678JK\n", 1), ("7Q3KX9M", 0),
    ("20212021", 0), ("ABCDEFGH", 0), ("7q3kx9m2ab", 0), ("P3_2021_ABC1", 0),
    ("7Q3KX9M2 7Q3KX9M2", 1),
    ("7Q3KX9MO", 0), ("sha256:9f86d081884c7d65", 0),
  ])
  func `what looks like a key is counted once`(text: String, count: Int) {
    #expect(TokenSearch.tokens(in: Array(text.utf8)).count == count, "\(text)")
  }
}
