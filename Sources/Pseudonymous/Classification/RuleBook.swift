import Codebook
import Detection

/// The coding rules of a codebook, compiled.
final class RuleBook: Sendable {
  /// What a phrase does in its rule.
  private enum Part: UInt8, Sendable {
    case any, asked, also, unless

    /// Whose messages the phrase is sought in.
    func speakers(of rule: CodingRule) -> UInt8 {
      switch self {
      case .any:
        Speaker.allCases.filter(rule.speaker.reads).reduce(0) { $0 | WordStream.bit(of: $1) }
      case .asked: 0b1110
      case .also, .unless: 0b1111
      }
    }
  }

  private struct Use: Sendable {
    let rule: Int32
    let part: Part
    let isGuarded: Bool
  }

  /// The rules as the steward wrote them.
  let rules: [CodingRule]
  /// The same, as numbers.
  let compiled: [CompiledRule]
  /// How much each rule counts.
  let weights: [Double]
  /// Whether each rule needs a match to hold.
  let needsMatch: [Bool]
  /// The rules that speak for each variable, by its place, with the place of the code.
  let rulesByVariable: [[(rule: Int, code: Int)]]
  let lexicon: Lexicon
  private let uses: [Use]
  /// The phrases that each rule excludes.
  private let unlessOfRule: [Range<Int>]

  init(_ codebook: Codebook) {
    rules = codebook.rules
    let guarded = Set(codebook.plans.filter { !$0.given.isEmpty }.map(\.variable))
    compiled = codebook.rules.map { CompiledRule($0, codebook, further: guarded) }
    weights = compiled.map(\.weight)
    needsMatch = compiled.map { $0.hasPhrases || $0.hasQuestion }
    var byVariable = [[(rule: Int, code: Int)]](repeating: [], count: codebook.variables.count)
    for (number, rule) in compiled.enumerated() {
      for target in rule.targets { byVariable[target.variable].append((number, target.code)) }
    }
    rulesByVariable = byVariable
    let negations = Self.negations(of: codebook)
    var phrases: [PhraseIndex.Entry] = []
    var unlessOfRule: [Range<Int>] = []
    var uses: [Use] = []
    for (number, rule) in codebook.rules.enumerated() {
      for (part, list) in [
        (Part.any, rule.phrases), (.asked, rule.asked), (.also, rule.also), (.unless, rule.unless),
      ] {
        if part == .unless { unlessOfRule.append(phrases.count..<phrases.count + list.count) }
        for phrase in list {
          phrases.append(
            PhraseIndex.Entry(
              phrase: phrase,
              within: rule.within,
              speakers: part.speakers(of: rule),
              pass: part == .unless ? nil : compiled[number].isFurther ? .further : .every
            )
          )
          uses.append(
            Use(rule: Int32(number), part: part, isGuarded: !Self.names(negations, in: phrase))
          )
        }
      }
    }
    self.unlessOfRule = unlessOfRule
    self.uses = uses
    lexicon = Lexicon(codebook, phrases: phrases)
  }

  /// A match of a rule in a message.
  struct Hit: Equatable, Sendable {
    /// The rule's place in the codebook.
    let rule: Int
    /// The place in `SanitizedContact.messages`.
    let message: Int
    /// The matched words.
    let words: Range<Int>
  }

  /// The rules that hold, by their matches in order of rule and place.
  ///
  /// What a rule demands of other codes is not looked at here.
  func hits(
    _ pass: PhraseIndex.Pass = .every,
    in stream: borrowing WordStream
  ) -> [Hit] {
    var hits: [Hit] = []
    /// The first question of each rule; later ones have no other answers.
    var asked: [Hit] = []
    // Only asked for members; so that a long contact costs as much a word as a short one.
    var askedPlaces: Set<Place> = []
    var isAsked = [Bool](repeating: false, count: compiled.count)
    var also = [Bool](repeating: false, count: compiled.count)
    for match in lexicon.matcher.matches(pass, in: stream) {
      let use = uses[match.phrase]
      let rule = Int(use.rule)
      let message = stream.message(of: match.words.lowerBound)
      let hit = Hit(rule: rule, message: message, words: match.words)
      switch use.part {
      case .any:
        if passes(compiled[rule].negation, compiled[rule].hypothetical, hit, use.isGuarded, stream)
        {
          hits.append(hit)
        }
      case .asked:
        askedPlaces.insert(Place(rule: rule, message: message))
        if !isAsked[rule] { asked.append(hit) }
        isAsked[rule] = true
      case .also: also[rule] = true
      case .unless: break
      }
    }
    for hit in asked where !compiled[hit.rule].hasPhrases {
      hits += answers(to: hit, stream)
    }
    hits.sort { left, right in
      (left.rule, left.words.lowerBound, left.words.upperBound)
        < (right.rule, right.words.lowerBound, right.words.upperBound)
    }
    return Self.unopposed(hits) { hit in
      let rule = compiled[hit.rule]
      return rule.hasContext && !also[hit.rule]
        || rule.hasQuestion && !isAnswer(hit, to: askedPlaces, stream)
        || unlessOfRule[hit.rule].contains { phrase in
          lexicon.matcher.contains(phrase, in: stream, of: hit.message)
        }
    }
  }

  /// The hits against which nothing speaks, each once.
  ///
  /// What speaks against one hit of a rule in a message speaks against all of them; they stand
  /// together and it is sought once, so that a long message costs what its words cost.
  ///
  /// - Parameters:
  ///   - hits: Hits in order of rule and place.
  ///   - isOpposed: Tells whether something speaks against a hit's rule in its message.
  /// - Returns: Those that stay, in the same order.
  static func unopposed(_ hits: [Hit], _ isOpposed: (Hit) -> Bool) -> [Hit] {
    var kept: [Hit] = []
    var sought: Place?
    var isExcluded = false
    for hit in hits where hit != kept.last {
      let place = Place(rule: hit.rule, message: hit.message)
      if place != sought {
        sought = place
        isExcluded = isOpposed(hit)
      }
      if !isExcluded { kept.append(hit) }
    }
    return kept
  }

  /// A rule in a message.
  private struct Place: Hashable {
    let rule: Int
    let message: Int
  }

  /// Tells whether a rule holds.
  ///
  /// - Parameters:
  ///   - rule: The rule's place.
  ///   - hits: Where each rule's matches lie; empty where it has none.
  ///   - given: The codes given so far, a bit a code, by the variable's place.
  /// - Returns: Whether it has the match that it needs and meets what it demands.
  @inline(__always)
  func holds(_ rule: Int, _ hits: [Range<Int>], given: [UInt64]) -> Bool {
    if needsMatch[rule], hits[rule].isEmpty { return false }
    return meetsDemands(rule, given)
  }

  private func meetsDemands(_ rule: Int, _ given: [UInt64]) -> Bool {
    for demand in compiled[rule].given where given[demand.variable] & demand.codes == 0 {
      return false
    }
    for demand in compiled[rule].notGiven where given[demand.variable] & demand.codes != 0 {
      return false
    }
    return true
  }

  private func isAnswer(
    _ hit: Hit,
    to asked: Set<Place>,
    _ stream: borrowing WordStream
  ) -> Bool {
    Self.questions(before: hit.message, stream).contains { message in
      asked.contains(Place(rule: hit.rule, message: message))
    }
  }

  /// Every message that may answer a question, for a rule that takes any answer.
  private func answers(to question: Hit, _ stream: borrowing WordStream) -> [Hit] {
    var answers: [Hit] = []
    for message in question.message + 1..<stream.messages
    where compiled[question.rule].speaker.reads(stream.speakers[message])
      && !stream.words(of: message).isEmpty
    {
      answers.append(
        Hit(rule: question.rule, message: message, words: stream.words(of: message))
      )
    }
    return answers
  }

  /// The messages of the other side that a visitor's message may answer: the nearest run before
  /// it, with at most two messages of the visitor in between.
  static func questions(before message: Int, _ stream: borrowing WordStream) -> Range<Int> {
    var at = message - 1
    var skipped = 0
    while at >= 0, stream.speakers[at] == .visitor, skipped < 2 {
      at -= 1
      skipped += 1
    }
    let end = at + 1
    while at >= 0, stream.speakers[at] != .visitor { at -= 1 }
    return (at + 1)..<max(at + 1, end)
  }

  /// The members of the list `negation`.
  private static func negations(of codebook: Codebook) -> Set<Phrase.Word> {
    Set(codebook.lists.first { $0.id == "negation" }?.words ?? [])
  }

  private static func names(_ words: Set<Phrase.Word>, in phrase: Phrase) -> Bool {
    for element in phrase.elements {
      if case .word(let alternatives) = element,
        alternatives.contains(where: { words.contains($0) || $0 == .list("negation") })
      {
        return true
      }
    }
    return false
  }
}

extension CodingRule.Speaker {
  /// Tells whether a rule reads a speaker's messages.
  func reads(_ speaker: Speaker) -> Bool {
    switch self {
    case .any: true
    case .visitor: speaker == .visitor
    case .counsellor: speaker == .counsellor || speaker == .bot
    case .system: speaker == .system
    }
  }
}
