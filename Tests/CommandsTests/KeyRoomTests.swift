import struct Foundation.Data
import class Foundation.FileManager
import Ledger
import Testing

@testable import Commands

struct KeyRoomTests {
  /// A real line: a project whose test-only keys were put away for sealed ones.
  private func withLine(_ body: (_ path: String, _ unlock: String) async throws -> Void)
    async throws
  {
    try await Place.withFolder { folder in
      let files = FileManager.default
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let made = await luwte("init", "\(folder)/line", "--yes", shippedFiles: Place.repository)
      #expect(made.status == .done)
      try files.removeItem(atPath: "\(folder)/line/keys")
      let unlock = "\(folder)/unlock"
      _ = files.createFile(
        atPath: unlock,
        contents: Data((0..<32).map { UInt8($0) }),
        attributes: [.posixPermissions: 0o600]
      )
      try await body("\(folder)/line", unlock)
    }
  }

  private func keys(_ path: String, _ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    await keys(path, words: words)
  }

  private func keys(_ path: String, words: [String]) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      ["keys"] + words + ["--project", path],
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  @Test func `keys are made sealed, listed, rotated, destroyed, saved and restored`() async throws {
    try await withLine { path, unlock in
      let made = await keys(path, "create", "--unlock-file", unlock)
      #expect(made.status == .done, "\(made.error)")
      #expect(made.output.split(separator: "\n").count == 6)

      let sealed = await keys(path, "list")
      #expect(sealed.status == .usage)
      #expect(sealed.error.contains("the keys are sealed; give --unlock-file FILE"))

      let backup = await keys(
        path,
        "backup",
        "--unlock-file",
        unlock,
        "--seal-file",
        unlock,
        "-o",
        "\(path).backup"
      )
      #expect(backup.status == .done, "\(backup.error)")

      let told = await keys(path, "rotate", "link", "--unlock-file", unlock)
      #expect(told.output.hasSuffix("Nothing was done; give --yes to do it.\n"))
      #expect(told.output.contains("link would be made anew"))
      let done = await keys(path, "rotate", "link", "--unlock-file", unlock, "--yes")
      let old = try #require(done.output.split(separator: " ").first.map(String.init))
      #expect(
        done.output.replacing(/column-[0-9A-Z]+/, with: "COLUMN") == """
          \(old) retired
          link made anew
          COLUMN retired
          column made anew
          0 contacts sealed anew in the ledger's column

          """
      )
      let gone = await keys(path, "destroy", old, "--unlock-file", unlock, "--yes")
      #expect(gone.output == "\(old) destroyed\n")

      let restored = await keys(
        path,
        "restore",
        "\(path).backup",
        "--unlock-file",
        unlock,
        "--seal-file",
        unlock,
        "--yes"
      )
      #expect(restored.status == .done, "\(restored.error)")
      #expect(restored.output.isEmpty)
    }
  }

  @Test func `a backup makes the same keys where none are, and the log says so`() async throws {
    try await withLine { path, unlock in
      let made = await keys(path, "create", "--unlock-file", unlock)
      let saved = "\(path).backup"
      let open = ["--unlock-file", unlock]
      let seal = open + ["--seal-file", unlock]
      #expect(await keys(path, words: ["backup", "-o", saved] + seal).status == .done)
      let refused = await keys(path, words: ["recover", saved] + seal)
      #expect(refused.error.contains("there are keys already; name another folder"))
      try FileManager.default.removeItem(atPath: "\(path)/keys")
      let recovered = await keys(path, words: ["recover", saved] + seal)
      #expect(recovered.status == .done, "\(recovered.error)")
      #expect(recovered.output == made.output)
      #expect(await keys(path, words: ["list"] + open).output == made.output)
      let log = try Ledger.open(path: "\(path)/ledger.db").events().map(\.kind)
      let kinds = ["key-created", "key-saved", "key-restored"]
      #expect(log == kinds.flatMap { kind in (0..<6).map { _ in kind } })
    }
  }

  @Test(arguments: ["inbox", "releases", "transcripts", "evidence", "quarantine", "keys"])
  func `a backup beside the keys, or where files leave, is refused`(folder: String) async throws {
    try await withLine { path, unlock in
      _ = await keys(path, words: ["create", "--unlock-file", unlock])
      let file = "\(path)/\(folder)/safe"
      let said = await keys(
        path,
        words: ["backup", "-o", file, "--unlock-file", unlock, "--seal-file", unlock]
      )
      #expect(said.status == .usage)
      #expect(
        said.error == "luwte: \(file): keys and what opens them may not lie in \(path)/\(folder); "
          + "choose another place\n"
      )
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test(arguments: [
    (
      ["paint"],
      "luwte: keys paint: allowed: backup, create, destroy, list, recover, restore, rotate\n"
    ),
    (
      ["rotate", "text", "--unlock-file"],
      "luwte: keys rotate text: allowed: link, contact, quarantine, column, digest, tombstone\n"
    ),
    (["create"], "luwte: --unlock-file: its value is missing; write --unlock-file FILE\n"),
  ])
  func `a wrong action is refused with what is allowed`(words: [String], line: String) async throws
  {
    try await withLine { path, unlock in
      _ = await keys(path, "create", "--unlock-file", unlock)
      let words = words.flatMap { $0 == "--unlock-file" ? [$0, unlock] : [$0] }
      let console = RecordingConsole()
      let status = await Luwte.run(
        ["keys"] + words + ["--project", path],
        in: console.world(shippedFiles: Place.repository)
      )
      #expect(status == .usage)
      #expect(console.error == line)
    }
  }
}
