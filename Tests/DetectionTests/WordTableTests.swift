import Testing

@testable import Detection

/// The word scan, read against a plain one over scalars.
struct WordTableTests {
  private static let plain = [
    "Hallo", "IK", "been", "12", "3a", "zestien", "een", "nl", "mail", "jaar", "kenteken", "iban",
    "X", "langerdanzestienletters", " ", "  ", "\t", "\n", "\r\n", ".", "!", "?", ",", ";", ":",
    "-", "'", "/", "_", "@", "#", "(", "%", "\u{1}",
  ]
  private static let foreign = [
    "é", "Özlem", "ß", "Ж", "Иван", "中", "😀", "€", "İ", "\u{200B}", "e\u{301}", "’", "–", "６",
    "\u{0}", "ĳ",
  ]

  /// Messages of pieces from a fixed generator; every second one is plain ASCII.
  private static func conversation(_ seed: Int) -> Conversation {
    var state = UInt64(seed)
    func draw(_ pieces: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }
    return Conversation(
      (0..<4).map { message in
        (0..<(seed % 12)).map { _ in draw(message % 2 == 0 ? plain : plain + foreign) }.joined()
      }
    )
  }

  private struct PlainWord: Equatable {
    var range: Range<Int>
    var message: Int
    var gap: Gap
    var shape: WordShape
  }

  @Test(arguments: 0..<400)
  func `words, their gaps and shapes are those of a plain scan`(seed: Int) {
    let text = PreparedConversation(Self.conversation(seed))
    let found = text.words.map {
      PlainWord(range: $0.range, message: Int($0.message), gap: $0.gap, shape: $0.shape)
    }
    #expect(found == text.messages.indices.flatMap { Self.words(of: $0, text) })
    for (number, message) in text.messages.enumerated() {
      #expect(text.words[message.words].allSatisfy { $0.message == number })
    }
  }

  @Test(arguments: 0..<200)
  func `the lists of places and what was seen follow from the words`(seed: Int) {
    let text = PreparedConversation(Self.conversation(seed))
    let places = text.words.indices.map { UInt32($0) }
    func sense(_ place: UInt32) -> WordSense { text.sense(Int(place)) }
    func hasDigit(_ place: UInt32) -> Bool { text.words[Int(place)].shape.contains(.hasDigit) }
    #expect(text.digitWords == places.filter(hasDigit))
    #expect(
      text.numberWords
        == places.filter {
          hasDigit($0) || sense($0).classes.contains(.number) && sense($0).value != 1
        }
    )
    #expect(
      text.triggers
        == places.filter {
          !sense($0).classes.isDisjoint(with: .trigger)
            || sense($0).classes.contains(.topLevel)
              && text.folded[Int(text.words[Int($0)].start) - 1] == UInt8(ascii: ".")
        }
    )
    let signs = text.folded.indices.filter { "@#_".utf8.contains(text.folded[$0]) }
    #expect(text.signs == signs.map { UInt32($0) })
    // Recognisers leave a search out where no word of the conversation has the class.
    #expect(text.seen == text.words.reduce(into: []) { $0.formUnion(Self.classes($1, text)) })
  }

  @Test(arguments: 0..<100)
  func `a place within a message, or one that reaches behind it, is the map's`(seed: Int) {
    let text = PreparedConversation(Self.conversation(seed))
    var wrong: [Range<Int>] = []
    for (number, message) in text.messages.enumerated() {
      for start in message.range {
        for end in start..<message.range.upperBound + 2 {
          let range = start..<end
          if text.original(range, in: number) != text.original(range) { wrong.append(range) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  private static func classes(_ word: Word, _ text: PreparedConversation) -> WordClasses {
    // Asked anew, by bytes: what the scan noted is what is tested.
    let number = Vocabulary.shared.lookUp(text.folded, word.range)
    #expect(number == word.sense || !word.shape.contains(.hasLetter))
    return word.shape.contains(.hasLetter) ? Vocabulary.shared.senses[Int(number)].classes : []
  }

  private static func words(of message: Int, _ text: PreparedConversation) -> [PlainWord] {
    let range = text.messages[message].range
    var words: [PlainWord] = []
    var gap = Gap.line
    var startsSentence = true
    var position = range.lowerBound
    var open: PlainWord?
    for scalar in String(decoding: text.folded[range], as: UTF8.self).unicodeScalars {
      let end = position + UTF8.width(scalar)
      defer { position = end }
      if isLetter(scalar) || ("0"..."9").contains(scalar) {
        var word =
          open
          ?? PlainWord(
            range: position..<end,
            message: message,
            gap: gap,
            shape: startsSentence ? .startsSentence : []
          )
        word.range = word.range.lowerBound..<end
        word.shape.insert(isLetter(scalar) ? .hasLetter : .hasDigit)
        if !scalar.isASCII { word.shape.insert(.hasForeign) }
        open = word
        (gap, startsSentence) = ([], false)
        continue
      }
      if let word = open { words.append(word) }
      open = nil
      let sign = self.gap(scalar)
      startsSentence = startsSentence || sign == .line || sign == .space && gap.contains(.stop)
      gap.formUnion(sign)
    }
    if let word = open { words.append(word) }
    return words.map { word in
      var word = word
      if word.shape.contains(.hasLetter) { word.shape.formUnion(cases(word.range, text)) }
      return word
    }
  }

  private static func cases(_ range: Range<Int>, _ text: PreparedConversation) -> WordShape {
    let original = text.conversation.text[text.original(range)]
    var cases: WordShape = []
    for (place, scalar) in String(decoding: original, as: UTF8.self).unicodeScalars.enumerated()
    where isLetter(scalar) {
      let isUpper = scalar.properties.generalCategory == .uppercaseLetter
      cases.insert(isUpper ? .hasUpper : .hasLower)
      if isUpper, place == 0 { cases.insert(.startsUpper) }
    }
    return cases
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private static func gap(_ scalar: Unicode.Scalar) -> Gap {
    switch scalar {
    case " ", "\t": .space
    case "\n", "\u{B}", "\u{C}", "\r": .line
    case ".", "!", "?": .stop
    case ",", ";", ":": .comma
    case "-": .dash
    case "'": .apostrophe
    case "/", "_": .joint
    default: .other
    }
  }
}
