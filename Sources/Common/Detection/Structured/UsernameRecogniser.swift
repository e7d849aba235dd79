/// Finds handles and game tags: by sign ("@naam", "naam#1234", "een_naam"), by shape, and after the
/// name of a platform ("mijn insta is …", "snap: …").
struct UsernameRecogniser: Recogniser {
  let name = "username"
  /// Tells an ordinary word from one that can only be a handle.
  let lexicons: Lexicons

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    recogniseSigns(text, &findings)
    recogniseShapes(text, &findings)
    for trigger in text.triggers {
      let place = Int(trigger)
      let classes = text.sense(place).classes
      guard !classes.isDisjoint(with: [.platform, .handle]) else { continue }
      if let word = named(after: place, text) {
        append(
          chunk(around: text.words[word].range, text),
          "after a platform",
          0.85,
          text,
          &findings
        )
      }
      // "xx.naam op insta"
      if let on = text.word(before: place), text.isWord(on, "op"), let word = text.word(before: on)
      {
        let range = chunk(around: text.words[word].range, text)
        if isHandleLike(range, text) || isDottedWord(range, text) {
          append(range, "before a platform", 0.8, text, &findings)
        }
      }
    }
  }

  private func recogniseSigns(_ text: PreparedConversation, _ findings: inout [Finding]) {
    var covered = 0
    for sign in text.signs where Int(sign) >= covered {
      let place = Int(sign)
      switch text.folded[place] {
      case UInt8(ascii: "@"):
        guard !isHandle(text.folded[place - 1]),
          text.isContent(place + 1) || text.folded[place + 1] == UInt8(ascii: "_")
        else { continue }
        var end = place + 1
        while isHandle(text.folded[end])
          || text.folded[end] == UInt8(ascii: ":") && text.isContent(end + 1)
        {
          end += 1
        }
        while end > place + 2, ".-:".utf8.contains(text.folded[end - 1]) { end -= 1 }
        guard end - place > 2 else { continue }
        covered = end
        append(place..<end, "at sign", 0.9, text, &findings)
      case UInt8(ascii: "#"):
        // "naam#1234", "naam#EUW7": a short tag behind, a name before.
        guard text.isContent(place - 1), isTag(place + 1, text) else { continue }
        var end = place + 1
        while isTag(end, text) { end += 1 }
        guard (3...6).contains(end - place - 1), !text.isContent(end) else { continue }
        var start = place
        while start > covered, isHandle(text.folded[start - 1]) { start -= 1 }
        covered = end
        append(start..<end, "number sign", 0.9, text, &findings)
      default:
        var start = place
        while start > covered, isHandle(text.folded[start - 1]) { start -= 1 }
        var end = place
        while isHandle(text.folded[end]) { end += 1 }
        covered = end
        while end > start, ".-".utf8.contains(text.folded[end - 1]) { end -= 1 }
        while start < end, ".-".utf8.contains(text.folded[start]) { start += 1 }
        // "_nadruk_" is emphasis, a lone underscore nothing.
        let isEmphasis =
          text.folded[start] == UInt8(ascii: "_") && text.folded[end - 1] == UInt8(ascii: "_")
          && !text.folded[start..<end].contains { $0 &- 0x30 < 10 }
        let letters = text.folded[start..<end].reduce(0) {
          $0 + ($1 &- 0x61 < 26 || $1 >= 0x80 ? 1 : 0)
        }
        guard !isEmphasis, letters >= 2 else { continue }
        append(start..<end, "underscore", 0.8, text, &findings)
      }
    }
  }

  /// Letters and figures mixed as in handles: "naam2006", "xx.naam.b3", "NaamNaam48".
  private func recogniseShapes(_ text: PreparedConversation, _ findings: inout [Finding]) {
    var covered = 0
    for place in text.digitWords {
      let word = text.words[Int(place)]
      guard Int(word.start) >= covered, word.shape.contains(.hasLetter) else { continue }
      let range = chunk(around: word.range, text)
      covered = range.upperBound
      guard range.count <= 40 else { continue }
      if isNameWithFigures(word, range, text) || isDotted(range, text) {
        append(range, "shape of a handle", 0.4, text, &findings)
      }
    }
  }

  /// Three letters or more and two to four figures at the end, with nothing else beside it.
  private func isNameWithFigures(
    _ word: Word,
    _ range: Range<Int>,
    _ text: PreparedConversation
  ) -> Bool {
    guard range == word.range else { return false }
    var letters = 0
    while text.folded[range.lowerBound + letters] &- 0x30 >= 10 { letters += 1 }
    let figures = range.count - letters
    guard letters >= 3, (2...6).contains(figures),
      text.folded[(range.lowerBound + letters)..<range.upperBound].allSatisfy({ $0 &- 0x30 < 10 })
    else { return false }
    let head = range.lowerBound..<range.lowerBound + letters
    if Vocabulary.shared.lookUp(text.folded, head) != 0 { return false }
    return !Self.products.contains(Array(text.folded[head]))
  }

  /// Two parts or more joined by full stops, one with letters and figures, or three parts.
  private func isDotted(_ range: Range<Int>, _ text: PreparedConversation) -> Bool {
    let parts = text.folded[range].split(
      separator: UInt8(ascii: "."),
      omittingEmptySubsequences: false
    )
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), !isNumberList(parts) else {
      return false
    }
    let isMixed = parts.contains { part in
      part.contains { $0 &- 0x30 < 10 } && part.contains { $0 &- 0x61 < 26 }
        && part[part.startIndex] &- 0x61 < 26
    }
    return isMixed || parts.count >= 3
  }

  private func isNumberList(_ parts: [ArraySlice<UInt8>]) -> Bool {
    parts.filter { $0.allSatisfy { $0 &- 0x30 < 10 } }.count * 2 > parts.count
  }

  /// The word that a platform's name announces, if any.
  private func named(after place: Int, _ text: PreparedConversation) -> Int? {
    var current = place
    var hasLink = false
    var hasColon = false
    let isName = text.sense(place).classes.contains(.handle)
    let isOwn = text.classes(text.word(before: place)).contains(.possessive)
    for _ in 0..<6 {
      guard let next = text.word(after: current) else { return nil }
      let gap = text.words[next].gap
      if gap.contains(.line) || gap.contains(.stop) && gap.contains(.space) { return nil }
      if gap.contains(.comma), !isColon(text.words[current].end, text) {
        // After a comma only what looks like a handle.
        let range = chunk(around: text.words[next].range, text)
        if isHandleLike(range, text) { return next }
      }
      hasColon = hasColon || isColon(text.words[current].end, text)
      let range = chunk(around: text.words[next].range, text)
      if isHandleLike(range, text) { return next }
      let classes = text.sense(next).classes
      if classes.contains(.link) {
        hasLink =
          hasLink || text.isWord(next, "is") || text.isWord(next, "heet")
          || text.isWord(next, "heette") || text.isWord(next, "was")
      } else if classes.isDisjoint(with: [.platform, .handle, .numeral, .possessive])
        && !text.isWord(next, "naam")
      {
        let isPlain = !classes.contains(.function) && text.words[next].shape.contains(.hasLetter)
        guard isPlain, range.count >= 4 else { return nil }
        if hasColon || hasLink && (isOwn || isName) { return next }
        return isUnheardOf(next, text) ? next : nil
      }
      current = next
    }
    return nil
  }

  /// Says whether the lexicons are there and no list of ordinary words holds a word.
  private func isUnheardOf(_ word: Int, _ text: PreparedConversation) -> Bool {
    guard lexicons.table != nil else { return false }
    let entry = lexicons.entry(Array(text.folded[text.words[word].range]))
    return !entry.isIn([
      .dutch, .english, .slang, .kept, .publicBody, .firstName, .surname, .place, .worldCity,
      .organisationHead, .properNoun,
    ])
  }

  private func isColon(_ end: UInt32, _ text: PreparedConversation) -> Bool {
    var place = Int(end)
    if text.folded[place] == 0x20 { place += 1 }
    return text.folded[place] == UInt8(ascii: ":") || text.folded[place] == UInt8(ascii: "=")
      || text.folded[place] == UInt8(ascii: ">")
      || text.folded[place] == UInt8(ascii: "-") && text.folded[place + 1] == 0x20
  }

  /// The bytes around a word up to the next space, without punctuation at the ends.
  private func chunk(around range: Range<Int>, _ text: PreparedConversation) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while isHandle(text.folded[start - 1]), range.lowerBound - start < 40 { start -= 1 }
    while isHandle(text.folded[end])
      || text.folded[end] == UInt8(ascii: ":") && text.isContent(end + 1),
      end - range.upperBound < 40
    {
      end += 1
    }
    while end > range.upperBound, ".-:".utf8.contains(text.folded[end - 1]) { end -= 1 }
    while start < range.lowerBound, ".-".utf8.contains(text.folded[start]) { start += 1 }
    return start..<end
  }

  /// Says whether letters go with a figure, underscore or inner full stop.
  private func isHandleLike(_ range: Range<Int>, _ text: PreparedConversation) -> Bool {
    guard range.count >= 3 else { return false }
    let bytes = text.folded[range]
    guard bytes.contains(where: { $0 &- 0x61 < 26 || $0 >= 0x80 }) else { return false }
    if bytes[range.lowerBound] &- 0x30 < 10, range.count <= 4 { return false }
    // A web address is not a handle.
    if let last = text.word(at: range.upperBound - 1), text.sense(last).classes.contains(.topLevel),
      text.folded[Int(text.words[last].start) - 1] == UInt8(ascii: ".")
    {
      return false
    }
    return bytes.contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
      || bytes.contains(UInt8(ascii: "."))
  }

  /// "djay.on.top": letters and full stops, three parts or more.
  private func isDottedWord(_ range: Range<Int>, _ text: PreparedConversation) -> Bool {
    let parts = text.folded[range].split(
      separator: UInt8(ascii: "."),
      omittingEmptySubsequences: false
    )
    return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty }
  }

  private func isTag(_ offset: Int, _ text: PreparedConversation) -> Bool {
    text.folded[offset] &- 0x30 < 10 || text.folded[offset] &- 0x61 < 26
  }

  private func isHandle(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func append(
    _ range: Range<Int>,
    _ evidence: String,
    _ score: Float,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    guard !range.isEmpty else { return }
    findings.append(
      text.finding(
        range,
        in: text.message(at: range.lowerBound),
        .username,
        score: score,
        by: name,
        evidence: evidence
      )
    )
  }

  /// Heads that with a number name a product, a virus, a road, a class.
  private static let products: Set<[UInt8]> = Set(
    """
    covid corona iphone galaxy windows ios android gta fifa top route area formule office mp html \
    css sars model type serie seizoen aflevering hoofdstuk artikel art lijn bus tram kamer klas groep \
    vmbo havo vwo mbo nt cat level lvl stap fase plus min ongeveer rond vanaf tot week dag uur jaar \
    gate spoor perron hal vak toets wiskunde hst par blz pag opdracht vraag nieuws npo rtl sbs editie
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }
  )
}
