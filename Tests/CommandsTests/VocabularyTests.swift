import Compression
import Foundation
import Testing

@testable import Commands

@Suite struct VocabularyTests {
  private static func line(_ id: String, visitor: String?, _ text: String) -> String {
    let visitor = visitor.map { #""visitor":{"id":"\#($0)"},"# } ?? ""
    return """
      {"contact_id":"\(id)","started_at":"2021-08-14T21:03:07+02:00","channel":"chat",\(visitor)\
      "messages":[{"from":"visitor","text":"\(text)"}]}

      """
  }

  /// Of four words two are of ten visitors.
  @Test func `visitors count once by id, and by contact where they have none`() async throws {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      var text = ""
      for number in 0..<10 {
        // Ten visitors; nine of them; one visitor ten times; ten contacts of nobody known.
        text += Self.line("a\(number)", visitor: "acc-\(number)", "zonnebloem")
        if number > 0 { text += Self.line("b\(number)", visitor: "acc-\(number)", "kwibus") }
        text += Self.line("c\(number)", visitor: "acc-0", "lantaarn")
        text += Self.line("d\(number)", visitor: nil, "schommel")
      }
      let chats = path + "/chats.jsonl"
      try text.write(toFile: chats, atomically: true, encoding: .utf8)
      let made = await luwte(shipped: "vocabulary", chats, "--project", path)
      #expect(made.status == .done)
      #expect(made.error == "2 words of 10 visitors or more frozen\n")
      #expect(Folders.exists(path + "/vocabulary"))
    }
  }

  /// `luwte vocabulary`, then a night under `rare = true`: what fewer than ten visitors wrote is not
  /// in the transcripts.
  @Test func `a night replaces words of few visitors by the frozen vocabulary`() async throws {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let settings = path + "/redaction.toml"
      try String(contentsOfFile: settings, encoding: .utf8)
        .replacing(#"policy = "balanced""#, with: #"policy = "strict""#)
        .replacing("rare = false", with: "rare = true")
        .write(toFile: settings, atomically: true, encoding: .utf8)
      var text = ""
      for number in 0..<10 {
        let word = number == 0 ? " lantaarn" : ""
        text += Self.line("a\(number)", visitor: "acc-\(number)", "het huis is groot\(word)")
      }
      try text.write(toFile: path + "/inbox/chats.jsonl", atomically: true, encoding: .utf8)
      #expect(
        await luwte(shipped: "vocabulary", path + "/inbox/chats.jsonl", "--project", path).status
          == .done
      )
      let night = await luwte(shipped: "run", "--project", path)
      #expect(night.status == .done, "\(night.error)")
      let transcripts = try Self.transcripts(path)
      #expect(transcripts.contains("het huis is groot"))
      #expect(transcripts.contains("<UNKNOWN"))
      let isGone = !transcripts.contains("lantaarn")
      #expect(isGone)
    }
  }

  private static func transcripts(_ path: String) throws -> String {
    var text = ""
    let all = FileManager.default.enumerator(atPath: path + "/transcripts")
    while let name = all?.nextObject() as? String {
      guard name.hasSuffix(".gz") || name.hasSuffix(".jsonl") else { continue }
      text += String(
        decoding: try InputFile(path: "\(path)/transcripts/\(name)").readAll(),
        as: UTF8.self
      )
    }
    return text
  }

  @Test func `detect writes the same findings with one thread and with two`() async throws {
    let inbox = Place.repository + "/Samples/night/inbox"
    let files = Folders.names(in: inbox).map { "\(inbox)/\($0)" }
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      var written: [[UInt8]] = []
      for threads in ["1", "2"] {
        let output = "\(path)/\(threads).jsonl"
        let status = await Luwte.run(
          ["detect"] + files + ["--threads", threads, "-o", output],
          in: RecordingConsole().world(shippedFiles: Place.repository)
        )
        #expect(status == .done)
        written.append(try InputFile(path: output).readAll())
      }
      let isSame = written[0] == written[1]
      #expect(isSame && !written[0].isEmpty)
    }
  }
}
