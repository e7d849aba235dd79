import Codebook
import Detection

/// The coding rules of a codebook, compiled.
struct RuleBook: Sendable {
  /// What a phrase does in its rule.
  private enum Part: Sendable { case any, asked, also, unless }

  let rules: [CodingRule]
  let lexicon: Lexicon
  private let parts: [(rule: Int, part: Part, isGuarded: Bool)]

  init(_ codebook: Codebook) {
    rules = codebook.rules
    let negations = Self.negations(of: codebook)
    var phrases: [(phrase: Phrase, within: Int)] = []
    var parts: [(rule: Int, part: Part, isGuarded: Bool)] = []
    for (number, rule) in codebook.rules.enumerated() {
      for (part, list) in [
        (Part.any, rule.phrases), (.asked, rule.asked), (.also, rule.also), (.unless, rule.unless),
      ] {
        for phrase in list {
          phrases.append((phrase, rule.within))
          parts.append((number, part, !Self.names(negations, in: phrase)))
        }
      }
    }
    self.parts = parts
    lexicon = Lexicon(codebook, phrases: phrases)
  }

  /// Where a rule's phrases matched.
  struct Holding: Equatable {
    /// The rule's place in the codebook.
    let rule: Int
    /// The places in `SanitizedContact.messages` where it matched, ascending.
    let messages: [Int]
    /// The matched words, one range a message.
    let words: [Range<Int>]
  }

  /// The rules whose phrases, questions and exclusions hold, in the codebook's order.
  ///
  /// What a rule demands of other codes is not looked at here. A rule without phrases holds.
  func holdings(in stream: borrowing WordStream) -> [Holding] {
    var any = [[Range<Int>]](repeating: [], count: rules.count)
    var asked: [Int: Set<Int>] = [:]
    var also: Set<Int> = []
    var unless: [Int: Set<Int>] = [:]
    for match in lexicon.index.matches(in: stream) {
      let (rule, part, isGuarded) = parts[match.phrase]
      let message = Int(stream.message[match.words.lowerBound])
      switch part {
      case .any:
        guard rules[rule].speaker.reads(stream.speakers[message]) else { continue }
        guard passes(rules[rule], match.words, isGuarded, stream) else { continue }
        any[rule].append(match.words)
      case .asked:
        if stream.speakers[message] != .visitor { asked[rule, default: []].insert(message) }
      case .also: also.insert(rule)
      case .unless: unless[rule, default: []].insert(message)
      }
    }
    var holdings: [Holding] = []
    for (number, rule) in rules.enumerated() {
      if !rule.also.isEmpty, !also.contains(number) { continue }
      if rule.phrases.isEmpty, rule.asked.isEmpty {
        holdings.append(Holding(rule: number, messages: [], words: []))
        continue
      }
      var matches = any[number]
      if rule.phrases.isEmpty {
        matches = (0..<stream.messages).filter { rule.speaker.reads(stream.speakers[$0]) }
          .map { stream.words(of: $0) }.filter { !$0.isEmpty }
      }
      let questions = asked[number] ?? []
      matches = matches.filter { words in
        let message = Int(stream.message[words.lowerBound])
        if unless[number]?.contains(message) == true { return false }
        return rule.asked.isEmpty
          || Self.questions(before: message, stream).contains(where: questions.contains)
      }
      guard !matches.isEmpty else { continue }
      matches.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      holdings.append(
        Holding(
          rule: number,
          messages: matches.map { Int(stream.message[$0.lowerBound]) },
          words: matches
        )
      )
    }
    return holdings
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

  // MARK: Guards

  private func passes(
    _ rule: CodingRule,
    _ words: Range<Int>,
    _ isGuarded: Bool,
    _ stream: borrowing WordStream
  ) -> Bool {
    if rule.negation != .ignored, isGuarded || rule.negation == .required {
      if isNegated(words, stream) != (rule.negation == .required) { return false }
    }
    if rule.hypothetical != .ignored {
      if isSupposed(words, stream) != (rule.hypothetical == .required) { return false }
    }
    return true
  }

  /// Tells whether a negation belongs to the matched words: inside them, at most three words before
  /// or two words after, in the same clause.
  private func isNegated(_ words: Range<Int>, _ stream: borrowing WordStream) -> Bool {
    let negation = lexicon.list("negation")
    let conjunction = lexicon.list("conjunction")
    let message = stream.words(of: Int(stream.message[words.lowerBound]))
    for word in words where stream.has(negation, at: word) {
      if !isFiller(word, message, stream) { return true }
    }
    if !stream.has(lexicon.list("subject"), at: words.lowerBound) {
      var at = words.lowerBound
      for _ in 0..<3 {
        guard at > message.lowerBound, stream.boundary[at] == .none else { break }
        at -= 1
        if stream.has(conjunction, at: at) { break }
        if stream.has(negation, at: at), !isFiller(at, message, stream) { return true }
      }
    }
    var at = words.upperBound
    for _ in 0..<2 {
      guard at < message.upperBound, stream.boundary[at] == .none else { break }
      if stream.has(conjunction, at: at) { break }
      if stream.has(negation, at: at), !isFiller(at, message, stream) { return true }
      at += 1
    }
    return false
  }

  /// "weet niet", "niet normaal", "niet alleen": a negation that negates nothing here.
  private func isFiller(
    _ word: Int,
    _ message: Range<Int>,
    _ stream: borrowing WordStream
  ) -> Bool {
    if word > message.lowerBound, stream.has(lexicon.list("negation_filler_before"), at: word - 1) {
      return true
    }
    return word + 1 < message.upperBound
      && stream.has(lexicon.list("negation_filler_after"), at: word + 1)
  }

  /// Tells whether a supposition stands before the matched words, in the same sentence.
  private func isSupposed(_ words: Range<Int>, _ stream: borrowing WordStream) -> Bool {
    let supposition = lexicon.list("hypothetical")
    let message = stream.words(of: Int(stream.message[words.lowerBound]))
    for word in words where stream.has(supposition, at: word) { return true }
    var at = words.lowerBound
    for _ in 0..<8 {
      guard at > message.lowerBound, stream.boundary[at] != .sentence else { return false }
      at -= 1
      if stream.has(supposition, at: at) { return true }
    }
    return false
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
