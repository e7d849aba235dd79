import Compression
import Datasets
import Foundation
import Testing

@testable import Commands

/// Rows for a recipient under contract, from plan to folder, on the sample line.
@Suite(.serialized) struct MicrodataReleaseTests {
  private func release(_ project: String, to recipient: String, _ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["release", "--project", project, "--period", "2021", "--to", recipient] + words,
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  private func check(_ project: String, _ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["plan", "check", "--project", project, "--audience", "contract"] + words,
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  private func change(_ old: String, _ new: String, in project: String) throws {
    let plan = project + "/tableplan.toml"
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: plan, atomically: true, encoding: .utf8)
  }

  @Test func `rows leave k-anonymous and l-diverse, with the loss beside them, and once`()
    async throws
  {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let words = ["--microdata", "M01", "--accept-review"]
      let made = await release(project, to: "university", words[0], words[1], words[2])
      #expect(made.status == .done, "\(made.error)")
      #expect(made.output.contains("0 tables, 285 rows"))
      let place = project + "/releases/2021-university-M01"
      let file = try #require(try DatasetRelease.read(place).microdata.first)
      #expect(file.rows.count == 285 && file.rowsLeftOut == 0)
      // Counted here again, from the file as a reader has it.
      let identifying = file.written.indices.filter { file.written[$0].role == .identifying }
      let classes = Dictionary(grouping: file.rows) { row in identifying.map { row[$0] } }
      #expect(classes.values.allSatisfy { $0.count >= 11 })
      #expect(classes.values.allSatisfy { rows in Set(rows.map { $0.last ?? nil }).count >= 2 })
      let report = try String(contentsOfFile: place + "/report.html", encoding: .utf8)
      #expect(report.contains("0 persons have none") && report.contains("What was lost"))
      let verified = await luwte(shipped: "verify", place)
      #expect(verified.status == .done, "\(verified.error)")
      #expect(verified.output.contains("M01: at least 11 rows look alike, with at least 2 answers"))
      // Again: the bytes that left, whatever the plan is by now.
      let path = place + "/microdata/M01.csv.gz"
      let before = try Data(contentsOf: URL(filePath: path))
      try FileManager.default.removeItem(atPath: place)
      try change("k = 11", "k = 12", in: project)
      let again = await release(project, to: "university", words[0], words[1])
      #expect(again.output.contains("copied as it left"), "\(again.error)")
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
      // Another file of the same persons could be joined to it.
      try change("id = \"M01\"", "id = \"M02\"", in: project)
      let other = await release(project, to: "university", "--microdata", "M02")
      #expect(other.status == .checkFailed)
      #expect(other.error.contains("M01 2021: rows of the same persons left in this file"))
      // Less one row, the file is not what it says.
      let text = String(decoding: try Gzip.decompress([UInt8](before)), as: UTF8.self)
      let lines = text.split(separator: "\r\n").map(String.init)
      let rare = try #require(
        Dictionary(grouping: lines.dropFirst()) { $0.split(separator: ",").dropLast() }
          .values.min { $0.count < $1.count }?.first
      )
      var fewer = lines
      fewer.remove(at: try #require(fewer.firstIndex(of: rare)))
      fewer.swapAt(1, fewer.count - 1)
      try Data(
        Gzip.compress(Array((fewer.joined(separator: "\r\n") + "\r\n").utf8), effort: .small)
      )
      .write(to: URL(filePath: path))
      let found = await luwte(shipped: "verify", "--json", place)
      #expect(found.status == .checkFailed)
      for code in ["altered", "too_few_alike", "rows_not_in_order"] {
        #expect(found.output.contains("\"\(code)\""), "\(found.output)")
      }
    }
  }

  @Test func `rows are refused to the public, unknown, with noise, and where tables withhold`()
    async throws
  {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let open = await release(project, to: "research-centre", "--microdata", "M01")
      #expect(open.status == .usage)
      #expect(open.error.contains("rows of persons never leave to the public"))
      let unknown = await release(project, to: "university", "--microdata", "M09")
      #expect(unknown.status == .usage && unknown.error.contains("write one of: M01"))
      let both = await release(project, to: "university", "--microdata", "M01", "--noise")
      #expect(both.status == .usage)
      // Age by code as an answer: the public's table of age withholds the youngest.
      try change("sensitive = [\"situation_coarse\"]", "sensitive = [\"age_band\"]", in: project)
      try change(
        "[[microdata.identifying]]\nlevels = [\"age_coarse\", \"age_minor\"]\nweight = 2\n",
        "",
        in: project
      )
      let told = await release(project, to: "university", "--microdata", "M01")
      #expect(told.status == .checkFailed)
      #expect(
        told.error.contains("would give these away: P3/2021/age_band=00_11"),
        "\(told.error)"
      )
      #expect(!Folders.exists(project + "/releases/2021-university-M01"))
      // No layout has 200 alike.
      try change("k = 11", "k = 200", in: project)
      let few = await release(project, to: "university", "--microdata", "M01")
      #expect(few.status == .checkFailed && few.error.contains("no layout that keeps"))
      let checked = await check(project, "--period", "2021")
      #expect(checked.status == .checkFailed && checked.output.contains("no layout that keeps"))
    }
  }

  @Test func `plan check tells what each variable of a file would lose`() async throws {
    let project = try await SampleReleases.project.value
    let listed = await check(project)
    #expect(listed.output.contains("M01: rows of P3, k 11, l 2, 18 layouts of age_band, gender"))
    let checked = await check(project, "--period", "2021")
    #expect(checked.output.contains("M01: 0 rows left out"))
    #expect(checked.output.contains("  parent_exploiter: as parents, "))
  }
}
