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
}
