import Foundation
import Keys
import Testing

@testable import Commands

struct LookBackWindowTests {
  /// A line whose keys were made on 2017-01-01, asked at 2022-01-01T01:20:00Z.
  private func status(years: Int, made: String) async throws -> (
    status: Commands.ExitStatus, error: String
  ) {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      try FileManager.default.removeItem(atPath: "\(path)/keys")
      _ = try Keyring.create(at: "\(path)/keys", unlock: .none, isTestOnly: true, time: made)
      let file = "\(path)/luwte.toml"
      try readText(file).replacing("look_back_years = 5", with: "look_back_years = \(years)")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let said = await luwte("status", "--project", path, shippedFiles: Place.repository)
      return (said.status, said.error)
    }
  }

  @Test(arguments: [
    ("2017-01-01T01:20:01Z", 5, false), ("2017-01-01T01:20:00Z", 5, true),
    ("2017-01-01T01:20:00Z", 6, false), ("2021-06-01T00:00:00Z", 1, false),
    ("2020-12-31T00:00:00Z", 1, true),
  ])
  func `a link key that is older than the window is named with the remedy`(
    made: String,
    years: Int,
    isOver: Bool
  ) async throws {
    let said = try await status(years: years, made: made)
    #expect(said.status == (isOver ? .checkFailed : .done))
    #expect(said.error.contains("its look-back window of \(years) years is over") == isOver)
  }

  @Test func `only the link key that is in use can be too old`() async throws {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      try FileManager.default.removeItem(atPath: "\(path)/keys")
      _ = try Keyring.create(
        at: "\(path)/keys",
        unlock: .none,
        isTestOnly: true,
        time: "2016-01-01T00:00:00Z"
      )
      let window = LookBackWindow(years: 5)
      let today = "2022-01-01T01:20:00Z"
      let before = try Keyring.open(at: "\(path)/keys", time: today)
      #expect(before.roots.count == 6)
      #expect(window.ended(before.roots, at: today).map(\.purpose) == [.link])
      #expect(
        await luwte(shipped: "keys", "rotate", "link", "--yes", "--project", path).status == .done
      )
      let after = try Keyring.open(at: "\(path)/keys", time: today)
      #expect(after.roots.count { $0.purpose == .link } == 2)
      #expect(window.ended(after.roots, at: today).isEmpty)
    }
  }

  @Test func `a release says in both languages what first coming into view means`() async throws {
    let release = "\(try await SampleReleases.project.value)/releases/2021-research-centre"
    let report = try readText("\(release)/report.html")
    #expect(report.contains("binnen een terugkijkvenster van 5 jaar"))
    let description = try readText("\(release)/datapackage.json")
    #expect(description.contains("within a look-back window of 5 years"))
  }
}
