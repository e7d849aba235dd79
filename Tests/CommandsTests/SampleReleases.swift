import Foundation
import SampleLine
import Testing

@testable import Commands

/// The sample line run once: a night of three years, three closed periods, three releases.
enum SampleReleases {
  /// The project's folder; left in the temporary folder until the tests end.
  static let project = Task { try await make() }

  /// Makes a project of the sample line, under keys of its own.
  static func make() async throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/luwte-line-\(UUID().uuidString)"
    let persons = try String(
      contentsOfFile: Place.repository + "/Samples/line/persons.csv",
      encoding: .utf8
    )
    #expect(await luwte(shipped: "init", path).status == .done)
    let line = try Line(persons: persons)
    for year in line.years {
      try Data(line.chats(of: year)).write(to: URL(filePath: "\(path)/inbox/\(year).jsonl"))
    }
    let night = await luwte(shipped: "run", "--project", path)
    #expect(night.status == .done, "\(night.error)")
    for year in ["2019", "2020", "2021"] {
      #expect(await luwte(shipped: "close", year, "--project", path).status == .done)
      let release = await release(year, of: path)
      #expect(release.status == .done, "\(release.error)")
    }
    // Copied while nobody has the ledger open: its log comes and goes while somebody does.
    for _ in 0..<50 where FileManager.default.fileExists(atPath: path + "/ledger.db-wal") {
      try await Task.sleep(for: .milliseconds(100))
    }
    try FileManager.default.copyItem(atPath: path, toPath: path + pristine)
    return path
  }

  private static let pristine = "-pristine"

  /// Copies the project as it was made.
  static func copy(to place: String) async throws {
    try FileManager.default.copyItem(atPath: try await project.value + pristine, toPath: place)
  }

  static func release(
    _ period: String,
    of project: String,
    to recipient: String = "research-centre"
  )
    async -> (status: Commands.ExitStatus, output: String, error: String)
  {
    await luwte(
      shipped: "release",
      "--project",
      project,
      "--period",
      period,
      "--to",
      recipient
    )
  }
}

/// Runs a command line with the repository's lexicons and samples.
func luwte(shipped words: String...) async -> (
  status: Commands.ExitStatus, output: String, error: String
) {
  let console = RecordingConsole()
  let status = await Luwte.run(words, in: console.world(shippedFiles: Place.repository))
  return (status, console.output, console.error)
}
