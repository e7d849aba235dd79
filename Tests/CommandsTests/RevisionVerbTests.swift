import Datasets
import Foundation
import Testing

@testable import Commands
@testable import SampleLine

/// Erasures, late contacts and revisions, by the command, after three years left.
@Suite(.serialized) struct RevisionVerbTests {
  /// The accounts of the sample line's visitors who first came in a year.
  private static func accounts(first year: Int, _ count: Int) throws -> [String] {
    let persons = try String(
      contentsOfFile: Place.repository + "/Samples/line/persons.csv",
      encoding: .utf8
    )
    var first: [String: Int] = [:]
    var victims: Set<String> = []
    for contact in try Line(persons: persons).contacts {
      guard let account = contact.visitor.first?.value else { continue }
      first[account] = min(first[account] ?? .max, contact.start.calendar.year)
      if contact.registration.codes("victim_status") == ["likely"] { victims.insert(account) }
    }
    return Array(victims.filter { first[$0] == year }.sorted().prefix(count))
  }

  private func forget(_ accounts: [String], in project: String) async {
    for account in accounts {
      let console = RecordingConsole()
      let status = await Luwte.run(
        ["forget", "--project", project, "--yes"],
        in: console.world(shippedFiles: Place.repository, input: account)
      )
      #expect(status == .done)
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

  private static let late = """
    {"contact_id":"late-1","started_at":"2021-08-14T21:03:07+02:00","channel":"chat",\
    "messages":[{"from":"visitor","text":"hoi"}]}

    """

  @Test func `erasures, late contacts and a revision leave what is out as it is`() async throws {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let place = "\(project)/releases/2021-research-centre"
      let once = try Self.bytes(of: place)
      let accounts = try Self.accounts(first: 2021, 14)
      #expect(accounts.count == 14)
      await forget(Array(accounts.prefix(2)), in: project)
      try Self.late.write(toFile: "\(project)/inbox/late.jsonl", atomically: true, encoding: .utf8)
      #expect(await luwte(shipped: "run", "--project", project).status == .quarantined)

      // Two persons are fewer than a revision needs.
      let refused = await luwte(shipped: "close", "2021", "--revise", "--project", project)
      #expect(refused.status == .checkFailed)
      #expect(
        refused.error.contains(
          "2 persons differ from what was counted, and a revision needs 10 or more"
        ),
        "\(refused.error)"
      )
      let early = await SampleReleases.release("2021-r1", of: project)
      #expect(early.status == .usage)
      #expect(early.error.contains("there is no such revision"), "\(early.error)")

      try FileManager.default.removeItem(atPath: place)
      #expect(await SampleReleases.release("2021", of: project).output.contains("copied"))
      #expect(try Self.bytes(of: place) == once)
      #expect(await luwte(shipped: "verify", place).status == .done)

      await forget(Array(accounts.dropFirst(2)), in: project)
      let revised = await luwte(shipped: "close", "2021", "--revise", "--project", project)
      #expect(revised.status == .done, "\(revised.error)")
      #expect(
        revised.output.contains(
          "2021-r1 is made: 312 persons, at least 14 of them other than before"
        ),
        "\(revised.output)"
      )
      let made = await luwte(
        shipped: "release",
        "--project",
        project,
        "--period",
        "2021-r1",
        "--to",
        "research-centre",
        "--accept-review"
      )
      #expect(made.status == .done, "\(made.error)")
      try check("\(place)", against: "\(project)/releases/2021-r1-research-centre")
      let verified = await luwte(
        shipped: "verify",
        "\(project)/releases/2021-r1-research-centre"
      )
      #expect(verified.status == .done, "\(verified.error)")

      // Rows of a revision would be laid beside rows of the first counting.
      let rows = await luwte(
        shipped: "release",
        "--project",
        project,
        "--period",
        "2021-r1",
        "--to",
        "university",
        "--microdata",
        "M01"
      )
      #expect(rows.status == .usage)
      #expect(rows.error.contains("a revision has no file of rows"), "\(rows.error)")

      // And the first one is still copied as it left.
      try FileManager.default.removeItem(atPath: place)
      #expect(await SampleReleases.release("2021", of: project).output.contains("copied"))
      #expect(try Self.bytes(of: place) == once)
    }
  }

  /// No shown number differs by 1 to 9, and nothing is shown that was withheld.
  private func check(_ first: String, against second: String) throws {
    let old = try DatasetRelease.read(first)
    let new = try DatasetRelease.read(second)
    #expect(new.description.period == "2021-r1")
    var differences: [Int] = []
    for table in new.tables {
      #expect(table.unit == .person)
      let before = try #require(old.table(table.id))
      for (cell, other) in zip(table.cells, before.cells) {
        guard let number = cell.count.number else { continue }
        guard let earlier = other.count.number else {
          Issue.record("\(table.id): shown, and withheld before")
          continue
        }
        differences.append(abs(number - earlier))
      }
    }
    #expect(!differences.contains { (1..<10).contains($0) })
    // 285 - 14 of the victims are left.
    #expect(differences.contains(14))
  }
}
