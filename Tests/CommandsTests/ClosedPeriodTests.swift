import Foundation
import Keys
import Ledger
import Testing

@testable import Commands

struct ClosedPeriodTests {
  /// A project with the sample night done and 2021 closed.
  private func withClosedYear(_ body: (_ path: String) async throws -> Void) async throws {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      for name in Folders.names(in: SampleNight.inbox) {
        try FileManager.default.copyItem(
          atPath: "\(SampleNight.inbox)/\(name)",
          toPath: "\(path)/inbox/\(name)"
        )
      }
      #expect(await said(path, "run").status == .done)
      let closed = await said(path, "close", "2021")
      #expect(closed.status == .done, "\(closed.error)")
      try await body(path)
    }
  }

  private func said(_ path: String, _ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      words + ["--project", path],
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  private func deliver(_ lines: [String], _ name: String, to path: String) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: "\(path)/inbox/\(name)", atomically: true, encoding: .utf8)
  }

  private static let late = """
    {"contact_id":"late-1","started_at":"2021-08-14T21:03:07+02:00","channel":"chat",\
    "messages":[{"from":"visitor","text":"hoi"}]}
    """

  @Test func `closing destroys the text keys of its quarters, and the log says so`() async throws {
    try await withClosedYear { path in
      let keyring = try Keyring.open(at: "\(path)/keys", time: "")
      let text = keyring.roots.filter { $0.purpose == .text && $0.scope.hasPrefix("2021") }
      #expect(text.map(\.scope) == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"])
      #expect(text.allSatisfy { $0.state == .destroyed })
      for root in text { #expect(!Folders.exists("\(path)/keys/\(root.id).root")) }
      let log = try Ledger.open(path: "\(path)/ledger.db").events()
      #expect(log.map(\.kind) == ["close"] + text.map { _ in "key-destroyed" })
      #expect(Set(log.dropFirst().map(\.subject)) == Set(text.map(\.id)))
    }
  }

  @Test func `a contact that comes in after the closing waits in quarantine, with the reason`()
    async throws
  {
    try await withClosedYear { path in
      try deliver([Self.late], "late.jsonl", to: path)
      let run = await said(path, "run")
      #expect(run.status == .quarantined)
      #expect(run.output.contains("1 contacts in = 0 coded + 1 quarantined"))
      #expect(
        run.error
          == "luwte: input 4:1: this contact's period is closed and its keys are "
          + "gone; it waits in quarantine, uncounted\n"
      )
      let items = await said(path, "quarantine")
      #expect(items.output.contains(#""reason":"period_closed","field":"started_at""#))
    }
  }

  @Test func `a contact of a closed period that is delivered again is a duplicate`() async throws {
    try await withClosedYear { path in
      let name = try #require(Folders.names(in: SampleNight.inbox).first { $0.hasSuffix("jsonl") })
      let lines = try readText("\(SampleNight.inbox)/\(name)").split(separator: "\n")
      try deliver(lines.map(String.init) + [Self.late], "again.jsonl", to: path)
      let run = await said(path, "run")
      #expect(run.output.contains("0 coded + 1 quarantined + \(lines.count) duplicates"))
    }
  }

  @Test func `a closing that was killed before the keys went is finished by the next night`()
    async throws
  {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      // A detail is replaced, so that the quarter's key is made.
      try deliver(
        [Self.late.replacing(#""hoi""#, with: #""bel 0653276801""#)],
        "a.jsonl",
        to: path
      )
      #expect(await said(path, "run").status == .done)
      let made = try Keyring.open(at: "\(path)/keys", time: "").roots
      #expect(made.filter { $0.purpose == .text }.map(\.scope) == ["2021-Q3"])
      let backup = "\(path)/keys.before"
      try FileManager.default.copyItem(atPath: "\(path)/keys", toPath: backup)
      #expect(await said(path, "close", "2021").status == .done)
      try FileManager.default.removeItem(atPath: "\(path)/keys")
      try FileManager.default.moveItem(atPath: backup, toPath: "\(path)/keys")
      _ = await said(path, "run")
      let roots = try Keyring.open(at: "\(path)/keys", time: "").roots
      let text = roots.filter { $0.purpose == .text }
      #expect(text.map(\.scope).sorted() == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"])
      #expect(text.allSatisfy { $0.state == .destroyed })
      for root in text { #expect(!Folders.exists("\(path)/keys/\(root.id).root")) }
    }
  }

  @Test func `rotating link or column seals the column anew, and links survive`() async throws {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      let visitor = #""visitor":{"id":"acc-1234"}"#
      try deliver(
        (1...3).map {
          Self.late.replacing("late-1", with: "c\($0)").replacing(
            #""channel""#,
            with: visitor + #","channel""#
          )
        },
        "a.jsonl",
        to: path
      )
      #expect(await said(path, "run").status == .done)
      let before = try boxes(path)
      let old = try #require(before.first?.prefix { $0 != 0 })
      let id = String(decoding: old, as: UTF8.self)
      let refused = await said(path, "keys", "destroy", id, "--yes")
      #expect(refused.error.contains("this key is in use; rotate it instead"))

      let rotated = await said(path, "keys", "rotate", "link", "--yes")
      #expect(rotated.output.hasSuffix("3 contacts sealed anew in the ledger's column\n"))
      let after = try boxes(path)
      #expect(after.allSatisfy { !$0.starts(with: old) })
      #expect(await said(path, "keys", "destroy", id, "--yes").status == .done)
      let bytes = try readBytes("\(path)/ledger.db")
      #expect(bytes.firstRange(of: before[0]) == nil)
      // The three are still one visitor's: a period can be closed without the old key.
      let keyring = try Keyring.open(at: "\(path)/keys", time: "")
      let links = try after.map { LinkColumn.strong(in: try keyring.openFromColumn($0.span)) }
      #expect(Set(links).count == 1)
      let log = try Ledger.open(path: "\(path)/ledger.db").events().map(\.kind)
      #expect(log == ["key-retired", "key-created", "key-retired", "key-created", "key-destroyed"])
    }
  }

  private func boxes(_ path: String) throws -> [[UInt8]] {
    var boxes: [[UInt8]] = []
    try Ledger.open(path: "\(path)/ledger.db").forEachContact { boxes.append($0.encryptedLinks) }
    return boxes
  }
}
