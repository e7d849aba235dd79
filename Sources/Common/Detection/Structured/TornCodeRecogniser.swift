/// Finds accounts, citizen numbers and plates that one sender tears over consecutive messages:
/// "NL91 ABNA", then "0417 1643 00".
///
/// Each piece is a message of nothing but figures and short letter groups; others may speak between.
/// Put together they must pass the check of an account or of a citizen number, or be a plate of a
/// Dutch series with a vehicle or "kenteken" named just before. The pieces of telephone numbers are
/// `ScatteredPhone`'s.
struct TornCodeRecogniser: Recogniser {
  let name = "torn"

  /// How many pieces a code has at most, and over how many messages.
  private static let pieces = 4
  private static let reach = 6

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var last = -1
    for place in text.digitWords {
      let message = Int(text.words[Int(place)].message)
      guard message > last else { continue }
      last = message
      guard isPiece(message, text) || isPiece(message - 1, text) else { continue }
      let first = starts(before: message, text)
      guard let found = whole(from: first, text) else { continue }
      for piece in found.messages {
        guard let start = text.messages[piece].words.first,
          let end = text.messages[piece].words.last
        else { continue }
        findings.append(
          text.finding(
            Int(text.words[start].start)..<Int(text.words[end].end),
            in: piece,
            found.kind,
            score: 0.96,
            by: name,
            evidence: "pieces over several messages"
          )
        )
      }
      last = found.messages.last ?? last
    }
  }

  /// The message itself, or the piece of letters right before it ("GB", then "004").
  private func starts(before message: Int, _ text: PreparedConversation) -> Int {
    let earlier = message - 1
    guard isPiece(earlier, text), text.messages[earlier].speaker == text.messages[message].speaker,
      text.messages[earlier].words.count == 1
    else { return message }
    return earlier
  }

  private func whole(
    from first: Int,
    _ text: PreparedConversation
  ) -> (messages: [Int], kind: EntityKind)? {
    guard first >= 0, isPiece(first, text) else { return nil }
    var messages: [Int] = []
    var signs: [UInt8] = []
    var message = first
    while message < text.messages.count, message - first < Self.reach,
      messages.count < Self.pieces
    {
      defer { message += 1 }
      guard text.messages[message].speaker == text.messages[first].speaker else { continue }
      guard isPiece(message, text) else { break }
      messages.append(message)
      signs += text.messages[message].words.flatMap { text.folded[text.words[$0].range] }
      if messages.count > 1, let kind = kind(signs, before: first, text) {
        return (messages, kind)
      }
    }
    return nil
  }

  private func kind(
    _ signs: [UInt8],
    before message: Int,
    _ text: PreparedConversation
  ) -> EntityKind? {
    let letters = signs.reduce(0) { $0 + ($1 >= 0x61 ? 1 : 0) }
    if letters == 0 {
      return signs.count == 9 && CheckDigits.isBSN(signs.map { $0 - 0x30 })
        && isNamed(.bsn, before: message, text) ? .nlBSN : nil
    }
    if signs.count >= 15, signs[0] >= 0x61, signs[1] >= 0x61,
      IBANRecogniser.length(signs[0], signs[1]) == signs.count
    {
      return CheckDigits.mod97(signs[4...] + signs[..<4]) == 1 ? .ibanCode : nil
    }
    guard signs.count == 6, isNamed([.plate, .vehicle], before: message, text) else { return nil }
    return PlateSeries.dutch.contains(form(signs)) || PlateSeries.glued(form(signs))
      ? .licensePlate : nil
  }

  private func form(_ signs: [UInt8]) -> PlateForm {
    var form = PlateForm()
    var start = 0
    while start < signs.count {
      var end = start
      while end < signs.count, (signs[end] < 0x61) == (signs[start] < 0x61) { end += 1 }
      form.append(isFigure: signs[start] < 0x61, count: end - start)
      start = end
    }
    return form
  }

  /// Whether a keyword stands in the two messages before.
  private func isNamed(
    _ classes: WordClasses,
    before message: Int,
    _ text: PreparedConversation
  ) -> Bool {
    (max(0, message - 2)..<message).contains { earlier in
      text.messages[earlier].words.contains { !text.sense($0).classes.isDisjoint(with: classes) }
    }
  }

  /// Whether a message is one to five groups of figures or of at most four letters.
  private func isPiece(_ message: Int, _ text: PreparedConversation) -> Bool {
    guard message >= 0 else { return false }
    let words = text.messages[message].words
    guard (1...5).contains(words.count) else { return false }
    return words.allSatisfy { index in
      let word = text.words[index]
      guard !word.shape.contains(.hasForeign) else { return false }
      return word.shape.contains(.hasDigit) ? word.count <= 18 : word.count <= 4
    }
  }
}
