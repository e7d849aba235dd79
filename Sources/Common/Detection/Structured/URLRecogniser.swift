/// Finds web addresses, whole with path and parameters, with and without a scheme.
///
/// A host needs a top-level domain of `KeyWords` behind a full stop (a choice of IANA's root zone
/// list); one that is also a word needs more. The sites of public bodies stay, those of large
/// platforms stay when no path follows. Also "voorbeeld punt nl". Example: `example.nl/a?b=c`.
struct URLRecogniser: Recogniser {
  let name = "url"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for trigger in text.triggers {
      let place = Int(trigger)
      let word = text.words[place]
      guard Int(word.start) >= covered else { continue }
      let classes = text.sense(place).classes
      var found: Range<Int>?
      if classes.contains(.scheme) {
        found = withScheme(from: word, text)
      }
      if found == nil, classes.contains(.topLevel),
        text.folded[Int(word.start) - 1] == UInt8(ascii: ".")
      {
        let host = host(around: word, after: covered, text)
        covered = max(covered, host.upperBound)
        found = bare(host, text)
      }
      if found == nil, classes.contains(.dot) { found = spoken(place, text) }
      guard let found else { continue }
      covered = max(covered, found.upperBound)
      findings.append(
        text.finding(
          found,
          in: Int(word.message),
          .url,
          score: 0.95,
          by: name,
          evidence: "web address"
        )
      )
    }
  }

  private func withScheme(from word: Word, _ text: PreparedConversation) -> Range<Int>? {
    var start = Int(word.start)
    var host = Int(word.end)
    if text.folded[host] == UInt8(ascii: ":") {
      host += 1
      while text.folded[host] == UInt8(ascii: "/") { host += 1 }
      guard host > Int(word.end) + 1 else { return nil }
    } else {
      guard text.folded[host] == UInt8(ascii: "."), text.isContent(host + 1) else { return nil }
      host = start
    }
    while start > 0, text.folded[start - 1] == UInt8(ascii: "/") { start -= 1 }
    let end = end(from: host, text)
    guard end > host, !PublicSites.contains(text.folded[host..<end]) else { return nil }
    return start..<end
  }

  /// The labels around a word; they begin behind `limit`.
  private func host(
    around word: Word,
    after limit: Int,
    _ text: PreparedConversation
  ) -> Range<Int> {
    var start = Int(word.start)
    while start > limit, isLabel(text.folded[start - 1]) { start -= 1 }
    var end = Int(word.end)
    while isLabel(text.folded[end]) { end += 1 }
    while end > Int(word.start), !text.isContent(end - 1) { end -= 1 }
    while start < Int(word.start), !text.isContent(start) { start += 1 }
    return start..<end
  }

  private func bare(_ host: Range<Int>, _ text: PreparedConversation) -> Range<Int>? {
    let before = text.folded[host.lowerBound - 1]
    guard before != UInt8(ascii: "@") else { return nil }
    guard let last = text.word(at: host.upperBound - 1),
      text.sense(last).classes.contains(.topLevel),
      Int(text.words[last].start) > host.lowerBound
    else { return nil }
    let behind = text.folded[host.upperBound]
    let hasPath =
      behind == UInt8(ascii: "/")
      || behind == UInt8(ascii: "?") && text.isContent(host.upperBound + 1)
      || behind == UInt8(ascii: ":") && text.folded[host.upperBound + 1] &- 0x30 < 10
    if !hasPath, Self.words.contains(Array(text.folded[text.words[last].range])) {
      // "gezegd.de politie": a sentence whose space is missing.
      if behind == 0x20, text.isContent(host.upperBound + 1) { return nil }
    }
    let end = hasPath ? end(from: host.upperBound, text) : host.upperBound
    if PublicSites.contains(text.folded[host.lowerBound..<end]) { return nil }
    return host.lowerBound..<end
  }

  /// As in "voorbeeld punt nl".
  private func spoken(_ place: Int, _ text: PreparedConversation) -> Range<Int>? {
    guard let label = text.word(before: place), var last = text.word(after: place),
      text.words[place].gap == .space, text.words[last].gap == .space,
      text.sense(last).classes.contains(.topLevel),
      !Self.words.contains(Array(text.folded[text.words[last].range])),
      !text.sense(label).classes.contains(.function)
    else { return nil }
    var first = label
    while let joint = text.word(before: first),
      !text.sense(joint).classes.isDisjoint(with: [.dot, .dash]),
      let before = text.word(before: joint)
    {
      first = before
    }
    if let slash = text.word(after: last), text.isWord(slash, "slash"),
      let path = text.word(after: slash)
    {
      last = path
    }
    let range = Int(text.words[first].start)..<Int(text.words[last].end)
    let host =
      Array(text.folded[text.words[label].range]) + [UInt8(ascii: ".")]
      + Array(text.folded[text.words[last].range])
    return PublicSites.contains(host[...]) ? nil : range
  }

  /// Where an address that runs to the next space ends, without closing punctuation.
  private func end(from start: Int, _ text: PreparedConversation) -> Int {
    var end = start
    var opened = 0
    loop: while true {
      switch text.folded[end] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): break loop
      case UInt8(ascii: "("): opened += 1
      case UInt8(ascii: ")"):
        if opened == 0 { break loop }
        opened -= 1
      default: break
      }
      end += 1
    }
    while end > start, ".,;:!?'*_".utf8.contains(text.folded[end - 1]) { end -= 1 }
    return end
  }

  private func isLabel(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// Top-level domains that are words of Dutch or English chat too.
  private static let words: Set<[UInt8]> = Set(
    """
    me in so no se to at de be it es am page live one work works world life games party today team \
    name pro cat chat care tools top club shop social space host help health group fun events \
    email kim la ai int nu us is my media news company store stream studio support rocks zone \
    local test travel jobs photo photos link
    """.split(separator: " ").map { Array($0.utf8) }
  )
}
