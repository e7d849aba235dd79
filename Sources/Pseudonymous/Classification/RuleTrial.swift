import Codebook
import Detection
import JSON
import Pseudonymisation

/// Every rule of a codebook held to its own example and counterexample.
///
/// An example is one invented message of the speaker whose messages the rule reads, after the
/// rule's question where it has one; `{KIND}` in it stands for a token of that kind.
public struct RuleTrial: Sendable {
  /// A rule that does not do what its author says.
  public struct Failure: Equatable, Sendable {
    /// The rule's id.
    public let rule: String
    /// The invented message.
    public let message: String
    /// Whether it is the counterexample, in which the rule held; else the example, in which it
    /// did not.
    public let isCounterexample: Bool
  }

  /// How many messages were tried.
  public let tried: Int
  /// The rules that failed, in the codebook's order.
  public let failures: [Failure]

  /// Tries all rules; phrases only, not the codes that a rule demands of others.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - replacing: What is done to a message of a speaker before rules read it; nothing where left
  ///     out.
  /// - Throws: `TranscriptError` where the machine fails.
  public init(
    _ codebook: Codebook,
    replacing: (String, Speaker) -> String = { message, _ in message }
  ) throws(TranscriptError) {
    let book = RuleBook(codebook)
    let reader = try SanitizedContactReader()
    var tried = 0
    var failures: [Failure] = []
    for (number, rule) in book.rules.enumerated() {
      for (message, isCounterexample) in [(rule.example, false), (rule.counterexample, true)]
      where !message.isEmpty {
        tried += 1
        let line = Self.transcript(rule, message, replacing)
        let contact = try reader.contact(in: line, 0..<line.count, line: number + 1)
        let stream = WordStream(contact, book.lexicon.vocabulary)
        let holds = PhraseIndex.Pass.allCases.contains { pass in
          book.hits(pass, in: stream).contains { $0.rule == number }
        }
        guard holds == isCounterexample else { continue }
        failures.append(
          Failure(rule: rule.id, message: message, isCounterexample: isCounterexample)
        )
      }
    }
    self.tried = tried
    self.failures = failures
  }

  /// A contact of the rule's question and a message, as a line of a transcript.
  private static func transcript(
    _ rule: CodingRule,
    _ message: String,
    _ replacing: (String, Speaker) -> String
  ) -> [UInt8] {
    let speaker: Speaker =
      switch rule.speaker {
      case .counsellor: .counsellor
      case .system: .system
      case .visitor, .any: .visitor
      }
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in [("contact", "T"), ("quarter", "2021-Q4"), ("channel", "web_chat")] {
      json.key(key)
      json.string(value)
    }
    json.key("minutes")
    json.integer(0)
    json.key("messages")
    json.beginArray()
    let question = rule.question.isEmpty ? [] : [(Speaker.counsellor, rule.question)]
    for (index, (from, text)) in (question + [(speaker, message)]).enumerated() {
      json.beginObject()
      json.key("i")
      json.integer(index)
      json.key("from")
      json.string(from.rawValue)
      json.key("text")
      let isTokened = text.contains("{")
      let tokens = String(text.map { $0 == "{" ? "<" : $0 == "}" ? ">" : $0 })
      json.string(isTokened ? tokens : replacing(text, from))
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
