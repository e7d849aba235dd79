import Detection
import Foundation
import JSON
import Testing

@testable import Evaluation

/// What detection covers of our own annotated chats, held to the figures of `baseline.tsv`.
///
/// A figure that falls turns CI red; so does one that rises, until the baseline says so:
/// `LUWTE_BASELINE=write swift test --filter AnnotatedBaselineTests`. The misses of `tune` are kept as
/// a set by place; of the other folders nothing but totals is kept or printed.
@Suite struct AnnotatedBaselineTests {
  @Test func `figures and known misses are those of the baseline`() throws {
    var lines = ["folder\tpolicy\twhat\tcount\tof\tshare\tlow\thigh"]
    var misses: [String] = []
    for folder in ["tune", "held", "blind-tune", "blind-held"] {
      for policy in DetectionPolicy.allCases {
        let score = try Self.score(folder, policy)
        lines += Self.figures(score).map { "\(folder)\t\(policy.rawValue)\t\($0)" }
        guard folder == "tune" else { continue }
        misses += score.misses.map {
          "\(policy.rawValue)\t\($0.contact)\t\($0.entity.message)\t\($0.entity.range.lowerBound)"
            + "\t\($0.entity.kind.rawValue)"
        }
      }
    }
    try Self.expect(lines, "baseline.tsv")
    try Self.expect(misses.sorted(), "known-misses.tsv")
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/annotated")

  private static let lexicons = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lexicons").path

  private static func score(_ set: String, _ policy: DetectionPolicy) throws -> DetectionScore {
    let detector = try Detector(lexicons: Lexicons.open(directory: lexicons), policy: policy)
    let gold = try Data(contentsOf: folder.appending(path: set + "/gold.jsonl"))
    let standard = try GoldStandard(Array(gold))
    let file = folder.appending(path: set + "/contacts.jsonl")
    var score = DetectionScore()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parser = try JSONParser()
      let bytes = Array(line.utf8)
      let (id, conversation) = try parser.parse(bytes, in: bytes.indices) { try contact($0) }
      let marks = try #require(standard[id])
      try score.add(conversation, detector.findings(in: conversation), marks, of: standard)
    }
    return score
  }

  private static func contact(_ value: JSONValue) throws -> (String, Conversation) {
    let id = try #require(value["contact_id"]?.string)
    var text: [UInt8] = []
    var messages: [Conversation.Message] = []
    value["messages"]?.forEachElement { message in
      let start = text.count
      text += Array((message["text"]?.string ?? "").utf8)
      messages.append(
        Conversation.Message(
          index: messages.count,
          bytes: start..<text.count,
          speaker: message["from"]?.string.flatMap(Speaker.init) ?? .system
        )
      )
    }
    return (id, Conversation(text: text, messages: messages))
  }

  /// A line for each kind, for all, for clean contacts and for other words replaced.
  private static func figures(_ score: DetectionScore) -> [String] {
    let kinds = EntityKind.allCases.compactMap { kind in
      score.kinds[kind].flatMap { $0.gold > 0 ? (kind.rawValue, $0.covered, $0.gold) : nil }
    }
    let rows =
      kinds + [
        ("ALL", score.all.covered, score.all.gold), ("clean", score.clean, score.contacts),
        ("over", score.overWords, score.otherWords),
      ]
    return rows.map { what, count, base in
      let interval = WilsonInterval(count, of: base)
      let shares = [interval.share, interval.lower, interval.upper].map { share in
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
      }
      return "\(what)\t\(count)\t\(base)\t" + shares.joined(separator: "\t")
    }
  }

  private static func expect(_ lines: [String], _ name: String) throws {
    let file = folder.appending(path: name)
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["LUWTE_BASELINE"] == "write" {
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(
      Set(lines).symmetricDifference(kept).sorted() == [],
      "run: LUWTE_BASELINE=write swift test --filter AnnotatedBaselineTests"
    )
  }
}
