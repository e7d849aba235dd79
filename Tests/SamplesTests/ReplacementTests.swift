import Foundation
import JSON
import Testing

/// Asserts by field what a search through all outputs cannot: a bare `14` may stand elsewhere.
///
/// Failures name contact, message and kind, never the detail.
@Suite struct ReplacementTests {
  @Test func `each detail is replaced in its own message`() async throws {
    let texts = try await Self.sanitizedTexts()
    var left: [String] = []
    for detail in try Samples.details() {
      let text = try #require(texts["\(detail.contact) \(detail.message)"])
      let words = Self.words(text.replacing(/<[A-Z_]+(:[^>]*)?>/, with: " | "))
      let wanted = Self.words(detail.text)
      let starts = words.indices.filter { words[$0...].starts(with: wanted) }
      if !starts.isEmpty {
        left.append("\(detail.contact), message \(detail.message): \(detail.type) is left")
      }
    }
    #expect(left == [])
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "|" }
  }

  /// The sanitized messages, by contact and index; `--keep-ids` tells whose they are.
  private static func sanitizedTexts() async throws -> [String: String] {
    var texts: [String: String] = [:]
    let parser = try JSONParser()
    for line in try await sanitizedLines() {
      try parser.parse(line) { contact in
        let id = contact["contact"]?.string ?? ""
        contact["messages"]?.forEachElement { message in
          texts["\(id) \(message["i"]?.integer ?? -1)"] = message["text"]?.string ?? ""
        }
      }
    }
    return texts
  }

  private static func sanitizedLines() async throws -> [String] {
    try await Program.withFolder { folder in
      let file = folder.appending(path: "sanitized.jsonl")
      let words = ["sanitize", "--keep-ids", "-o", file.path] + Samples.inbox.map(\.path)
      let result = await Program.run(words)
      try #require(result.status == .done)
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }
}
