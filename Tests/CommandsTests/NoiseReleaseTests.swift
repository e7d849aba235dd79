import Datasets
import Foundation
import SampleLine
import Testing

@testable import Commands

/// Tables under noise, from plan to folder; a project of its own, whose exact tables never left.
@Suite(.serialized) struct NoiseReleaseTests {
  private func release(_ project: String, _ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["release", "--project", project, "--to", "research-centre"] + words,
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  /// A copy of the sample line with a closed year, nothing released and one more table.
  private func withLine(_ body: (String) async throws -> Void) async throws {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let persons = try String(
        contentsOfFile: Place.repository + "/Samples/line/persons.csv",
        encoding: .utf8
      )
      try Data(Line(persons: persons).chats(of: 2021))
        .write(to: URL(filePath: path + "/inbox/2021.jsonl"))
      #expect(await luwte(shipped: "run", "--project", path).status == .done)
      #expect(await luwte(shipped: "close", "2021", "--project", path).status == .done)
      let plan = path + "/tableplan.toml"
      let text = try String(contentsOfFile: plan, encoding: .utf8)
      let table = """
        [[tables]]
        id = "N1"
        title = { nl = "n", en = "n" }
        population = "P3"
        dimensions = ["gender"]
        method = "noise"

        [[figures]]
        """
      try text.replacing("budget = 0.5", with: "budget = 0.05")
        .replacing("[[figures]]", with: table, maxReplacements: 1)
        .write(toFile: plan, atomically: true, encoding: .utf8)
      try await body(path)
    }
  }

  @Test func `noise is drawn once, kept, charged, and shuts out exact tables`() async throws {
    try await withLine { project in
      let made = await release(project, "--period", "2021", "--noise")
      #expect(made.status == .done, "\(made.error)")
      let place = "\(project)/releases/2021-research-centre-noise"
      let table = try #require(try DatasetRelease.read(place).table("N1"))
      #expect(table.protection.method == "noise")
      // A person counts in a line and in the total: D^2 = 2, rho = 2 / (2 * 50) = 0.02.
      #expect(table.protection.parameters["rho_billionths"] == "20000000")
      #expect(await luwte(shipped: "verify", place).status == .done)

      // Made again it is the same draw.
      let once = try Data(contentsOf: URL(filePath: place + "/MANIFEST.json"))
      try FileManager.default.removeItem(atPath: place)
      #expect(await release(project, "--period", "2021", "--noise").status == .done)
      #expect(try Data(contentsOf: URL(filePath: place + "/MANIFEST.json")) == once)

      // To others, until the budget of 0.05 is spent: 0.02 + 0.02, and 0.01 left.
      for (recipient, status) in [
        ("public", Commands.ExitStatus.done), ("university", .checkFailed),
      ] {
        let console = RecordingConsole()
        let found = await Luwte.run(
          ["release", "--project", project, "--period", "2021", "--noise", "--to", recipient],
          in: console.world(shippedFiles: Place.repository)
        )
        #expect(found == status, "\(console.error)")
        if status == .checkFailed {
          #expect(console.error.contains("cost rho 0.02 and 0.01 of the period's budget is left"))
        }
      }
      let exact = await release(project, "--period", "2021")
      #expect(exact.status == .checkFailed)
      #expect(exact.error.contains("left under noise"), "\(exact.error)")
      let console = RecordingConsole()
      let rows = await Luwte.run(
        ["release", "--project", project, "--period", "2021", "--to", "university"]
          + ["--microdata", "M01"],
        in: console.world(shippedFiles: Place.repository)
      )
      #expect(rows == .checkFailed)
      #expect(console.error.contains("left under noise"), "\(console.error)")
    }
  }

  @Test func `noise is refused once exact tables are out`() async throws {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let none = await release(project, "--period", "2021", "--noise")
      #expect(none.status == .usage)
      #expect(none.error.contains("no table under noise"))
      let plan = project + "/tableplan.toml"
      let text = try String(contentsOfFile: plan, encoding: .utf8)
      try text.replacing(
        "[[figures]]",
        with: """
          [[tables]]
          id = "N1"
          title = { nl = "n", en = "n" }
          population = "P3"
          dimensions = ["gender"]
          method = "noise"

          [[figures]]
          """,
        maxReplacements: 1
      )
      .write(toFile: plan, atomically: true, encoding: .utf8)
      let refused = await release(project, "--period", "2021", "--noise")
      #expect(refused.status == .checkFailed)
      #expect(refused.error.contains("this cell left exactly"), "\(refused.error)")
      let revision = await release(project, "--period", "2021-r1", "--noise")
      #expect(revision.status == .usage)
      #expect(revision.error.contains("a second draw for the same persons"), "\(revision.error)")
      #expect(!Folders.names(in: project + "/releases").contains { $0.hasSuffix("-noise") })
    }
  }
}
