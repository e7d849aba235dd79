import Compression
import Datasets
import Foundation
import Testing

@testable import Commands
@testable import Ledger
@testable import SampleLine

/// What the releases of the sample line say, against `Samples/line/figures.json`.
@Suite(.serialized) struct ReleaseTests {
  /// One published number: year, table, line, count, base and percent.
  struct Published: Sendable {
    let year: String
    let table: String
    let line: String
    let count: Int
    let tenths: Int
  }

  private func release(_ year: String) async throws -> DatasetRelease {
    let project = try await SampleReleases.project.value
    return try DatasetRelease.read("\(project)/releases/\(year)-research-centre")
  }

  private func cell(_ table: String, _ line: String, _ year: String) async throws -> DatasetCell {
    let table = try #require(try await release(year).table(table))
    let place = try #require(table.dimensions.first?.lines.firstIndex { $0.id == line })
    return table.cells[place]
  }

  // Source: `Samples/line/figures.json`, which gives counts and bases of the persons themselves.
  @Test(arguments: [
    Published(year: "2021", table: "T03", line: "under_15", count: 54, tenths: 189),
    Published(year: "2021", table: "T03", line: "15_or_under", count: 76, tenths: 267),
    Published(year: "2021", table: "T05", line: "parents_narrow", count: 46, tenths: 161),
    Published(year: "2020", table: "T05", line: "parents_narrow", count: 35, tenths: 140),
    Published(year: "2021", table: "T08", line: "5plus", count: 71, tenths: 249),
    Published(year: "2021", table: "T07", line: "none", count: 271, tenths: 951),
    // Not 239: "unknown" never counts as "not in view".
    Published(year: "2020", table: "T07", line: "none", count: 163, tenths: 652),
    Published(year: "2021", table: "T14", line: "ongoing", count: 214, tenths: 751),
    Published(year: "2021", table: "T13", line: "once_only", count: 156, tenths: 547),
  ])
  func `a published figure is that of the persons`(figure: Published) async throws {
    let cell = try await cell(figure.table, figure.line, figure.year)
    #expect(cell.count == .count(figure.count))
    guard case .tenths(let tenths, _) = cell.shareOfAll else {
      Issue.record("no share of all")
      return
    }
    #expect(tenths == figure.tenths)
  }

  @Test(arguments: [("2019", 266), ("2020", 250), ("2021", 285)])
  func `the victims of a year are counted once each`(year: String, victims: Int) async throws {
    let table = try #require(try await release(year).table("T01"))
    #expect(table.cells.first?.count == .count(victims))
  }

  /// The steps are worked out from the counsellors' forms alone, contact by contact.
  @Test(arguments: [2019, 2020, 2021])
  func `the waterfall of a year reconciles, and is that of the forms`(year: Int) async throws {
    let persons = try String(
      contentsOfFile: Place.repository + "/Samples/line/persons.csv",
      encoding: .utf8
    )
    let contacts = try Line(persons: persons).contacts.filter { $0.start.calendar.year <= year }
    var steps: [String: Int] = [:]
    for own in Dictionary(grouping: contacts, by: { $0.visitor.first?.value ?? $0.id }).values {
      func codes(_ contact: Contact, _ variable: String) -> [String] {
        contact.registration.codes(variable)
      }
      let valid = own.filter { codes($0, "contact_validity") == ["valid"] }
      let first = valid.first { codes($0, "topic_trafficking") == ["yes"] }?.id
      let status = valid.compactMap { codes($0, "victim_status").first }.last { $0 != "unknown" }
      let isVictim =
        valid.contains { codes($0, "contact_role") == ["self_victim"] }
        && ["possible", "likely"].contains(status)
      for contact in own where contact.start.calendar.year == year {
        let step =
          codes(contact, "contact_validity") != ["valid"]
          ? "invalid"
          : codes(contact, "topic_trafficking") != ["yes"]
            ? "other_topic"
            : !isVictim ? "reporter" : contact.id == first ? "victim" : "returning"
        steps[step, default: 0] += 1
      }
    }
    let table = try #require(try await release("\(year)").table("T02"))
    var shown: [String: Int] = [:]
    for (line, cell) in zip(table.dimensions[0].lines, table.cells) {
      shown[line.id] = cell.count.number
    }
    #expect(shown["total"] == steps.values.reduce(0, +))
    for (step, count) in steps { #expect(shown[step] == count, "\(step)") }
    #expect(table.unit == .contact)
  }

  @Test func `the change names its base`() async throws {
    let table = try #require(try await release("2021").table("T01"))
    #expect(table.cells.first?.change == .tenths(140, base: 250, period: "2020"))
  }

  @Test func `the small band is withheld with its neighbour, and their sum is said`() async throws {
    // 7 of 54 are under 12: publishing 54 and 47 would give them away.
    for line in ["00_11", "12_14"] {
      #expect(try await cell("T03", line, "2021").count == .withheld)
    }
  }

  @Test func `a suppressed figure offers a merged line that passes`() async throws {
    #expect(try await cell("T13", "police_accompanied", "2021").count == .withheld)
    let project = try await SampleReleases.project.value
    let report = try String(
      contentsOfFile: "\(project)/releases/2021-research-centre/report.html",
      encoding: .utf8
    )
    for sentence in [
      "In 2021 285 victims contacted the line, 14 % more than the 250 of 2020",
      "54 of the 285 (18.9 %)", "46 of the 285 (16.1 %)", "71 of the 285 (24.9 %)",
      "271 of the 285 (95.1 %)", "214 of the 285 (75.1 %)", "25 of the 285 (8.8 %)",
    ] {
      let written = sentence.replacing(" %", with: "\u{A0}%")
      #expect(report.contains(written), "\(sentence)")
    }
  }

  @Test(arguments: ["2019", "2020", "2021"])
  func `a release verifies, and one changed byte is seen`(year: String) async throws {
    let project = try await SampleReleases.project.value
    let release = "\(project)/releases/\(year)-research-centre"
    #expect(await luwte(shipped: "verify", release).status == .done)
    try await Place.withFolder { copy in
      try FileManager.default.copyItem(atPath: release, toPath: copy)
      let report = "\(copy)/report.html"
      var bytes = try #require(FileManager.default.contents(atPath: report))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(filePath: report))
      #expect(await luwte(shipped: "verify", copy).status == .checkFailed)
      try Data("x".utf8).write(to: URL(filePath: copy + "/extra.txt"))
      #expect(await luwte(shipped: "verify", copy).error.contains("extra.txt: the manifest does"))
    }
  }

  @Test func `a release holds no token, no contact id and no free text`() async throws {
    let project = try await SampleReleases.project.value
    var identifying: Set<String> = []
    for night in Folders.names(in: project + "/transcripts") where night.hasSuffix(".gz") {
      let text = String(
        decoding: try InputFile(path: "\(project)/transcripts/\(night)").readAll(),
        as: UTF8.self
      )
      for line in text.split(separator: "\n") {
        identifying.insert(String(line.dropFirst(#"{"contact":""#.count).prefix(26)))
        for part in line.components(separatedBy: "<").dropFirst() {
          let token = part.prefix { $0 != ">" }
          if token.contains(":"), let pseudonym = token.split(separator: ":").last,
            pseudonym.count >= 8
          {
            identifying.insert(String(pseudonym))
          }
        }
        // A sentence of a chat, long enough to be nobody's table label.
        for message in line.components(separatedBy: #""text":""#).dropFirst() {
          let sentence = message.prefix { $0 != "\"" && $0 != "<" }
          if sentence.count > 30 { identifying.insert(String(sentence)) }
        }
      }
    }
    #expect(identifying.count > 3000)
    for year in ["2019", "2020", "2021"] {
      let release = "\(project)/releases/\(year)-research-centre"
      let files = FileManager.default.enumerator(atPath: release)
      while let name = files?.nextObject() as? String {
        guard let bytes = try? InputFile(path: "\(release)/\(name)").readAll() else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        // Asked beforehand, so that a failure prints neither the text nor the tokens.
        let holdsID = text.contains("lijn-")
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let holdsToken = !identifying.isDisjoint(with: words)
        #expect(!holdsID, "\(name) holds a contact id")
        #expect(!holdsToken, "\(name) holds a token")
        for sentence in identifying where sentence.contains(" ") {
          if text.contains(sentence) { Issue.record("\(name) holds a sentence of a chat") }
        }
      }
    }
  }

  @Test func `a release made again is copied as it left, whatever the plan says now`()
    async throws
  {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let release = "\(project)/releases/2021-research-centre"
      let once = try Self.bytes(of: release)
      try FileManager.default.removeItem(atPath: release)
      let plan = project + "/tableplan.toml"
      let text = try String(contentsOfFile: plan, encoding: .utf8)
      try text.replacing("id = \"T14\"", with: "id = \"T99\"")
        .write(toFile: plan, atomically: true, encoding: .utf8)
      let again = await SampleReleases.release("2021", of: project)
      #expect(again.status == .done, "\(again.error)")
      #expect(again.output.contains("copied as it left"))
      #expect(try Self.bytes(of: release) == once)
    }
  }

  @Test func `a release whose kept bytes changed is not copied`() async throws {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let release = "\(project)/releases/2021-research-centre"
      try FileManager.default.removeItem(atPath: release)
      try Ledger.open(path: project + "/ledger.db").connection.execute(
        """
        UPDATE release_files SET bytes = CAST(bytes || x'20' AS BLOB)
        WHERE release = '2021-research-centre' AND path = 'MANIFEST.json'
        """
      )
      let again = await SampleReleases.release("2021", of: project)
      #expect(again.status != .done)
      #expect(!again.output.contains("copied"))
      #expect(!Folders.exists(release))
    }
  }

  @Test func `several years leave together and add up`() async throws {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      let made = await luwte(
        shipped: "release",
        "--project",
        project,
        "--period",
        "2019..2021",
        "--to",
        "research-centre",
        "--accept-review"
      )
      #expect(made.status == .done, "\(made.error)")
      let release = try DatasetRelease.read("\(project)/releases/2019..2021-research-centre")
      // 266 + 250 + 285, of `Samples/line/figures.json`.
      #expect(release.table("T01")?.cells.first?.count == .count(801))
      // A line shown in every year is shown as their sum; one withheld in one year never gives
      // that year away.
      let years = try ["2019", "2020", "2021"].map {
        try DatasetRelease.read("\(project)/releases/\($0)-research-centre")
      }
      for table in release.tables where table.protection.method == "suppress" {
        for (place, cell) in table.cells.enumerated() {
          let parts = years.map { $0.table(table.id)?.cells[place].count.number }
          guard let whole = cell.count.number else { continue }
          let hidden = parts.count { $0 == nil }
          #expect(hidden != 1, "\(table.id) \(place)")
          if hidden == 0 { #expect(parts.reduce(0) { $0 + ($1 ?? 0) } == whole) }
        }
      }
      let found = await luwte(shipped: "verify", "\(project)/releases/2019..2021-research-centre")
      #expect(found.status == .done, "\(found.error)")
    }
  }

  @Test func `a year is not released before the closed year that its index is against`()
    async throws
  {
    try await Place.withFolder { project in
      try await SampleReleases.copy(to: project)
      for name in Folders.names(in: project + "/releases") {
        try FileManager.default.removeItem(atPath: "\(project)/releases/\(name)")
      }
      try Ledger.open(path: project + "/ledger.db").connection
        .execute("DELETE FROM release_files; DELETE FROM releases")
      let refused = await SampleReleases.release("2020", of: project)
      #expect(refused.status == .usage)
      #expect(
        refused.error.contains(
          "this index is against 2019, which is closed but never left; release 2019 first"
        ),
        "\(refused.error)"
      )
      #expect(Folders.names(in: project + "/releases").isEmpty)
      // Nothing is closed before 2019.
      for year in ["2019", "2020"] {
        #expect(await SampleReleases.release(year, of: project).status == .done)
      }
    }
  }

  @Test func `what cannot be released is refused with the remedy, and nothing is written`()
    async throws
  {
    let project = try await SampleReleases.project.value
    let before = Folders.names(in: project + "/releases")
    for (words, status, said) in [
      (
        ["--period", "2022"], Commands.ExitStatus.usage, "--period 2022: this period is open; close"
      ),
      (
        ["--period", "2021-13"], .usage,
        "--period 2021-13: a period is a year (2021), a quarter (2021-Q3) or years (2019..2021)"
      ),
      (
        ["--period", "2021", "--to", "research-center"], .usage, "did you mean \"research-centre\"?"
      ),
      (["--period", "2021"], .usage, "this release is there already and stays as it is"),
    ] {
      let recipient = words.contains("--to") ? [] : ["--to", "research-centre"]
      let console = RecordingConsole()
      let found = await Luwte.run(
        ["release", "--project", project] + words + recipient,
        in: console.world(shippedFiles: Place.repository)
      )
      #expect(found == status, "\(words)")
      #expect(console.error.contains(said), "\(words): \(console.error)")
    }
    #expect(Folders.names(in: project + "/releases") == before)
  }

  @Test func `an open or unheard-of period cannot be closed`() async throws {
    let project = try await SampleReleases.project.value
    // The test's clock stands at 2022-01-01.
    for (period, said) in [
      ("2021", "closed already"), ("2022", "this period is not over"),
      ("2021-Q5", "PERIOD 2021-Q5: a period to close is a year (2021) or a quarter (2021-Q3)"),
      ("2019..2021", "a period to close is a year"),
    ] {
      let found = await luwte(shipped: "close", period, "--project", project)
      #expect(found.status == .usage)
      #expect(found.error.contains(said), "\(found.error)")
    }
  }

  @Test func `a plan with an unknown variable is refused with its place`() async throws {
    let project = try await SampleReleases.project.value
    let plan = project + "/tableplan.toml"
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    defer { try? text.write(toFile: plan, atomically: true, encoding: .utf8) }
    try text.replacing("variable = \"exploit_duration\"", with: "variable = \"exploit_length\"")
      .write(toFile: plan, atomically: true, encoding: .utf8)
    let found = await SampleReleases.release("2019..2020", of: project)
    #expect(found.status == .usage)
    #expect(found.error.contains("tableplan.toml:"), "\(found.error)")
    #expect(found.error.contains("exploit_length"), "\(found.error)")
    #expect(!Folders.names(in: project + "/releases").contains { $0.hasPrefix("2019..2020") })
  }

  @Test func `a ledger of a newer version is refused, and stays as it is`() async throws {
    try await Place.withFolder { copy in
      try await SampleReleases.copy(to: copy)
      try? FileManager.default.removeItem(atPath: copy + "/ledger.db-wal")
      // SQLite keeps `PRAGMA user_version` at byte 60 of the file, big endian (its file format).
      let ledger = copy + "/ledger.db"
      var bytes = try #require(FileManager.default.contents(atPath: ledger))
      bytes[60] = 0x7F
      try bytes.write(to: URL(filePath: ledger))
      let found = await SampleReleases.release("2019..2020", of: copy)
      #expect(found.status == .usage)
      #expect(found.error.contains("written by a newer program"), "\(found.error)")
      #expect(FileManager.default.contents(atPath: ledger) == bytes)
      #expect(Folders.names(in: copy + "/releases").count == 3)
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
}
