import Foundation
import Testing

@testable import Commands

/// How well codes agree with people's on our own coded chats, held to `Fixtures/coded/baseline.tsv`.
///
/// A figure that falls turns CI red; so does one that rises, until the baseline says so:
/// `LUWTE_BASELINE=write swift test --filter CodingBaselineTests`. Totals by variable alone are kept:
/// the halves that nobody reads must not be read here.
struct CodingBaselineTests {
  private static let folder = URL(filePath: Place.repository)
    .appending(path: "Tests/Fixtures/coded")

  @Test func `agreement on coded chats is that of the baseline`() async throws {
    var lines = ["set\tvariable\tcontacts\taccuracy\tmacro-F1\tkappa"]
    for set in [
      "tune", "held", "blind-tune", "blind-held", "blind2-tune", "blind2-held",
    ] {
      let path = Self.folder.appending(path: set).path
      let found = await luwte(
        shipped: "evaluate",
        "--contacts",
        path + "/contacts.jsonl",
        "--gold",
        path + "/gold.jsonl"
      )
      #expect(found.status == .done, "\(found.error)")
      let table = found.output.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { !$0.hasPrefix("variable ") }
      lines += table.dropFirst().filter { !$0.isEmpty }.map { line in
        "\(set)\t" + line.split(separator: " ").joined(separator: "\t")
      }
    }
    #expect(lines.count > 100)
    let file = Self.folder.appending(path: "baseline.tsv")
    if ProcessInfo.processInfo.environment["LUWTE_BASELINE"] == "write" {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(
      Set(lines).symmetricDifference(kept).sorted() == [],
      "run: LUWTE_BASELINE=write swift test --filter CodingBaselineTests"
    )
  }
}
