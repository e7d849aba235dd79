/// Finds telephone numbers in figures, in words, and in pieces over several messages.
///
/// A number with a country's code must have a length of that country's plan; a Dutch number has
/// ten figures and begins with 0. Any other nine to twelve figures with a 0 in front count as a
/// foreign or mistyped number, and with a telephone named near so do shorter ones. Separators are
/// free: spaces, full stops, slashes, brackets, dashes, "+31 (0)6".
struct PhoneRecogniser: Recogniser {
  let name = "phone"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for run in text.numbers.runs {
      // The shortest that can count: six figures, or an extension of two.
      guard text.numbers.figures(run.tokens).count >= 6 else {
        if run.tokens.count == 1 { recogniseExtension(run, text, &findings) }
        continue
      }
      if text.numbers.tokens[run.tokens].contains(where: \.isSpelt) {
        if let figures = wholeNumber(in: run, text) {
          recogniseFigures(figures, text, &findings)
        } else {
          recogniseSpelt(run, text, &findings)
        }
      } else {
        recogniseFigures(run, text, &findings)
        recogniseExtension(run, text, &findings)
      }
    }
    ScatteredPhone(name: name).recognise(text, into: &findings)
  }

  /// The part of a run that is a whole number in figures beside counts in words: "telefoon een
  /// 0612345678", "have dutch one 0612345678".
  private func wholeNumber(in run: NumberRun, _ text: PreparedConversation) -> NumberRun? {
    var first = run.tokens.lowerBound
    while first < run.tokens.upperBound {
      var end = first
      while end < run.tokens.upperBound, !text.numbers.tokens[end].isSpelt { end += 1 }
      if end > first {
        let figures = text.numbers.figures(first..<end)
        if figures.first == 0 && figures.count == 10 || figures.count >= 11 {
          return NumberRun(message: run.message, tokens: first..<end)
        }
      }
      first = end + 1
    }
    return nil
  }

  private func recogniseFigures(
    _ run: NumberRun,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    var first = run.tokens.lowerBound
    while first < run.tokens.upperBound {
      guard let match = match(from: first, until: run.tokens.upperBound, run, text) else {
        first += 1
        continue
      }
      // A public number is passed over as a whole, so that no tail of it is taken for another.
      if match.isPublic {
        first = match.end
        continue
      }
      var range = text.numbers.range(first..<match.end)
      while text.folded[range.lowerBound - 1] == UInt8(ascii: "+")
        || text.folded[range.lowerBound - 1] == UInt8(ascii: "(")
      {
        range = range.lowerBound - 1..<range.upperBound
      }
      if let plus = spokenPlus(before: text.numbers.tokens[first].word, text) {
        range = plus..<range.upperBound
      }
      findings.append(
        text.finding(
          range,
          in: run.message,
          .phoneNumber,
          score: match.score,
          by: name,
          evidence: match.evidence
        )
      )
      first = match.end
    }
  }

  private struct Match {
    let end: Int
    let isPublic: Bool
    let score: Float
    let evidence: String
  }

  private func match(
    from first: Int,
    until limit: Int,
    _ run: NumberRun,
    _ text: PreparedConversation
  ) -> Match? {
    let start = text.numbers.tokens[first]
    let lead = text.numbers.digits[start.digits]
    let hasPlus =
      text.folded[start.range.lowerBound - 1] == UInt8(ascii: "+")
      || (text.folded[start.range.lowerBound - 1] == UInt8(ascii: "(")
        && text.folded[start.range.lowerBound - 2] == UInt8(ascii: "+"))
    let hasZeros = lead.starts(with: [0, 0])
    // The ends of all windows of up to seventeen figures, with their count of figures.
    var ends: [(end: Int, count: Int)] = []
    var count = 0
    var end = first
    while end < limit,
      end == first || text.isTight(end)
        || text.numbers.tokens[end].isSpoken && lead.first == 0,
      count <= 17
    {
      count += text.numbers.tokens[end].digits.count
      end += 1
      ends.append((end, count))
    }
    ends.removeAll { $0.count > 17 }
    if hasPlus || hasZeros {
      return international(ends, from: first, skip: hasPlus ? 0 : 2, text)
    }
    // Over "en dan" only a Dutch number that comes out at ten figures.
    let reach = ends.last?.end ?? first + 1
    if let spoken = (first + 1..<reach).first(where: { text.numbers.tokens[$0].isSpoken }) {
      if lead.first == 0, let dutch = ends.last(where: { $0.count == 10 }), dutch.end > spoken {
        return national(first..<dutch.end, score: 0.9, "Dutch plan", text)
      }
      ends.removeAll { $0.end > spoken }
    }
    guard let whole = ends.last else { return nil }
    let isNamed =
      text.classes(before: start.word, within: 6).contains(.phone)
      || text.classes(askedBefore: run.message).contains(.phone)
    if lead.first == 0 {
      if let dutch = ends.last(where: { $0.count == 10 }) {
        return national(first..<dutch.end, score: 0.95, "Dutch plan", text)
      }
      if let other = ends.last(where: { (9...12).contains($0.count) }), lead.count >= 2 {
        return national(first..<other.end, score: isNamed ? 0.9 : 0.7, "trunk prefix", text)
      }
      if isNamed, whole.count >= 6, whole.count <= 14, lead.count >= 2 {
        return national(first..<whole.end, score: 0.6, "telephone keyword", text)
      }
      return nil
    }
    // "6 12345678", "31612345678", "601 334 901": only in the company of a telephone.
    let isSubscriber = lead.starts(with: [6]) && whole.count == 9
    let isBareCode = whole.count == 11 && lead.starts(with: [3, 1, 6])
    guard isBareCode || (isNamed && (7...14).contains(whole.count)) || (isNamed && isSubscriber)
    else { return nil }
    guard !text.isAmount(text.numbers.range(first..<whole.end)) else { return nil }
    return national(first..<whole.end, score: isBareCode ? 0.8 : 0.7, "telephone keyword", text)
  }

  private func international(
    _ ends: [(end: Int, count: Int)],
    from first: Int,
    skip: Int,
    _ text: PreparedConversation
  ) -> Match? {
    guard let last = ends.last else { return nil }
    let figures = text.numbers.figures(first..<last.end).dropFirst(skip)
    guard figures.count >= 6 else { return nil }
    let plan = NumberingPlan.plan(of: figures)
    let code = plan?.code.count ?? 0
    // "+31 (0)6": the trunk zero that is not dialled.
    let hasTrunk = plan != nil && plan?.code != "39" && figures.dropFirst(code).first == 0
    let extra = skip + code + (hasTrunk ? 1 : 0)
    let fits = ends.last {
      plan?.lengths.contains($0.count - extra) ?? (8...15).contains($0.count - skip)
    }
    // Of Dutch numbers nine figures are the rule, eleven the exception (097).
    let dutch = plan?.code == "31" ? ends.last { $0.count - extra == 9 } : nil
    if let end = dutch ?? fits {
      return national(first..<end.end, score: 0.97, "E.164 and national plan", text)
    }
    guard let any = ends.last(where: { (7...15).contains($0.count - skip) }) else { return nil }
    return national(first..<any.end, score: 0.8, "international prefix", text)
  }

  private func national(
    _ tokens: Range<Int>,
    score: Float,
    _ evidence: String,
    _ text: PreparedConversation
  ) -> Match? {
    Match(
      end: tokens.upperBound,
      isPublic: PublicNumbers.contains(text.numbers.figures(tokens)),
      score: score,
      evidence: evidence
    )
  }

  /// Where "plus" before a number begins: "plus 32 478 11 22 33".
  private func spokenPlus(before word: Int, _ text: PreparedConversation) -> Int? {
    guard let plus = text.word(before: word), text.words[word].gap == .space,
      text.isWord(plus, "plus")
    else { return nil }
    return Int(text.words[plus].start)
  }

  /// As in "toestel 2806".
  private func recogniseExtension(
    _ run: NumberRun,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    let token = text.numbers.tokens[run.tokens.lowerBound]
    guard (2...6).contains(token.digits.count), let before = text.word(before: token.word),
      text.isWord(before, anyOf: ["toestel", "tst", "ext", "extensie", "extension"])
    else { return }
    findings.append(
      text.finding(
        token.range,
        in: run.message,
        .phoneNumber,
        score: 0.8,
        by: name,
        evidence: "extension"
      )
    )
  }

  /// Numbers in words, or in words and figures: seven figures or more in four parts or more.
  private func recogniseSpelt(
    _ run: NumberRun,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    let figures = text.numbers.figures(run.tokens)
    let lead = Array(figures.prefix(2))
    let startsAsPhone = lead == [0, 6] || lead.first == 0 || lead == [3, 1]
    let first = text.numbers.tokens[run.tokens.lowerBound].word
    let isNamed =
      text.classes(before: first, within: 6).contains(.phone)
      || text.classes(askedBefore: run.message).contains(.phone)
    let isSpelt = text.numbers.tokens[run.tokens].allSatisfy(\.isSpelt)
    let isLong = isSpelt && figures.count >= 7 && run.tokens.count >= 4
    guard isLong || (startsAsPhone && figures.count >= 6) || (isNamed && figures.count >= 6),
      figures.count <= 16, !PublicNumbers.contains(figures)
    else { return }
    var range = text.numbers.range(run.tokens)
    // "plus", "+" and a "dubbel" in front belong to it.
    while text.folded[range.lowerBound - 1] == UInt8(ascii: "+") {
      range = range.lowerBound - 1..<range.upperBound
    }
    findings.append(
      text.finding(
        range,
        in: run.message,
        .phoneNumber,
        score: startsAsPhone ? 0.9 : 0.7,
        by: name,
        evidence: "figures in words"
      )
    )
  }
}
