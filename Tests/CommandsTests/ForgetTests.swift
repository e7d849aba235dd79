import Compression
import Foundation
import Keys
import Ledger
import Testing

@testable import Commands

struct ForgetTests {
  /// Two visitors.
  ///
  /// The first came under an account and a number, under the account alone, under
  /// the number alone with another's content in quarantine, and in a line that is cut off.
  private static let first = [
    line(
      "a-1",
      #""id":"acc-90210","phone":"0653276801","nickname":"Sterretje""#,
      "ik slaap slecht"
    ),
    line("a-2", #""id":"acc-90210""#, "ik durf niet naar huis"),
    line("a-3", #""email":"noor@example.nl""#, "mijn nummer is 06 53276801, bel pas na het eten"),
    line("a-2", #""id":"acc-90210""#, "toch maar iets anders"),
    #"{"contact_id":"a-4","visitor":{"phone":"+31653276801"},"messages":[{"text":"afgekapt"#,
  ]
  private static let second = [
    line("b-1", #""id":"acc-77777","nickname":"Sterretje""#, "het regent hier"),
    line("b-2", #""id":"acc-77777""#, "het nummer 0612121212 is van hem"),
    #"{"contact_id":"b-3","visitor":{"phone":"+31612121212"},"messages":[{"text":"afgekapt"#,
  ]

  private static func line(_ id: String, _ visitor: String, _ text: String) -> String {
    """
    {"contact_id":"\(id)","started_at":"2021-08-14T21:03:07+02:00","channel":"chat",\
    "visitor":{\(visitor)},"messages":[{"from":"visitor","text":"\(text)"}]}
    """
  }

  private func said(_ path: String, _ words: String..., input: String = "") async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      words + ["--project", path],
      in: console.world(shippedFiles: Place.repository, input: input)
    )
    return (status, console.output, console.error)
  }

  private func withNight(_ body: (_ path: String) async throws -> Void) async throws {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      try deliver(Self.first + Self.second, "a.jsonl", to: path)
      let run = await said(path, "run")
      #expect(run.output.contains("8 contacts in = 5 coded + 3 quarantined"), "\(run.error)")
      try await body(path)
    }
  }

  private func deliver(_ lines: [String], _ name: String, to path: String) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: "\(path)/inbox/\(name)", atomically: true, encoding: .utf8)
  }

  /// Every byte of the project but the deliveries, as stored and as gzip holds it.
  private func everyByte(_ path: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let all = FileManager.default.enumerator(atPath: path)
    while let name = all?.nextObject() as? String {
      let file = "\(path)/\(name)"
      let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: file)) != nil
      guard !isFolder, !name.hasPrefix("inbox/") else { continue }
      files[name] = try readBytes(file) + InputFile(path: file).readAll()
    }
    return files
  }

  /// What tells the first visitor's contacts in any file: pseudonyms, digests, what they said.
  private func traces(_ path: String) throws -> [[UInt8]] {
    let keyring = try Keyring.open(at: "\(path)/keys", time: "")
    let tokens = try ["a-1", "a-2", "a-3"].map {
      Array(try keyring.contactToken(of: Array($0.utf8).span).utf8)
    }
    let digests = try Self.first.prefix(3).map {
      try InputDigest.ofLine(Array($0.utf8), keyring: keyring)
    }
    let words = ["ik slaap slecht", "ik durf niet naar huis", "bel pas na het eten"].map {
      Array($0.utf8)
    }
    return tokens + digests + words
  }

  @Test(arguments: [
    "0653276801", "+31 6 5327 6801", "acc-90210\n", "a-1", "  NOOR@example.nl\r\n",
  ])
  func `no byte of the project tells of a person who was forgotten`(identifier: String)
    async throws
  {
    try await withNight { path in
      let traces = try traces(path)
      let before = try everyByte(path)
      for trace in traces {
        #expect(before.values.contains { $0.firstRange(of: trace) != nil })
      }
      let forgot = await said(path, "forget", "--yes", input: identifier)
      #expect(forgot.status == .done, "\(forgot.error)")
      let after = try everyByte(path)
      for (name, bytes) in after {
        for (place, trace) in traces.enumerated() {
          #expect(bytes.firstRange(of: trace) == nil, "\(name), trace \(place)")
        }
      }
      // The other visitor stays, and what the quarantine holds of them.
      let transcripts = try #require(after["transcripts/night-000001.jsonl.gz"])
      #expect(transcripts.firstRange(of: Array("het regent hier".utf8)) != nil)
      #expect(try Ledger.open(path: "\(path)/ledger.db").contactCount() == 2)
      let sealed = after.keys.filter { $0.hasSuffix(".sealed") }
      let isNumber = identifier.contains("5327")
      // The line that is cut off tells a number only: who gave another identifier is not in it.
      #expect(sealed.count == (isNumber ? 1 : 2))
    }
  }

  @Test func `transcripts of a night that was killed when they had their place go`() async throws {
    try await withNight { path in
      let transcripts = "\(path)/transcripts"
      let kept = "\(transcripts)/night-000001.jsonl.gz"
      for place in ["night-000002.jsonl.gz", "held/night-000002.jsonl.gz"] {
        try FileManager.default.copyItem(atPath: kept, toPath: "\(transcripts)/\(place)")
      }
      let traces = try traces(path)
      _ = await said(path, "forget", "--yes", input: "acc-90210")
      for (name, bytes) in try everyByte(path) {
        #expect(traces.allSatisfy { bytes.firstRange(of: $0) == nil }, "\(name)")
      }
      #expect(Folders.exists(kept))
    }
  }

  @Test func `the receipt is the same whether anyone was found or not`() async throws {
    try await withNight { path in
      let found = await said(path, "forget", "--yes", input: "acc-90210")
      let nobody = await said(path, "forget", "--yes", input: "0687654329")
      let again = await said(path, "forget", "--yes", input: "acc-90210")
      for other in [nobody, again] {
        #expect(other.status == found.status)
        #expect(other.output == found.output)
        #expect(other.error == found.error)
      }
      #expect(found.error.isEmpty)
      let events = try Ledger.open(path: "\(path)/ledger.db").events()
      #expect(events.map(\.kind) == ["forget", "forget", "forget"])
      #expect(events.allSatisfy { $0.subject.isEmpty })
    }
  }

  @Test func `who was forgotten does not come back, under any identifier that was theirs`()
    async throws
  {
    try await withNight { path in
      _ = await said(path, "forget", "--yes", input: "0653276801")
      try deliver(
        Self.first.prefix(3) + [
          Self.line("a-9", #""phone":"0653276801""#, "nieuw"),
          Self.line("a-8", #""id":"acc-90210""#, "nieuw"),
          // A nickname that two share keeps nobody out, unless it was what somebody gave.
          Self.line("c-1", #""nickname":"Sterretje""#, "een ander"),
        ],
        "b.jsonl",
        to: path
      )
      let run = await said(path, "run")
      #expect(run.output.contains("6 contacts in = 1 coded + 0 quarantined + 0 duplicates"))
      #expect(run.output.contains("+ 0 opted out + 5 erased."))
    }
  }

  @Test func `marks outlive a rotation of the keys that made them`() async throws {
    try await withNight { path in
      _ = await said(path, "forget", "--yes", input: "0653276801")
      for purpose in ["tombstone", "link", "contact"] {
        #expect(await said(path, "keys", "rotate", purpose, "--yes").status == .done)
      }
      try deliver(Self.first.prefix(2) + [], "b.jsonl", to: path)
      let run = await said(path, "run")
      #expect(run.output.contains("2 contacts in = 0 coded"), "\(run.error)")
      #expect(run.output.contains("2 erased."))
    }
  }

  @Test func `what a killed run left half done is forgotten too`() async throws {
    try await withNight { path in
      let traces = try traces(path)
      let night = "\(path)/transcripts/night-000001.jsonl.gz"
      for draft in ["held/again", "drafts"] {
        try FileManager.default.createDirectory(
          atPath: "\(path)/transcripts/\(draft)",
          withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
          atPath: night,
          toPath: "\(path)/transcripts/\(draft)/night-000001.jsonl.gz"
        )
      }
      try FileManager.default.copyItem(atPath: night, toPath: night + ".part")
      _ = await said(path, "forget", "--yes", input: "acc-90210")
      for (name, bytes) in try everyByte(path) {
        for trace in traces { #expect(bytes.firstRange(of: trace) == nil, "\(name)") }
      }
    }
  }

  @Test func `a key whose marks keep somebody out is not destroyed`() async throws {
    try await withNight { path in
      _ = await said(path, "forget", "--yes", input: "acc-90210")
      let rotated = await said(path, "keys", "rotate", "tombstone", "--yes")
      let old = try #require(rotated.output.split(separator: " ").first.map(String.init))
      let refused = await said(path, "keys", "destroy", old, "--yes")
      #expect(refused.status == .usage)
      #expect(refused.error.contains("who was erased or opted out could come back; keep this key"))
    }
  }

  @Test func `after every key of the line was rotated the same contacts are no new ones`()
    async throws
  {
    try await withNight { path in
      for purpose in ["digest", "contact", "link", "column", "quarantine"] {
        #expect(await said(path, "keys", "rotate", purpose, "--yes").status == .done)
      }
      let idle = await said(path, "run")
      #expect(idle.output == "Nothing new: 1 inputs were done before.\n")
      try deliver(Array(Self.first.prefix(3)), "b.jsonl", to: path)
      let run = await said(path, "run")
      #expect(run.output.contains("0 coded + 0 quarantined + 3 duplicates"))
    }
  }

  @Test func `an identifier given after a rotation still finds who came before`() async throws {
    try await withNight { path in
      #expect(await said(path, "keys", "rotate", "link", "--yes").status == .done)
      #expect(await said(path, "keys", "rotate", "contact", "--yes").status == .done)
      _ = await said(path, "forget", "--yes", input: "0653276801")
      let left = try Ledger.open(path: "\(path)/ledger.db").contactCount()
      #expect(left == 2)
    }
  }

  @Test func `a figure that is settled does not change, a later one does not count them`()
    async throws
  {
    try await withNight { path in
      #expect(await said(path, "close", "2021-Q3").status == .done)
      let before = try persons(path)
      _ = await said(path, "forget", "--yes", input: "acc-90210")
      #expect(try persons(path) == before)
      let files = try everyByte(path)
      for trace in try traces(path) {
        #expect(files.values.allSatisfy { $0.firstRange(of: trace) == nil })
      }
    }
  }

  private func persons(_ path: String) throws -> [Int] {
    try Ledger.open(path: "\(path)/ledger.db").closedPeriods().map(\.persons)
  }

  @Test func `who opted out is not coded, and stays uncoded; what was kept stays`() async throws {
    try await withNight { path in
      let out = await said(path, "forget", "--opt-out", "--yes", input: "acc-90210\nb-7\n")
      #expect(out.output.hasPrefix("Whoever these 2 identifiers name is not coded"))
      #expect(try Ledger.open(path: "\(path)/ledger.db").contactCount() == 5)
      try deliver(
        [
          Self.line("a-9", #""id":"acc-90210""#, "nieuw"), Self.line("b-7", "", "nieuw"),
          Self.line("b-8", "", "nieuw"),
        ],
        "b.jsonl",
        to: path
      )
      let run = await said(path, "run")
      #expect(run.output.contains("3 contacts in = 1 coded"))
      #expect(run.output.contains("2 opted out + 0 erased."))
    }
  }

  @Test(arguments: [
    ("", "luwte: standard input: 0 identifiers given; "),
    ("a\nb", "luwte: standard input: 2 identifiers given; "),
    (String(repeating: "x", count: 321), "luwte: standard input: a line is longer than 320 bytes"),
  ])
  func `anything but one identifier is refused, and not repeated`(input: String, line: String)
    async throws
  {
    await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      let refused = await said(path, "forget", "--yes", input: input)
      #expect(refused.status == .usage)
      #expect(refused.error.hasPrefix(line))
      #expect(!refused.error.contains("xxxx"))
      let unsure = await said(path, "forget", input: "acc-1")
      #expect(unsure.output == "Nothing was done; give --yes to do it.\n")
    }
  }
}
