import Foundation
import Testing

@testable import Commands

/// A project of a few invented chats, for verbs that change what the ledger holds.
struct SmallProject {
  let path: String

  /// One invented chat: id, day, what the visitor writes, and what the counsellor registered.
  struct Chat {
    let id: String
    var day = "2021-03-01"
    let text: String
    var visitor = ""
    var registration = "{}"
  }

  /// Makes a project, runs the night, hands it over, and removes it.
  static func with(_ chats: [Chat], _ body: (SmallProject) async throws -> Void) async throws {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let lines = chats.map { chat in
        let visitor = chat.visitor.isEmpty ? "" : #""visitor":{"id":"\#(chat.visitor)"},"#
        return """
          {"contact_id":"\(chat.id)","started_at":"\(chat.day)T12:00:00+01:00",\
          "ended_at":"\(chat.day)T12:20:00+01:00","channel":"web_chat",\(visitor)\
          "messages":[{"from":"visitor","at":"\(chat.day)T12:01:00+01:00","text":"\(chat.text)"}],\
          "registration":\(chat.registration)}
          """
      }
      try (lines.joined(separator: "\n") + "\n")
        .write(toFile: path + "/inbox/chats.jsonl", atomically: true, encoding: .utf8)
      let night = await luwte(shipped: "run", "--project", path)
      #expect(night.status == .done, "\(night.error)")
      try await body(SmallProject(path: path))
    }
  }

  /// Runs a command in the project.
  func call(_ words: String...) async -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let console = RecordingConsole()
    let status = await Luwte.run(
      words + ["--project", path],
      in: console.world(shippedFiles: Place.repository)
    )
    return (status, console.output, console.error)
  }

  /// Writes a file beside the project's and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    return "\(path)/\(name)"
  }

  /// The codes that the ledger holds, such as `gender = female: the counsellor's registration`,
  /// with one blank between words.
  func codes() async -> [String] {
    await call("explain", "--codes").output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }
}
