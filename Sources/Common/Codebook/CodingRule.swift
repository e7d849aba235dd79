import Configuration

/// A rule by which codes are found in a sanitized contact.
///
/// It holds when one of its phrases matches (or it has none), what it requires is there, and what
/// it excludes is not. The weights of the rules that hold add up, code by code.
public struct CodingRule: Equatable, Sendable {
  /// Whose messages a rule reads.
  public enum Speaker: String, CaseIterable, Sendable {
    /// The person who contacts the line.
    case visitor
    /// The person who answers for the line.
    case counsellor
    /// The chat program.
    case system
    /// Everyone.
    case any
  }

  /// What a negation or a supposition near a match does.
  public enum Guard: String, CaseIterable, Sendable {
    /// The match does not count.
    case blocks
    /// It makes no difference.
    case ignored
    /// Only such a match counts.
    case required
  }

  /// The id, such as `form.criminal.theft`; it stands in the evidence of each code.
  public let id: String
  /// The codes it speaks for, each one code of one variable.
  public let codes: [Condition]
  /// The phrases of which one must match.
  public let phrases: [Phrase]
  /// Phrases of which one must match in the question that the visitor answers.
  public let asked: [Phrase]
  /// Phrases of which one must match anywhere in the contact.
  public let also: [Phrase]
  /// Phrases that must not match in the same message.
  public let unless: [Phrase]
  /// Codes that must have been given before.
  public let given: [Condition]
  /// Codes that must not have been given before.
  public let notGiven: [Condition]
  /// Whose messages it reads.
  public let speaker: Speaker
  /// What a negation near a match does.
  public let negation: Guard
  /// What a supposition near a match does.
  public let hypothetical: Guard
  /// How many words may lie between the sides of a phrase.
  public let within: Int
  /// How much it counts, negative against the code; a code is given at a sum of 1 or more.
  public let weight: Double
  /// Why the rule exists.
  public let motive: String
  /// An invented message in which it holds; shown to readers and tested.
  public let example: String
  /// An invented message in which it must not hold.
  public let counterexample: String
  /// The question that the example answers; empty where the rule asks for none.
  public let question: String

  static let keys = [
    "also", "any", "asked", "codes", "counterexample", "example", "given", "hypothetical", "id",
    "motive", "negation", "not_given", "question", "speaker", "unless", "weight", "within",
  ]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: Self.keys)
    id = try table.requiredString("id")
    codes = try table.conditions("codes")
    guard !codes.isEmpty, codes.allSatisfy({ $0.codes.count == 1 }) else {
      throw table.error("codes", "no code", remedy: "write codes = [\"exploit_form=criminal\"]")
    }
    phrases = try table.phrases("any")
    asked = try table.phrases("asked")
    also = try table.phrases("also")
    unless = try table.phrases("unless")
    given = try table.conditions("given")
    notGiven = try table.conditions("not_given")
    speaker = try table.choice("speaker") ?? .visitor
    negation = try table.choice("negation") ?? .blocks
    hypothetical = try table.choice("hypothetical") ?? .blocks
    within = try table.integer("within", in: 1...60) ?? 10
    weight = try table.number("weight") ?? 1
    motive = try table.requiredString("motive")
    example = try table.string("example") ?? ""
    counterexample = try table.string("counterexample") ?? ""
    question = try table.string("question") ?? ""
    guard !phrases.isEmpty || !asked.isEmpty || !given.isEmpty else {
      throw table.error("any", "missing", remedy: "give phrases, a question or given codes")
    }
  }
}

extension ConfigurationTable {
  /// Phrases; empty where absent.
  func phrases(_ key: String) throws(ConfigurationError) -> [Phrase] {
    var phrases: [Phrase] = []
    for text in try strings(key) {
      do {
        phrases.append(try Phrase(text))
      } catch {
        throw self.error(
          key,
          "\"\(text)\" is not a phrase (\(error))",
          remedy: "write words, word*, @list, <KIND>, .., (a|b), ^ and &: moet* ..4 stelen"
        )
      }
    }
    return phrases
  }
}
