import Codebook
import Detection

/// Who exploits: mentions of people by relation, weighed by what stands around them.
///
/// A mention is a match of a rule with weight 0 for the variable. It counts for more where an act of
/// exploitation stands next to it ("van mijn oom", "mijn oom dwingt"), for less where it is about
/// knowing or telling ("als mijn moeder dit weet"). "Hij", "zij" and "ze" stand for the last person
/// named.
struct RelationReader {
  private struct Mention {
    let code: Int
    let rule: Int
    let words: Range<Int>
    var score: Double
  }

  private static let relatives: Set<String> = [
    "father", "mother", "parent_unspecified", "sibling", "other_family",
  ]

  /// Relations that stand beside another: the boys of the street are friends and a group.
  private static let companions: Set<String> = ["group", "friend"]

  let reading: Reading
  let step: CodingStep

  init(_ reading: Reading, _ step: CodingStep) {
    self.reading = reading
    self.step = step
  }

  /// The relations that reach the threshold, in the codebook's order.
  ///
  /// - Parameter rules: What rules with a weight of 1 or more found; kept.
  /// - Returns: The relations found.
  func relations(_ rules: [Coder.Finding]) -> [Coder.Finding] {
    var mentions = self.mentions()
    for place in mentions.indices { mentions[place].score = score(mentions[place]) }
    credit(&mentions)
    var totals: [Int: (score: Double, mention: Mention)] = [:]
    for mention in mentions {
      let total = (totals[mention.code]?.score ?? 0) + mention.score
      let best = totals[mention.code]?.mention ?? mention
      totals[mention.code] = (total, mention.score > best.score ? mention : best)
    }
    let highest = totals.values.map(\.score).max() ?? 0
    var findings = rules
    for (place, code) in step.variable.codes.enumerated() {
      guard let (score, mention) = totals[place],
        score >= threshold(code.id, highest, hasRules: !rules.isEmpty),
        !findings.contains(where: { $0.code == code.id })
      else { continue }
      let message = reading.stream.message(of: mention.words.lowerBound)
      findings.append(
        Coder.Finding(
          code: code.id,
          weight: score,
          evidence: CodedContact.Evidence(
            source: .rule,
            rule: reading.book.rules[mention.rule].id,
            message: reading.stream.indices[message]
          )
        )
      )
    }
    findings.sort { step.variable.order(of: $0.code) < step.variable.order(of: $1.code) }
    return findings
  }

  /// What a relation must reach: relatives are named for many reasons, partners and groups seldom
  /// but as exploiters, so those count from less when no other scores higher.
  private func threshold(_ code: String, _ highest: Double, hasRules: Bool) -> Double {
    if hasRules { return max(1.7, highest * 0.6) }
    let isNamedOften = Self.relatives.contains(code)
    if isNamedOften || highest >= 1.5 { return max(1.5, highest * 0.5) }
    return max(0.6, highest * 0.7)
  }

  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    for (rule, code) in reading.book.rulesByVariable[step.place]
    where reading.book.compiled[rule].weight == 0 && reading.holds(rule) {
      for hit in reading.hits[reading.hitsOfRule[rule]] {
        mentions.append(Mention(code: code, rule: rule, words: hit.words, score: 0))
      }
    }
    mentions.sort { $0.words.lowerBound < $1.words.lowerBound }
    // "De vriend van mijn moeder" is no mention of the mother.
    let longest = mentions.reduce(0) { max($0, $1.words.count) }
    return mentions.indices.lazy.filter { !isPart($0, of: mentions, longest) }.map { mentions[$0] }
  }

  /// Whether a mention lies in a longer one of another relation.
  ///
  /// - Parameters:
  ///   - place: The mention.
  ///   - mentions: All, in the order of their first words.
  ///   - longest: The most words of one: no further away is looked.
  /// - Returns: Whether it does.
  private func isPart(_ place: Int, of mentions: [Mention], _ longest: Int) -> Bool {
    let mention = mentions[place]
    var at = place
    while at > 0, mentions[at - 1].words.lowerBound + longest >= mention.words.upperBound {
      at -= 1
    }
    while at < mentions.count, mentions[at].words.lowerBound <= mention.words.lowerBound {
      let longer = mentions[at]
      if longer.words.count > mention.words.count, longer.code != mention.code,
        longer.words.upperBound >= mention.words.upperBound,
        !Self.companions.contains(step.variable.codes[longer.code].id)
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// What the words around a mention say.
  private func score(_ mention: Mention) -> Double {
    let words = mention.words
    let stream = reading.stream
    let message = stream.message(of: words.lowerBound)
    let around = reading.neighbourhood(of: words.lowerBound, before: 8, after: 0)
    let after = reading.neighbourhood(of: words.upperBound - 1, before: 0, after: 7)
    let before = around.lowerBound..<words.lowerBound
    let next = words.upperBound..<max(words.upperBound, after.upperBound)
    let isVisitor = stream.speakers[message] == .visitor
    var score = isVisitor ? 0.5 : 0.3
    let isBy = reading.contains(.by, in: before.suffix(2))
    let hasAct = reading.exploitation[message]
    if isBy, hasAct { score += 1.5 }
    if reading.contains(.agentVerb, in: next) { score += 1.2 }
    if reading.contains(.agentVerb, in: before.suffix(3)) { score += 0.6 }
    if hasAct { score += 0.7 }
    if reading.contains(.knowing, in: next.lowerBound..<min(next.upperBound, next.lowerBound + 4))
      || reading.contains(.telling, in: before.suffix(3))
    {
      score -= 1.6
    }
    if reading.contains(.absent, in: next.lowerBound..<min(next.upperBound, next.lowerBound + 4)) {
      score -= 1.2
    }
    // "Me moeder checkt me telefoon" is what mothers do, without a form of exploitation beside it.
    if !reading.forms[message], Self.relatives.contains(step.variable.codes[mention.code].id) {
      score = min(score, 1.4)
    }
    return isVisitor ? score : score * 0.5
  }

  /// Credits "hij dwingt", "van hem" and "ze dwingen" to the last person named.
  private func credit(_ mentions: inout [Mention]) {
    // Mentions and pronouns are gone through once, both in the order of the text.
    var next = 0
    var (he, they): (Int?, Int?)
    for message in reading.messages(of: .visitor) {
      for word in reading.stream.words(of: message) {
        let isHe = reading.has(.pronounHe, at: word)
        let isThey = !isHe && reading.has(.pronounSheThey, at: word)
        guard isHe || isThey else { continue }
        let rest = reading.neighbourhood(of: word, before: 2, after: 8)
        let acts =
          reading.contains(.agentVerb, in: word..<rest.upperBound)
          || (reading.contains(.by, in: rest.lowerBound..<word)
            && reading.exploitation[message])
        guard acts else { continue }
        while next < mentions.count, mentions[next].words.lowerBound < word {
          if reading.contains(.masculine, in: mentions[next].words) { he = next }
          if reading.contains(.femininePlural, in: mentions[next].words) { they = next }
          next += 1
        }
        if let last = isHe ? he : they { mentions[last].score += 0.7 }
      }
    }
  }
}
