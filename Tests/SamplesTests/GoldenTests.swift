import ChatLogs
import Classification
import Codebook
import Compression
import Foundation
import JSON
import Keys
import Pseudonymisation
import Testing

@testable import Commands

/// What becomes of the sample night, byte for byte, under a keyring that the test makes.
///
/// When a change is meant: `LUWTE_GOLDEN=write swift test --filter GoldenTests`, then read the
/// difference line by line before it is committed.
@Suite struct GoldenTests {
  @Test func `the night becomes the sanitized chats of the golden file`() throws {
    var writer = SanitizedContactWriter()
    for contact in try Self.sanitizedNight() { writer.write(contact) }
    try Golden.expect(writer.bytes, "sanitized.jsonl")
  }

  @Test func `the night becomes the codes of the golden file`() throws {
    let file = Samples.folder.appending(path: "project/codebook.toml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let codebook = try Codebook.read(text: text, file: "codebook.toml")
    let coder = Coder(codebook: codebook)
    let contacts = CodedContactWriter(codebook: codebook, audience: .steward)
    var writer = JSONWriter()
    for contact in try Self.sanitizedNight() {
      let coded = coder.code(contact)
      contacts.write(coded, id: coded.token, to: &writer)
    }
    try Golden.expect(writer.bytes, "coded.jsonl")
  }

  @Test func `the night's evidence is that of the golden file, up to the versions`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let world = Self.world
    let made = try Invocation.parse([path], for: .initialise, in: world)
    #expect(try await Verb.initialise.run(made) == .done)
    for file in Samples.inbox {
      try FileManager.default.copyItem(
        atPath: file.path,
        toPath: "\(path)/inbox/\(file.lastPathComponent)"
      )
    }
    let call = try Invocation.parse(["--project", path], for: .run, in: world)
    let workshop = try Workshop.open(call)
    let keyring = try Keyring.fixed(testSeed: "the sample night")
    _ = try await NightRun(
      workshop: workshop,
      project: #require(workshop.project),
      keyring: keyring,
      line: workshop.assemblyLine(keyring: keyring),
      console: world.console,
      now: world.now
    ).run()
    let evidence = try String(contentsOfFile: "\(path)/evidence/night-000001.json", encoding: .utf8)
    // Digests of codebook, lexicons and settings change with any word of those files.
    let versions = try #require(evidence.range(of: ",\"versions\":"))
    let lines = evidence[..<versions.lowerBound].replacing("},\"", with: "},\n\"")
      .replacing("],\"", with: "],\n\"")
    try Golden.expect(Array((lines + "}\n").utf8), "evidence.json")
  }

  private static let world = World(
    console: Console(output: { _ in }, error: { _ in }),
    shippedFiles: DocumentTests.root.path,
    now: { 1_638_000_000 }
  )

  static func sanitizedNight() throws -> [SanitizedContact] {
    let call = try Invocation.parse(["-"], for: .sanitize, in: world)
    let workshop = try Workshop.open(call)
    let line = try workshop.assemblyLine(keyring: .fixed(testSeed: "the sample night"))
    return try Samples.inbox.flatMap { file in
      let reader = try ChatLogReader(InputFile(path: file.path), settings: workshop.reading)
      var contacts: [SanitizedContact] = []
      while let item = try reader.next() {
        guard case .contact(let contact) = item else { continue }
        contacts.append(try line.sanitized(contact))
      }
      return contacts
    }
  }
}

/// The golden files of `Samples/night/golden`.
enum Golden {
  static func expect(_ bytes: [UInt8], _ name: String) throws {
    let file = Samples.folder.appending(path: "night/golden/\(name)")
    if ProcessInfo.processInfo.environment["LUWTE_GOLDEN"] == "write" {
      try Data(bytes).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    let made = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let changed = (0..<max(golden.count, made.count)).filter { line in
      !(golden.indices.contains(line) && made.indices.contains(line) && golden[line] == made[line])
    }
    #expect(
      changed.map { $0 + 1 } == [],
      "\(name): these lines changed; see how with LUWTE_GOLDEN=write swift test --filter GoldenTests"
    )
  }
}
