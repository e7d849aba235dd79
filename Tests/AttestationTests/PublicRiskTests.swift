import Attestation
import Codebook
import Datasets
import DisclosureControl
import Foundation
import Testing

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
