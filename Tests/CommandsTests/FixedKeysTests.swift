import Aggregation
import Datasets
import Foundation
import Keys
import Testing

@testable import Commands
@testable import Ledger

/// What keys may change of a release, and what they may not.
@Suite(.serialized) struct FixedKeysTests {
  /// A copy of the sample line, closed and never released.
  private func withUnreleased(_ body: (String) async throws -> Void) async throws {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      for name in Folders.names(in: project + "/releases") {
        try FileManager.default.removeItem(atPath: "\(project)/releases/\(name)")
      }
      try Ledger.open(path: project + "/ledger.db").connection
        .execute("DELETE FROM release_files; DELETE FROM releases")
      try await body(project)
    }
  }

  private static func bytes(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let all = FileManager.default.enumerator(atPath: folder)
    while let name = all?.nextObject() as? String {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return files
  }

  @Test func `the same ledger and keys in two projects give the same bytes`() async throws {
    try await withUnreleased { one in
      try await withUnreleased { other in
        for project in [one, other] {
          for year in ["2019", "2020", "2021"] {
            let made = await SampleReleases.release(year, of: project)
            #expect(made.status == .done, "\(made.error)")
          }
        }
        let releases = Folders.names(in: one + "/releases")
        #expect(releases.count == 3)
        for name in releases {
          let first = try Self.bytes(of: "\(one)/releases/\(name)")
          #expect(first.count > 5)
          #expect(try Self.bytes(of: "\(other)/releases/\(name)") == first, "\(name)")
        }
      }
    }
  }

  /// Makes a release with keys of a test.
  private func release(_ text: String, of project: String, seed: String) throws -> String {
    let verb = try #require(Verb.all.first { $0.name == "release" })
    let world = RecordingConsole().world(shippedFiles: Place.repository)
    let call = try Invocation.parse(["--project", project], for: verb, in: world)
    let workshop = try Workshop.open(call)
    let folder = try #require(workshop.project)
    let governance = try Governance.read(try folder.configuration("governance.toml"))
    return try ReleaseRun(
      project: folder,
      keyring: .fixed(testSeed: seed),
      codebook: try workshop.codebook(),
      recipient: try #require(governance.recipients.first { $0.id == "research-centre" }),
      detector: try workshop.detector(),
      notice: governance.notice,
      isReviewed: true,
      content: .tables,
      time: "2022-01-01T00:00:00Z"
    ).run(try #require(Period(text))).place
  }

  @Test func `whatever the keys, every release can be made, and what is shown is the same`()
    async throws
  {
    var shown: [String: Int] = [:]
    for seed in ["a line", "another line", "a third line", "a fourth line"] {
      try await withUnreleased { project in
        for period in ["2019", "2020", "2021", "2019..2021"] {
          let place = try release(period, of: project, seed: seed)
          #expect(await luwte(shipped: "verify", place).status == .done)
          for table in try DatasetRelease.read(place).tables
          where table.protection.method == "suppress" {
            for (index, cell) in table.cells.enumerated() {
              guard let number = cell.count.number else { continue }
              let key = "\(period) \(table.id) \(index)"
              #expect(shown[key] ?? number == number, "\(key) under \(seed)")
              shown[key] = number
            }
          }
        }
      }
    }
    #expect(shown.count > 300)
  }
}
