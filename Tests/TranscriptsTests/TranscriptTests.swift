import Compression
import Foundation
import Pseudonymisation
import Testing
import Transcripts

struct TranscriptTests {
  private let folder: String

  /// Invented; as `SanitizedContactWriter` writes it.
  private let lines = [
    #"{"contact":"C0","quarter":"2021-Q1","channel":"web_chat","minutes":9,"messages":[{"i":0,"from":"visitor","text":"ik heet <PERSON:7Q3KX9M2>"},{"i":2,"from":"counsellor","text":"dag"}]}"#,
    #"{"contact":"C1","quarter":"2021-Q1","channel":"sms","minutes":0,"messages":[],"registration":{"gender":["girl"]}}"#,
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func contacts(_ range: Range<Int> = 0..<2) throws -> TranscriptLines {
    let reader = try SanitizedContactReader()
    var result = TranscriptLines()
    for line in lines[range] {
      let bytes = Array(line.utf8)
      result.append(try reader.contact(in: bytes, 0..<bytes.count, line: 1))
    }
    return result
  }

  @Test func `a night is written whole, for its owner only, and reads back`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = try TranscriptWriter(folder: folder, night: "0007")
    try writer.append(contacts())
    #expect(try TranscriptFolder.nights(in: folder).isEmpty)
    let receipt = try writer.finish()
    #expect(receipt.file == "0007.jsonl.gz" && receipt.contacts == 2)
    let path = folder + "/" + receipt.file
    #expect(try TranscriptFolder.nights(in: folder) == [path])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      try String(decoding: InputFile(path: path).readAll(), as: UTF8.self)
        == lines.joined(separator: "\n") + "\n"
    )
    let reader = try TranscriptReader(path: path)
    var tokens: [String] = []
    while let contact = try reader.next() { tokens.append(contact.token) }
    #expect(tokens == ["C0", "C1"])
  }

  @Test func `the same contacts give the same bytes, however they were batched`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var files: [Data] = []
    for (night, batches) in [("a", [0..<2]), ("b", [0..<1, 1..<2])] {
      let writer = try TranscriptWriter(folder: folder, night: night)
      for batch in batches { try writer.append(contacts(batch)) }
      let receipt = try writer.finish()
      files.append(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + receipt.file)))
    }
    #expect(files[0] == files[1])
  }

  @Test func `a night is never written over, and a dropped one leaves nothing`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do { try TranscriptWriter(folder: folder, night: "1").append(contacts()) }
    #expect(try Folder.entries(of: folder).isEmpty)
    _ = try TranscriptWriter(folder: folder, night: "1").finish()
    #expect(throws: TranscriptFileError.exists) {
      try TranscriptWriter(folder: folder, night: "1")
    }
    for name in ["", "../x", ".x", "a/b"] {
      #expect(throws: TranscriptFileError.unusableName) {
        try TranscriptWriter(folder: folder, night: name)
      }
    }
  }

  @Test(arguments: [(0, 1), (0, 0), (1, 2), (2, 0)])
  func `a draft that lost or gained a line is found out`(kept: Int, added: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = try TranscriptWriter(folder: folder, night: "1", isDraft: true)
    try writer.append(contacts())
    let receipt = try writer.finish()
    let url = URL(fileURLWithPath: folder + "/" + receipt.file)
    let text = (lines.prefix(kept) + lines.prefix(added)).map { $0 + "\n" }.joined()
    let isWhole = (kept, added) == (2, 0)
    try Data(text.utf8).write(to: url)
    let reader = try TranscriptReader(path: url.path, holding: receipt)
    func readAll() throws { while try reader.nextBatch() != nil {} }
    if isWhole {
      try readAll()
    } else {
      #expect(throws: TranscriptFileError.notAsWritten) { try readAll() }
    }
  }

  /// The look at the way out leaves most lines unread, so damage must show without a parser.
  @Test func `a draft in which a bit was turned is found out, wherever it is`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = try TranscriptWriter(folder: folder, night: "1", isDraft: true)
    try writer.append(contacts())
    let receipt = try writer.finish()
    let url = URL(fileURLWithPath: folder + "/" + receipt.file)
    let written = try Data(contentsOf: url)
    func found() throws -> Bool {
      let reader = try TranscriptReader(path: url.path, holding: receipt)
      do { while try reader.nextBatch() != nil {} } catch { return error == .notAsWritten }
      return false
    }
    #expect(try !found())
    // A letter of a message, a sign of a pseudonym, both line feeds, the first and the last byte.
    let name = try #require(written.firstRange(of: Data("heet".utf8))).lowerBound
    let token = try #require(written.firstRange(of: Data("7Q3KX9M2".utf8))).lowerBound
    let feeds = written.indices.filter { written[$0] == UInt8(ascii: "\n") }
    for place in [0, name, token, written.count - 2] + feeds {
      for bit: UInt8 in [0, 5] {
        var damaged = written
        damaged[place] ^= 1 << bit
        try damaged.write(to: url)
        #expect(try found(), "byte \(place), bit \(bit)")
      }
    }
    // The same lines in another order.
    let swapped = written[(feeds[0] + 1)...] + written[...feeds[0]]
    try Data(swapped).write(to: url)
    #expect(try found())
  }

  @Test func `a damaged file is an error with its place`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = try TranscriptWriter(folder: folder, night: "1")
    try writer.append(contacts())
    _ = try writer.finish()
    let url = URL(fileURLWithPath: folder + "/1.jsonl.gz")
    let bytes = try Data(contentsOf: url)
    try bytes.dropLast(9).write(to: url)
    let reader = try TranscriptReader(path: url.path)
    #expect(throws: TranscriptFileError.damaged(offset: bytes.count - 9)) {
      while try reader.next() != nil {}
    }
  }
}
