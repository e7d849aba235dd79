/// Finds e-mail addresses that are spoken out: "s punt jansen apestaartje voorbeeld punt nl".
///
/// From the spoken at sign on it reads to the right words joined by a spoken or written full stop,
/// to the left also single letters, numbers, and at most two more words that are no function words.
/// A weak sign such as "at" needs a domain with a full stop, or a known mailbox.
struct SpokenEmailRecogniser: Recogniser {
  let name = "email.spoken"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    for trigger in text.triggers {
      let place = Int(trigger)
      guard text.sense(place).classes.contains(.at), let local = text.word(before: place),
        let domain = text.word(after: place),
        text.words[domain].gap.isDisjoint(with: .line)
      else { continue }
      let right = readDomain(from: domain, text)
      let isStrong = text.words[place].count > 5
      let isKnown = text.sense(domain).classes.contains(.mailbox)
      guard right.hasStop || isKnown || isStrong else { continue }
      if !isStrong, text.sense(local).classes.contains(.function), text.words[local].count > 1 {
        continue
      }
      let start = readLocal(from: local, text)
      findings.append(
        text.finding(
          Int(text.words[start].start)..<Int(text.words[right.last].end),
          in: Int(text.words[place].message),
          .emailAddress,
          score: 0.9,
          by: name,
          evidence: "spoken at sign"
        )
      )
    }
  }

  private func readDomain(
    from word: Int,
    _ text: PreparedConversation
  ) -> (last: Int, hasStop: Bool) {
    var last = word
    var hasStop = false
    for _ in 0..<12 {
      guard let next = text.word(after: last) else { break }
      let gap = text.words[next].gap
      let isGlued = text.words[next].start - text.words[last].end == 1
      if isGlued, gap == .stop || gap == .dash {
        hasStop = hasStop || gap == .stop
        last = next
      } else if text.sense(next).classes.contains(.dot) || text.sense(next).classes.contains(.dash),
        let behind = text.word(after: next)
      {
        hasStop = hasStop || text.sense(next).classes.contains(.dot)
        last = behind
      } else if !hasStop, text.sense(next).classes.contains(.topLevel),
        text.sense(last).classes.contains(.mailbox), gap == .space
      {
        hasStop = true
        last = next
      } else {
        break
      }
    }
    return (last, hasStop)
  }

  private func readLocal(from word: Int, _ text: PreparedConversation) -> Int {
    var first = word
    var extra = 2
    for _ in 0..<24 {
      guard let before = text.word(before: first),
        text.words[first].gap.isDisjoint(with: [.line, .comma])
      else { break }
      let gap = text.words[first].gap
      let classes = text.sense(before).classes
      let isGlued = text.words[first].start - text.words[before].end == 1 && gap != .space
      if isGlued, gap == .stop || gap == .dash || gap == .joint {
        first = before
      } else if gap.contains(.stop) {
        break
      } else if !classes.isDisjoint(with: [.dot, .dash]) {
        first = before
        // "laag streepje" takes two words; then what it joins.
        while let again = text.word(before: first),
          !text.sense(again).classes.isDisjoint(with: [.dash, .dot])
        {
          first = again
        }
        if let joined = text.word(before: first) { first = joined }
      } else if isPart(before, text) {
        first = before
      } else if extra == 2, text.isWord(before, anyOf: Self.particles),
        let name = text.word(before: before), !text.sense(name).classes.contains(.function)
      {
        first = name
        extra = 0
      } else if extra > 0, !classes.contains(.function), classes.isDisjoint(with: [.mail, .link]),
        isPart(first, text) || extra == 2 || extra == 1 && first != word
      {
        first = before
        extra -= 1
      } else {
        break
      }
    }
    return first
  }

  /// Prefixes of surnames, which spoken addresses leave apart.
  private static let particles: [StaticString] = [
    "van", "de", "der", "den", "el", "al", "ten", "ter", "la", "le", "von", "da", "dos",
  ]

  /// A single letter or a number.
  private func isPart(_ word: Int, _ text: PreparedConversation) -> Bool {
    text.words[word].shape.isNumber || text.sense(word).classes.contains(.number)
      || (text.words[word].count == 1 && !text.sense(word).classes.contains(.function))
      || text.sense(word).classes.contains(.repeated)
  }
}
