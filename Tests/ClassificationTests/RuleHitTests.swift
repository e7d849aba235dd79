import Codebook
import Detection
import Testing

@testable import Classification

/// `RuleBook.hits` against what a rule says in plain words, on random rules and small contacts.
struct RuleHitTests {
  private typealias Hit = RuleBook.Hit

  /// A rule as it is written, of phrases of one word or two that follow each other.
  private struct Plain {
    let speaker: String
    let any: [[String]]
    let asked: [[String]]
    let also: [[String]]
    let unless: [[String]]

    func toml(_ number: Int) -> String {
      func list(_ key: String, _ phrases: [[String]]) -> String {
        let texts = phrases.map { "\"\($0.joined(separator: " "))\"" }
        return texts.isEmpty ? "" : "\(key) = [\(texts.joined(separator: ", "))]\n"
      }
      return """
        [[rules]]
        id = "r\(number)"
        codes = ["a=a1"]
        speaker = "\(speaker)"
        negation = "ignored"
        hypothetical = "ignored"
        motive = "m"
        \(list("any", any))\(list("asked", asked))\(list("also", also))\(list("unless", unless))

        """
    }

    /// Whether it reads the messages of who is marked so in `Line.mark`.
    func reads(_ mark: String) -> Bool {
      switch speaker {
      case "visitor": mark == ""
      case "counsellor": mark == ">"
      case "system": mark == "#"
      default: true
      }
    }
  }

  private struct Line {
    let mark: String
    let words: [String]

    /// The places, from the message's first word, at which a phrase stands.
    func places(of phrase: [String]) -> [Int] {
      words.indices.filter { words[$0...].starts(with: phrase) }
    }

    func has(_ phrase: [String]) -> Bool { !places(of: phrase).isEmpty }
  }

  /// The hits by the definition: a phrase stands in a message that the rule reads (where it has none,
  /// the whole message is one); what it asks for stands somewhere in the contact; nothing that it
  /// excludes stands in the message; and the message answers a question of it.
  ///
  /// A message answers one of the other side when only messages of that side stand between, and then
  /// at most two of the visitor.
  private func hits(_ rule: Plain, _ number: Int, _ lines: [Line]) -> [Hit] {
    let isThere = rule.also.contains { also in lines.contains { $0.has(also) } }
    guard rule.also.isEmpty || isThere else { return [] }
    var found: [Hit] = []
    var start = 0
    for (place, line) in lines.enumerated() {
      defer { start += line.words.count }
      guard rule.reads(line.mark), !line.words.isEmpty, !rule.unless.contains(where: line.has),
        rule.asked.isEmpty
          || lines[..<place].indices.contains(where: { question in
            lines[question].mark != "" && rule.asked.contains(where: lines[question].has)
              && isAnswer(lines[question..<place].map(\.mark))
          })
      else { continue }
      var matches: [Range<Int>] = []
      for phrase in rule.any {
        matches += line.places(of: phrase).map { start + $0..<start + $0 + phrase.count }
      }
      if rule.any.isEmpty { matches = [start..<start + line.words.count] }
      for words in matches {
        let hit = Hit(rule: number, message: place, words: words)
        if !found.contains(hit) { found.append(hit) }
      }
    }
    return found.sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
  }

  private func isAnswer(_ between: [String]) -> Bool {
    let visitors = between.reversed().prefix { $0 == "" }.count
    return visitors <= 2 && between.dropLast(visitors).allSatisfy { $0 != "" }
  }

  @Test func `hits are those of the definition, on random rules and contacts`() throws {
    var generator = SplitMix(state: 11)
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &generator)] }
    func phrases(_ most: Int) -> [[String]] {
      (0..<Int.random(in: 0...most, using: &generator)).map { _ in
        (0..<pick([1, 1, 1, 2])).map { _ in pick(["aa", "bb", "cc", "dd"]) }
      }
    }
    var found = 0
    for _ in 0..<150 {
      var rules: [Plain] = []
      while rules.count < 4 {
        let rule = Plain(
          speaker: pick(["visitor", "visitor", "counsellor", "system", "any"]),
          any: phrases(2),
          asked: phrases(2),
          also: phrases(1),
          unless: phrases(1)
        )
        if !rule.any.isEmpty || !rule.asked.isEmpty { rules.append(rule) }
      }
      let book = RuleBook(try Self.codebook(rules))
      for _ in 0..<20 {
        let lines = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          Line(
            mark: pick(["", "", ">", ">", "#"]),
            words: (0..<Int.random(in: 1...4, using: &generator)).map { _ in
              pick(["aa", "bb", "cc", "dd", "xx"])
            }
          )
        }
        let text = lines.map { $0.mark + $0.words.joined(separator: " ") }.joined(separator: "\n")
        let stream = WordStream(Invented.contact(text), book.lexicon.vocabulary)
        let expected = rules.enumerated().flatMap { hits($1, $0, lines) }
        found += expected.count
        try #require(book.hits(in: stream) == expected, "\(text)\n\(rules.map(\.speaker))")
      }
    }
    // The contacts try something: most rules hold somewhere.
    #expect(found > 3_000)
  }

  @Test func `what speaks against a rule is sought once a message, however many its matches`() {
    // Two rules of a hundred matches in each of three messages.
    let hits = (0..<2).flatMap { rule in
      (0..<300).map { Hit(rule: rule, message: $0 / 100, words: $0..<$0 + 1) }
    }
    var sought: [[Int]] = []
    let kept = RuleBook.unopposed(hits) { hit in
      sought.append([hit.rule, hit.message])
      return hit.message == hit.rule
    }
    #expect(sought == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(kept == hits.filter { $0.rule != $0.message })
    // A hit that stands there twice counts once.
    #expect(RuleBook.unopposed([hits[0], hits[0], hits[1]]) { _ in false } == [hits[0], hits[1]])
  }

  private static func codebook(_ rules: [Plain]) throws -> Codebook {
    try Codebook.read(
      text: """
        id = "t"
        version = "1"
        [[variables]]
        id = "a"
        unit = "contact"
        type = "single"
        label = { nl = "a", en = "a" }
        definition = { nl = "a", en = "a" }
        source = "text"
        privacy = { class = "operational", reach = "public" }
        codes = [{ code = "a1", number = 1, nl = "a1", en = "a1" }]

        """ + rules.enumerated().map { $1.toml($0) }.joined(),
      file: "t.toml"
    )
  }
}
