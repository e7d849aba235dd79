import Foundation
import Testing

@testable import Commands

/// `luwte plan check` on the sample line, whose three years are closed and out.
@Suite struct PlanTests {
  private func check(_ words: String...) async throws -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let project = try await SampleReleases.project.value
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["plan", "check", "--project", project] + words,
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  /// A request of one table by dimensions and measures.
  private func request(_ table: String, times: Int = 1) throws -> String {
    let shipped = try String(
      contentsOfFile: Place.repository + "/Samples/project/tableplan.toml",
      encoding: .utf8
    )
    let dimensions = shipped.components(separatedBy: "[[tables]]")[0]
    let tables = (0..<times).map { number in
      "[[tables]]\nid = \"R\(number)\"\ntitle = { nl = \"r\", en = \"r\" }\n\(table)\n"
    }
    let file = FileManager.default.temporaryDirectory.path + "/request-\(UUID().uuidString).toml"
    try (dimensions + tables.joined()).write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  @Test func `the plan is read and listed without counting anybody`() async throws {
    let found = try await check()
    #expect(found.status == .done)
    #expect(found.output.contains("T01: 1 cells, suppress"))
  }

  @Test func `a request tells how many cells it would lose, and nothing counts as released`()
    async throws
  {
    let project = try await SampleReleases.project.value
    let before = Folders.names(in: project + "/releases")
    let file = try request("population = \"P3\"\ndimensions = [\"gender\", \"situation_now\"]")
    let found = try await check(file, "--period", "2021")
    #expect(found.output.contains("R0: "), "\(found.error)")
    #expect(found.output.contains("all: "))
    #expect(Folders.names(in: project + "/releases") == before)
    let again = try await check(file, "--period", "2021")
    #expect(again.output == found.output)
  }

  @Test func `an open period, a crowded margin and a base below 30 are refused with the remedy`()
    async throws
  {
    let open = try await check("--period", "2022")
    #expect(open.status == .usage)
    #expect(open.error.contains("this period is open; close"))

    let crowded = try request(
      "population = \"P3\"\ndimensions = [\"gender\", \"acute_safety\"]\nreach = \"contract\"",
      times: 20
    )
    let many = try await check(crowded)
    #expect(many.status == .usage)
    #expect(many.error.contains("more than 20 tables of plan and request together cross gender"))
    #expect(many.error.contains("ask for fewer"))

    let file = try request("population = \"P3\"\ndimensions = [\"gender\"]")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("minimum_base = 30", with: "minimum_base = 10")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let small = try await check(file)
    #expect(small.status == .usage)
    #expect(small.error.contains("minimum_base"))
    #expect(small.error.contains("30"))

    let unknown = try await check(try request("population = \"P3\"\ndimensions = [\"gendre\"]"))
    #expect(unknown.status == .usage)
    #expect(unknown.error.contains("did you mean"), "\(unknown.error)")
  }
}
