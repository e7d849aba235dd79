import Foundation
import Ledger
import Testing

@testable import Commands

struct HeldNightTests {
  /// A night whose transcripts are held: telephone numbers were kept, and no longer may be.
  private func withHeldNight(_ body: (_ path: String) async throws -> Void) async throws {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      let settings = "\(path)/redaction.toml"
      let before = try String(contentsOfFile: settings, encoding: .utf8)
      let kept = before.replacing(
        #"PHONE_NUMBER  = { operator = "token" }"#,
        with: """
          PHONE_NUMBER  = { operator = "keep", reason = "a test", author = "a test", \
          expires = 2099-01-01 }
          """
      )
      #expect(kept != before)
      try kept.write(toFile: settings, atomically: true, encoding: .utf8)
      for name in Folders.names(in: SampleNight.inbox) {
        try FileManager.default.copyItem(
          atPath: "\(SampleNight.inbox)/\(name)",
          toPath: "\(path)/inbox/\(name)"
        )
      }
      let run = await luwte("run", "--project", path, shippedFiles: Place.repository)
      #expect(run.status == .done, "\(run.error)")
      try before.write(toFile: settings, atomically: true, encoding: .utf8)
      try FileManager.default.moveItem(
        atPath: "\(path)/transcripts/night-000001.jsonl.gz",
        toPath: "\(path)/transcripts/held/night-000001.jsonl.gz"
      )
      try await body(path)
    }
  }

  private func blocked(_ words: String..., project path: String) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["blocked"] + words + ["--project", path],
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  @Test func `a held night is listed, and status tells a monitor`() async throws {
    try await withHeldNight { path in
      let list = await blocked("list", project: path)
      #expect(list.status == .checkFailed)
      #expect(list.output == "night-000001\n")
      let status = await luwte("status", "--project", path, shippedFiles: Place.repository)
      #expect(status.status == .checkFailed)
      #expect(status.output.contains("held: 1 nights"))
    }
  }

  @Test func `explain gives place, kind and count, and never the value`() async throws {
    try await withHeldNight { path in
      let told = await blocked("explain", "night-000001", project: path)
      #expect(told.status == .checkFailed)
      let lines = told.output.split(separator: "\n")
      #expect(!lines.isEmpty)
      for line in lines {
        let form = /.*\/inbox\/[^:]+:[0-9]+: message [0-9]+: [0-9]+ [A-Z_]+, known from [a-z]+/
        #expect(line.wholeMatch(of: form) != nil)
      }
      #expect(told.output.contains("PHONE_NUMBER"))
      for contact in try NightDetails.all() {
        for text in contact.searchable { #expect(!told.output.contains(text)) }
      }
    }
  }

  @Test func `retry keeps the night when nothing stands in it any more`() async throws {
    try await withHeldNight { path in
      let retried = await blocked("retry", "night-000001", project: path)
      #expect(retried.status == .done, "\(retried.error)")
      #expect(retried.output == "night-000001: nothing stands in it, kept\n")
      #expect(await blocked("list", project: path).output.isEmpty)
      #expect(Folders.names(in: "\(path)/transcripts/held").isEmpty)
      let evidence = try readText("\(path)/evidence/night-000001-retry-1.json")
      #expect(evidence.hasPrefix(#"{"evidence":"retry/v1","run":1,"leaks":{"PERSON":0,"#))
      // The transcripts are those of a night that never kept a number.
      try await SampleNight.run { night in
        let mended = try SampleNight(
          path: path,
          report: night.report,
          status: .done,
          said: night.said
        ).outputs()
        let name = "transcripts/night-000001.jsonl.gz"
        let count = try night.outputs()[name]?.split(separator: 10).count
        #expect(mended[name]?.split(separator: 10).count == count)
      }
    }
  }

  @Test func `retry holds the night while the canaries miss more than the policy allows`()
    async throws
  {
    try await withHeldNight { path in
      // Everything the canaries call an organisation passes: the allow list names them all.
      let schools = ["Lindelyceum", "Beekdalcollege", "Vechtcollege", "Berkenlyceum"]
      let allowed = (schools + schools.map { "het \($0)" }).map {
        """
        [[allow]]
        text = "\($0)"
        reason = "a test"
        author = "a test"
        expires = 2099-01-01

        """
      }.joined()
      let settings = "\(path)/redaction.toml"
      let before = try readText(settings)
      let changed = before.replacing("# Always replaced.", with: allowed + "# Always replaced.")
      #expect(changed != before)
      try changed.write(toFile: settings, atomically: true, encoding: .utf8)
      let held = await blocked("retry", "night-000001", project: path)
      #expect(held.status == .checkFailed)
      #expect(held.output.isEmpty)
      #expect(held.error.contains("of 51 invented details the line missed 3 ORGANIZATION"))
      #expect(await blocked("list", project: path).output == "night-000001\n")
      #expect(!Folders.exists("\(path)/transcripts/night-000001.jsonl.gz"))
      try before.write(toFile: settings, atomically: true, encoding: .utf8)
      #expect(await blocked("retry", "night-000001", project: path).status == .done)
    }
  }

  @Test func `retry waits for whoever writes in the ledger, and touches nothing meanwhile`()
    async throws
  {
    try await withHeldNight { path in
      let ledger = try Ledger.open(path: "\(path)/ledger.db")
      let erasure = try ledger.beginNight()
      let retried = await blocked("retry", "night-000001", project: path)
      try erasure.giveUp()
      #expect(retried.status == .machineFailed, "\(retried.error)")
      #expect(Folders.names(in: "\(path)/transcripts/held") == ["night-000001.jsonl.gz"])
      #expect(await blocked("retry", "night-000001", project: path).status == .done)
    }
  }

  @Test func `retry needs the inputs as they were delivered`() async throws {
    try await withHeldNight { path in
      let name = try #require(Folders.names(in: "\(path)/inbox").first)
      try FileManager.default.removeItem(atPath: "\(path)/inbox/\(name)")
      let retried = await blocked("retry", "night-000001", project: path)
      #expect(retried.status == .usage)
      #expect(
        retried.error
          == "luwte: night-000001: 1 of its inputs are no longer in the inbox; "
          + "put them back as they were delivered\n"
      )
      #expect(await blocked("list", project: path).output == "night-000001\n")
    }
  }

  @Test func `a period can't be closed while a night is held`() async throws {
    try await withHeldNight { path in
      let closed = await luwte("close", "2021", "--project", path, shippedFiles: Place.repository)
      #expect(closed.status == .checkFailed)
      #expect(closed.error.hasPrefix("luwte: night-000001: transcripts are held"))
    }
  }

  @Test func `a night that is not held is refused with those that are`() async throws {
    try await withHeldNight { path in
      let told = await blocked("retry", "night-000002", project: path)
      #expect(told.error == "luwte: night-000002: this night is not held; held: night-000001\n")
      #expect(HeldNight(name: "night-1") == nil)
      #expect(HeldNight(name: "../../x") == nil)
      #expect(HeldNight(name: "night-000012")?.run == 12)
    }
  }
}
