import Aggregation
import Attestation
import Codebook
import Compression
import Datasets
import DisclosureControl
import Foundation
import Testing

struct ReleaseCheckTests {
  private let folder: String
  private var place: String { folder + "/release" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func release(_ year: Int = 2021) throws {
    let draft = try ReleaseDraft(place: place)
    let description = ReleaseDescription(
      name: "\(year)-centre",
      title: Label(nl: "Cijfers", en: "Figures"),
      period: "\(year)",
      recipient: "centre",
      codebook: "test 1",
      program: "luwte test",
      verdict: "pass"
    )
    try draft.add(description, try #require(try ArticleLine.releases()[year]))
    try draft.seal()
    try draft.publish()
  }

  /// A line may have a year in which nobody came: zeros say nothing of anybody then.
  @Test func `a release of nobody verifies`() throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let tabulation = try Tabulation(
      plan.tables(for: .public),
      period: Period(year: 2021),
      codebook: codebook,
      layout: RowLayout(codebook)
    )
    let protected = try DisclosureControl(plan: plan, codebook: codebook, reach: .public)
      .protect(tabulation.tables, earlier: [], patternCost: ArticleLine.cost)
    let draft = try ReleaseDraft(place: place)
    try draft.add(
      ReleaseDescription(
        name: "2021-centre",
        title: Label(nl: "Cijfers", en: "Figures"),
        period: "2021",
        recipient: "centre",
        codebook: "test 1",
        program: "luwte test",
        verdict: "pass"
      ),
      protected
    )
    try draft.seal()
    try draft.publish()
    #expect(try findings().isEmpty)
  }

  private func findings() throws -> [ReleaseFinding] { try ReleaseCheck.run(place).findings }

  /// Changes the text of a table and makes manifest and package agree with it again, as a forger
  /// would.
  private func forge(_ table: String, _ old: String, _ new: String) throws {
    let path = "tables/\(table).csv.gz"
    let url = URL(filePath: place + "/" + path)
    let bytes = [UInt8](try Data(contentsOf: url))
    let text = String(decoding: try Gzip.decompress(bytes), as: UTF8.self)
    #expect(text.contains(old))
    try replace(path, Gzip.compress(Array(text.replacing(old, with: new).utf8)))
  }

  private func replace(_ path: String, _ bytes: [UInt8]) throws {
    let old = try #require(
      Manifest(json: [UInt8](Data(contentsOf: URL(filePath: place + "/MANIFEST.json"))))
    )
    let before = try #require(old.files.first { $0.path == path })
    let draft = try ReleaseDraft(place: folder + "/new")
    for file in old.files {
      var content = [UInt8](try Data(contentsOf: URL(filePath: place + "/" + file.path)))
      if file.path == path { content = bytes }
      if file.path == "datapackage.json" {
        let scratch = try ReleaseDraft(place: folder + "/scratch")
        try scratch.add("x", bytes)
        let now = try #require(scratch.files.first)
        content = Array(
          String(decoding: content, as: UTF8.self)
            .replacing(before.sha256, with: now.sha256)
            .replacing("\"bytes\": \(before.bytes),", with: "\"bytes\": \(now.bytes),").utf8
        )
      }
      try draft.add(file.path, content)
    }
    try draft.seal()
    try draft.publish()
    try Folder.remove(place)
    try Folder.rename(folder + "/new", to: place)
  }

  @Test(arguments: [2019, 2020, 2021])
  func `a release as it was made holds`(year: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release(year)
    let check = try ReleaseCheck.run(place)
    #expect(check.findings == [])
    #expect(check.files == 15 && check.cells > 60 && check.withheld > 3)
  }

  @Test func `every changed byte is noticed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    for path in try Folder.tree(below: place).files where path != Manifest.path {
      let url = URL(filePath: place + "/" + path)
      let bytes = try Data(contentsOf: url)
      var changed = bytes
      changed[bytes.count / 2] ^= 1
      try changed.write(to: url)
      #expect(try findings().contains(.altered(path: path)))
      try bytes.write(to: url)
    }
    #expect(try findings() == [])
  }

  @Test func `missing and extra files are noticed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    try FileManager.default.removeItem(atPath: place + "/tables/T05.csv.gz")
    try Data().write(to: URL(filePath: place + "/tables/.hidden"))
    try FileManager.default.createSymbolicLink(
      atPath: place + "/link",
      withDestinationPath: "/etc/hostname"
    )
    #expect(
      try findings() == [
        .notAFile(path: "link"), .missing(path: "tables/T05.csv.gz"),
        .extra(path: "tables/.hidden"),
      ]
    )
    try FileManager.default.removeItem(atPath: place + "/MANIFEST.json")
    #expect(try findings().contains(.noManifest))
  }

  @Test func `a signature of the manifest is no extra file when it is expected`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    try Data().write(to: URL(filePath: place + "/MANIFEST.json.minisig"))
    #expect(try findings() == [.extra(path: "MANIFEST.json.minisig")])
    #expect(try ReleaseCheck.run(place, companions: ["MANIFEST.json.minisig"]).findings == [])
  }

  @Test func `a withheld band that is shown after all gives its neighbour away`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    try forge("T03", "2021,12_14,.,.,.,.,.", "2021,12_14,47,17.6,267,16.5,285")
    #expect(
      try findings() == [
        .derivable(.init(table: "T03", lines: ["00_11"]), from: 7, to: 7)
      ]
    )
  }

  @Test func `a small number, a wrong share and a wrong total are noticed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    try forge("T13", "police_accompanied,.,.,.", "police_accompanied,8,2.8,285")
    #expect(
      try findings() == [
        .belowThreshold(.init(table: "T13", lines: ["police_accompanied"]), threshold: 10)
      ]
    )
    try forge("T14", "ongoing,214,75.1", "ongoing,214,75.2")
    #expect(
      try findings().contains(
        .miscalculated(.init(table: "T14", lines: ["ongoing"]), measure: "share_all")
      )
    )
    try forge("T01", "2021,285,14.0,250", "2021,286,14.4,250")
    #expect(try findings().contains { $0.code == "totals_differ" })
  }

  @Test func `a table that is no table is malformed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try release()
    try forge("T03", "under_15,54", "under_15,54.0")
    guard case .malformed("tables/T03.csv.gz", _)? = try findings().first else {
      Issue.record("a broken number was read")
      return
    }
  }
}
