import ChatLogs
import Compression
import Foundation
import Pseudonymisation
import Testing

@testable import Commands

/// The wall around metadata, at every way out of the program.
struct MetadataWallTests {
  /// Every field of the schema and unknown ones at every level, each with a string of its own.
  private static let line = """
    {"contact_id":"zqxcontactzqx","started_at":"2021-08-14T21:03:07+02:00",\
    "ended_at":"2021-08-14T21:45:09+02:00","channel":"chat","zqxfieldzqx":"zqxunknownzqx",\
    "visitor":{"id":"zqxaccountzqx","nickname":"zqxnickzqx","name":"zqxnamezqx",\
    "email":"zqxmailzqx@example.nl","phone":"0653276801","ip":"192.0.2.77",\
    "user_agent":"zqxagentzqx","zqxfieldbzqx":{"deep":["zqxdeepzqx"]}},\
    "counsellor":{"id":"zqxstaffzqx","name":"zqxcounsellorzqx","zqxfieldczqx":"zqxteamzqx"},\
    "messages":[{"at":"2021-08-14T21:03:11+02:00","from":"visitor","text":"hoi",\
    "internal":false,"deleted":false,"zqxfielddzqx":"zqxauthorzqx"},\
    {"from":"counsellor","text":"zqxinternalzqx","internal":true},\
    {"from":"visitor","text":"zqxdeletedzqx","deleted":true}],\
    "registration":{"gender":["female","zqxcodezqx"],"zqxvariablezqx":"zqxformzqx"}}

    """

  /// Strings that no output may hold but for the contact's id, which stewards' verbs echo.
  private static let strings =
    line.matches(of: /zqx[a-z]+zqx/).map { String($0.output) }
    + ["0653276801", "53276801", "192.0.2.77", "21:03", "21:45", "2021-08-14"]

  private func withProject(_ body: (_ path: String, _ input: String) async throws -> Void)
    async throws
  {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      let input = "\(path)/inbox/zqxfilenamezqx.jsonl"
      try Self.line.write(toFile: input, atomically: true, encoding: .utf8)
      try await body(path, input)
    }
  }

  private func said(_ words: String...) async -> String {
    let console = RecordingConsole()
    _ = await Luwte.run(words, in: console.world(shippedFiles: Place.repository))
    return console.output + console.error
  }

  private func expectNothing(
    in text: String,
    _ place: String,
    but allowed: Set<String> = []
  ) {
    for string in Self.strings + ["zqxfilenamezqx"] where !allowed.contains(string) {
      #expect(!text.contains(string), "\(place): \(string)")
    }
  }

  @Test func `the line has every field of the schema`() {
    for field in ChatLogField.allCases {
      let name = field.rawValue.split(separator: ".").last.map(String.init) ?? ""
      #expect(Self.line.contains("\"\(name)\":"), "\(field.rawValue)")
    }
    #expect(Self.strings.count > 20)
  }

  @Test func `nothing of it stands in any file that a night, a closing and a release make`()
    async throws
  {
    try await withProject { path, _ in
      var spoken = await said("run", "--project", path)
      spoken += await said("status", "--json", "--project", path)
      spoken += await said("close", "2021", "--project", path)
      spoken += await said(
        "release",
        "--period",
        "2021",
        "--to",
        "research-centre",
        "--project",
        path
      )
      spoken += await said("explain", "--codes", "--project", path)
      expectNothing(in: spoken, "terminal")
      var files = 0
      let all = FileManager.default.enumerator(atPath: path)
      while let name = all?.nextObject() as? String {
        let isFolder =
          (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")) != nil
        guard !isFolder, !name.hasPrefix("inbox/"), !name.hasSuffix(".toml") else { continue }
        let bytes = try readBytes("\(path)/\(name)") + InputFile(path: "\(path)/\(name)").readAll()
        expectNothing(in: String(decoding: bytes, as: UTF8.self), name)
        files += 1
      }
      #expect(files > 8)
    }
  }

  @Test func `sanitize gives tokens; detect, code and explain give the id alone`() async throws {
    try await withProject { path, input in
      let sanitized = try Program.run(["sanitize", input, "--project", path], input: input)
      #expect(sanitized.contains("hoi"))
      expectNothing(in: sanitized, "sanitize")
      for verb in ["detect", "code", "explain"] {
        let output = try Program.run([verb, input, "--project", path], input: input)
        #expect(output.contains("zqxcontactzqx"), "\(verb)")
        expectNothing(in: output, verb, but: ["zqxcontactzqx"])
      }
    }
  }

  @Test func `map gives tokens, with the keys of a project and without`() async throws {
    try await withProject { path, input in
      for project in [["--project", path], []] {
        let output = try Program.run(["map"] + project, input: input)
        #expect(output.contains(#""gender""#))
        expectNothing(in: output, "map")
      }
    }
  }

  @Test func `what is quarantined tells place and reason in the open, and nothing else`()
    async throws
  {
    try await withProject { path, input in
      let damaged = Self.line.dropLast(40) + "\n"
      try String(damaged).write(toFile: input, atomically: true, encoding: .utf8)
      _ = await said("run", "--project", path)
      expectNothing(in: await said("quarantine", "--project", path), "quarantine")
      for name in Folders.names(in: "\(path)/quarantine") {
        let bytes = try readBytes("\(path)/quarantine/\(name)")
        expectNothing(in: String(decoding: bytes, as: UTF8.self), name)
      }
    }
  }

  @Test func `the policy names each field's fate with its technique`() async throws {
    let policy = await said("explain", "--policy")
    for field in ChatLogField.allCases { #expect(policy.contains("\n\(field.rawValue) ")) }
    #expect(policy.contains("\nany other field     dropped       masking"))
    #expect(policy.contains("\nvisitor.nickname    link          pseudonymization (8.4)"))
  }
}

/// The program as it was built, in a process of its own.
enum Program {
  /// Runs it with a file as standard input, and gives what it says on standard output.
  static func run(_ words: [String], input: String) throws -> String {
    let process = Process()
    let build = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = build.appending(path: "luwte")
    process.executableURL =
      FileManager.default.fileExists(atPath: program.path)
      ? program : URL(filePath: "\(Place.repository)/.build/debug/luwte")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: "/tmp")
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
