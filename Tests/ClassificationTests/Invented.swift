import Codebook
import Detection
import Foundation

@testable import Pseudonymisation

/// Invented contacts for tests, written as lines: `>` a counsellor's, `#` the program's, else the
/// visitor's.
///
/// Tokens stand in braces: `{age 15}`, `{birth 19}`, `{ago 120}` (days), `{region NL-UT}`,
/// `{PERSON}`.
enum Invented {
  static let codebookFile = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/project/codebook.toml")

  static func codebookText() throws -> String {
    try String(contentsOf: codebookFile, encoding: .utf8)
  }

  /// Read once for all tests.
  private static let shared = Result {
    try Codebook.read(text: codebookText(), file: "codebook.toml")
  }

  static func codebook() throws -> Codebook { try shared.get() }

  static func contact(
    _ lines: String,
    registration: [String: [String]] = [:],
    quarter: Quarter = Quarter(year: 2021, month: 11)
  ) -> SanitizedContact {
    var text: [UInt8] = []
    var segments: [SanitizedContact.Segment] = []
    var messages: [SanitizedContact.Message] = []
    for (index, line) in lines.split(separator: "\n").enumerated() {
      let speaker: Speaker =
        line.hasPrefix(">") ? .counsellor : line.hasPrefix("#") ? .system : .visitor
      let start = segments.count
      var rest = speaker == .visitor ? line : line.dropFirst()
      while !rest.isEmpty {
        let plain = rest.prefix { $0 != "{" }
        if !plain.isEmpty {
          let from = text.count
          text += Array(plain.utf8)
          segments.append(.text(from..<text.count))
        }
        rest = rest.dropFirst(plain.count)
        guard rest.first == "{" else { break }
        segments.append(.token(token(String(rest.dropFirst().prefix { $0 != "}" }))))
        rest = rest.drop { $0 != "}" }.dropFirst()
      }
      messages.append(
        SanitizedContact.Message(
          index: index,
          speaker: speaker,
          segments: start..<segments.count
        )
      )
    }
    return SanitizedContact(
      token: "T",
      quarter: quarter,
      channel: "web_chat",
      text: text,
      messages: messages,
      segments: segments,
      registration: registration,
      durationMinutes: 12
    )
  }

  private static func token(_ text: String) -> SanitizedContact.Token {
    let parts = text.split(separator: " ")
    let value = parts.count > 1 ? String(parts[1]) : ""
    let (kind, generalisation): (EntityKind, Generalisation) =
      switch parts.first {
      case "age": (.age, .age(years: Int(value) ?? 0))
      case "birth": (.date, .birth(years: Int(value) ?? 0))
      case "ago": (.date, .elapsed(days: Int(value) ?? 0))
      case "region": (.location, .region(value))
      default: (EntityKind(rawValue: String(parts.first ?? "")) ?? .unknown, .none)
      }
    return SanitizedContact.Token(
      kind: kind,
      pseudonym: "0123ABCD",
      generalisation: generalisation
    )
  }
}
