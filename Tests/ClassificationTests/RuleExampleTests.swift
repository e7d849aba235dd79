import Codebook
import Testing

@testable import Classification

struct RuleExampleTests {
  @Test func `every rule holds in its example and not in its counterexample`() throws {
    let book = RuleBook(try Invented.codebook())
    for (number, rule) in book.rules.enumerated() {
      if !rule.example.isEmpty {
        let holds = holds(number, rule.example, book)
        #expect(holds, "\(rule.id) must hold in its example")
      } else {
        let needsNone = rule.phrases.isEmpty && rule.asked.isEmpty
        #expect(needsNone, "\(rule.id) has no example")
      }
      if !rule.counterexample.isEmpty {
        let holds = holds(number, rule.counterexample, book)
        #expect(!holds, "\(rule.id) must not hold in its counterexample")
      }
    }
  }

  private func holds(_ number: Int, _ message: String, _ book: RuleBook) -> Bool {
    let rule = book.rules[number]
    let mark =
      switch rule.speaker {
      case .counsellor: ">"
      case .system: "#"
      case .visitor, .any: ""
      }
    let question = rule.question.isEmpty ? "" : ">\(rule.question)\n"
    let contact = Invented.contact(question + mark + message)
    let stream = WordStream(contact, book.lexicon.vocabulary)
    return PhraseIndex.Pass.allCases.contains { pass in
      book.hits(pass, in: stream).contains { $0.rule == number }
    }
  }
}
