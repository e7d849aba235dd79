/// Finds payment card numbers and what is printed beside them.
///
/// Twelve to nineteen figures with an issuer's prefix (ISO/IEC 7812, ranges as the schemes publish
/// them) that pass Luhn; with a card named near, sixteen figures that fail count too. After "cvc"
/// three or four figures count. Example: `4111 1111 1111 1111`.
struct CreditCardRecogniser: Recogniser {
  let name = "card"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for run in text.numbers.runs {
      text.forEachWindow(run, counts: 12...19) { window in
        let first = text.numbers.tokens[window.tokens.lowerBound].word
        let isNamed = text.classes(before: first, within: 8).contains(.card)
        let isIssued = Self.isIssued(Array(window.figures))
        let passes = isIssued && CheckDigits.isLuhn(window.figures)
        guard passes && (window.isWhole || isNamed) || isNamed && window.isWhole else {
          return false
        }
        findings.append(
          text.finding(
            window.range,
            in: run.message,
            .creditCard,
            score: passes ? 0.97 : 0.75,
            by: name,
            evidence: passes ? "Luhn" : "card keyword"
          )
        )
        return true
      }
      let token = text.numbers.tokens[run.tokens.lowerBound]
      if (3...4).contains(token.digits.count), let before = text.word(before: token.word) {
        let names = ["cvc", "cvv", "cvc2", "cvv2"]
        let earlier = text.word(before: before)
        let isCode = [before, earlier].contains { index in
          guard let index else { return false }
          return names.contains { text.folded[text.words[index].range].elementsEqual($0.utf8) }
        }
        if isCode {
          findings.append(
            text.finding(
              token.range,
              in: run.message,
              .creditCard,
              score: 0.9,
              by: name,
              evidence: "card code"
            )
          )
        }
      }
    }
  }

  /// Says whether figures begin as those of a card scheme and have its length.
  static func isIssued(_ figures: [UInt8]) -> Bool {
    let head = figures.prefix(6).reduce(0) { $0 * 10 + Int($1) }
    let (two, three, four) = (head / 10_000, head / 1_000, head / 100)
    switch figures.count {
    case 16 where (51...55).contains(two) || (2221...2720).contains(four): return true
    case 13, 16,
      19 where two / 10 == 4:
      return true
    case 15 where two == 34 || two == 37 || four == 1800 || four == 2131: return true
    case 14...19 where (300...305).contains(three) || two == 36 || two == 38 || two == 39:
      return true
    case 16...19 where (3528...3589).contains(four) || two == 62: return true
    case 16...19 where four == 6011 || two == 65 || (644...649).contains(three): return true
    case 12...19 where two == 50 || (56...69).contains(two): return true
    default: return false
    }
  }
}
