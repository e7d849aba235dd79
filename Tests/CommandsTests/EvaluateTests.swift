import Foundation
import Testing

@testable import Commands

struct EvaluateTests {
  private static let contacts = """
    {"contact_id":"c","started_at":"2021-11-18T21:00:00+01:00","messages":\
    [{"from":"visitor","text":"ik ben een meisje van 14, bel 06 12 34 56 78"}]}
    """
  private static let gold = """
    {"contact_id":"c","entities":[{"message":0,"start":22,"end":24,"type":"AGE"},\
    {"message":0,"start":30,"end":44,"type":"PHONE_NUMBER"}],"codes":{"gender":"female"}}
    """

  private func evaluate(
    gold: String,
    _ words: String...
  ) async throws -> (status: Commands.ExitStatus, output: String, error: String) {
    try await Place.withFolder { path in
      let folder = URL(filePath: path)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Delivered twice, measured once.
      let twice = Self.contacts + "\n" + Self.contacts
      try twice.write(toFile: path + "/c.jsonl", atomically: true, encoding: .utf8)
      try gold.write(toFile: path + "/g.jsonl", atomically: true, encoding: .utf8)
      let console = RecordingConsole()
      let status = await Luwte.run(
        ["evaluate", "--contacts", path + "/c.jsonl", "--gold", path + "/g.jsonl"] + words,
        in: console.world(shippedFiles: Place.repository)
      )
      return (status, console.output, console.error.replacing(path + "/", with: ""))
    }
  }

  @Test func `findings and codes are measured`() async throws {
    let said = try await evaluate(gold: Self.gold, "--json")
    #expect(said.status == .done)
    #expect(said.error.isEmpty)
    #expect(said.output.hasPrefix(#"{"contacts":1,"absent":0,"kinds":{"PHONE_NUMBER":{"gold":1,"#))
    #expect(said.output.contains(#""all":{"gold":2,"covered":2,"typed":2,"#))
    #expect(said.output.contains(#""gender":{"contacts":1,"accuracy":1.0000,"#))
  }

  @Test func `a miss is named without its text`() async throws {
    let marks = Self.gold.replacing(#""start":22,"end":24"#, with: #""start":0,"end":10"#)
    let said = try await evaluate(gold: marks, "--misses")
    #expect(said.output.contains("missed c message 0, 0..<10: AGE\n"))
    #expect(!said.output.contains("ik ben"))
  }

  @Test(arguments: [
    ("{", "g.jsonl:1: the line is not JSON (RFC 8259)"),
    (
      "{}",
      "g.jsonl:1: \"contact_id\" is missing or has another shape; luwte help evaluate shows the "
        + "shape"
    ),
    (
      #"{"contact_id":"c","entities":[{"message":0,"start":40,"end":50,"type":"AGE"}]}"#,
      "g.jsonl: a mark of contact 1 of the file reaches past its message; offsets count Unicode "
        + "code points, end exclusive"
    ),
  ])
  func `annotations that cannot be used are refused`(gold: String, complaint: String) async throws {
    let said = try await evaluate(gold: gold)
    #expect(said.status == .usage)
    #expect(said.error == "luwte: " + complaint + "\n")
  }
}
