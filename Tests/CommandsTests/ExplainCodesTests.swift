import Foundation
import Testing

@testable import Commands

@Suite struct ExplainCodesTests {
  /// A contact whose age is registered, whose form is told, and of whom nothing tells the region.
  private static let chat = """
    {"contact_id":"c-1","started_at":"2021-03-01T12:00:00+01:00",\
    "ended_at":"2021-03-01T12:20:00+01:00","channel":"web_chat",\
    "messages":[{"from":"counsellor","at":"2021-03-01T12:00:00+01:00","text":"Hoi"},\
    {"from":"visitor","at":"2021-03-01T12:01:00+01:00","text":"ik moet van hem stelen"}],\
    "registration":{"gender":"female"}}

    """

  @Test func `each code says who set it, by the contact's token and without text`()
    async throws
  {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let file = path + "/inbox/chat.jsonl"
      try Self.chat.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(await luwte(shipped: "run", "--project", path).status == .done)
      let kept = await luwte(shipped: "explain", "--codes", "--project", path)
      #expect(kept.status == .done, "\(kept.error)")
      #expect(kept.output.contains(": codebook 0.2+"))
      #expect(kept.output.contains("= female: the counsellor's registration\n"))
      for line in [
        #/exploit_form +\= criminal: rule \S+, message 1\n/#,
        #/region +\= unknown: nothing told\n/#,
      ] {
        #expect(try line.firstMatch(in: kept.output) != nil)
      }
      #expect(!kept.output.contains("stelen"))
      #expect(!kept.output.contains("c-1"))
      let token = kept.output.dropFirst("contact ".count).prefix { $0 != ":" }
      let one = await luwte(
        shipped: "explain",
        "--codes",
        "--project",
        path,
        "--contact",
        String(token)
      )
      #expect(one.output == kept.output)
      let none = await luwte(shipped: "explain", "--codes", "--project", path, "--contact", "X")
      #expect(none.status == .usage)
      #expect(none.error.contains("--contact X: the ledger has no such contact"))
    }
  }
}
