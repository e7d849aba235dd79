extension NameView {
  /// Looks at a conversation; `rules` are the labels that the rules gave, parallel to the words.
  init(_ scene: NameScene, rules: [UInt8]) {
    var words = [Word](repeating: Word(), count: scene.count)
    let forms = WordForm.all(in: scene)
    // The model looks two words to each side of an open one.
    var next = 0
    for index in scene.open {
      let end = min(index + 3, scene.count)
      var place = max(next, index - 2)
      while place < end {
        words[place] = Self.word(place, scene, rules[place], forms[place])
        place += 1
      }
      next = max(next, end)
    }
    self.words = words
    messages = Self.messages(scene)
    elsewhere = Self.elsewhere(scene, words)
  }

  private static func word(
    _ index: Int,
    _ scene: NameScene,
    _ rule: UInt8,
    _ form: UInt8
  ) -> Word {
    let entry = scene.entries[index]
    let word = scene.text.words[index]
    var view = Word()
    view.lists = UInt32(truncatingIfNeeded: entry.packed) & 0x18_BFFF
    view.kind = wordClass(index, scene).rawValue
    view.capital = capital(word.shape)
    view.rule = rule
    view.gap = gap(word.gap)
    view.cue = UInt8(entry.cue?.rawValue ?? 0)
    view.frequency = UInt8(entry.frequencyClass)
    view.surname = UInt8(entry.surnameClass)
    let range = word.range
    let bytes = scene.text.folded
    for offset in 0..<min(3, range.count) {
      view.start = view.start << 8 | UInt32(bytes[range.lowerBound + offset])
      view.end = view.end << 8 | UInt32(bytes[range.upperBound - 1 - offset])
    }
    view.length = UInt8(min(range.count, 12))
    let isCommon = entry.cue != nil || entry.frequencyClass >= 5 && scene.isOrdinary(index)
    if isCommon || range.count == 1 || entry.isIn(.organisationHead) {
      view.identity = UInt32(truncatingIfNeeded: scene.hash(index) >> 20) | 1
    }
    view.form = form
    return view
  }

  private static func wordClass(_ index: Int, _ scene: NameScene) -> WordClass {
    let shape = scene.text.words[index].shape
    if let kind = scene.takenKind(index) {
      switch kind {
      case .person: return .takenPerson
      case .age, .date: return .takenDate
      case .postalCode, .phoneNumber: return .takenNumber
      default: return .takenOther
      }
    }
    if shape.contains(.hasDigit) { return .number }
    if scene.text.words[index].count == 1 { return .letter }
    return scene.kind(index) { wordClass(of: index, scene) }
  }

  /// The class of a word of letters, which hangs on its bytes alone.
  private static func wordClass(of index: Int, _ scene: NameScene) -> WordClass {
    let entry = scene.entries[index]
    if entry.isIn(.kept) { return .kept }
    let isWord = entry.isIn([.dutch, .english, .slang, .foreign])
    let isPlace = entry.isIn([.place, .neighbourhood])
    if isWord {
      if entry.isIn(.nameAndWord) { return .nameAndWord }
      if entry.isIn(.organisationHead) { return .head }
      if entry.isIn(.prefix) { return .prefix }
      if isPlace { return .placeAndWord }
      if entry.isIn(.firstName) { return .nameAndWord }
      if entry.isIn(.surname) && entry.surnameClass >= 6 { return .surnameAndWord }
      if entry.isIn(.common) { return .commonWord }
      if entry.isIn(.slang) { return .slang }
      return entry.isIn(.dutch) ? .dutch : entry.isIn(.english) ? .english : .foreign
    }
    let isFirst = entry.isIn(.firstName)
    let isSurname = entry.isIn(.surname)
    if isPlace || entry.isIn(.worldCity) {
      if isFirst || isSurname { return .placeAndName }
      return isPlace ? .place : .city
    }
    if isFirst && isSurname { return .bothNames }
    if isFirst { return .firstName }
    if isSurname { return .surname }
    if entry.isIn(.prefix) { return .prefix }
    if entry.isIn(.properNoun) { return .properNoun }
    if Compound.isCompound(index, scene) { return .compound }
    if entry.frequencyClass >= 5 { return .common }
    let range = scene.text.words[index].range
    return Misspelling.isNear(range, in: scene.text.folded, scene.lexicons) ? .misspelt : .unknown
  }

  private static func capital(_ shape: WordShape) -> UInt8 {
    if shape.contains(.startsUpper) {
      let isStart: UInt8 = shape.contains(.startsSentence) ? 1 : 0
      return (shape.isAllUpper ? 3 : 1) + isStart
    }
    return shape.contains(.hasUpper) ? 5 : shape.contains(.startsSentence) ? 6 : 0
  }

  private static func gap(_ gap: Gap) -> UInt8 {
    if gap == .space { return 0 }
    if gap.contains(.line) { return 1 }
    if gap.contains(.other) { return 7 }
    if gap.contains(.stop) { return gap.contains(.space) ? 2 : 3 }
    if gap.contains(.comma) { return 4 }
    if gap.contains(.dash) { return gap.contains(.space) ? 7 : 5 }
    if gap.contains(.apostrophe) { return 6 }
    return gap.contains(.joint) ? 7 : 0
  }

  private static func messages(_ scene: NameScene) -> [Message] {
    var upper = [Int](repeating: 0, count: 3)
    var all = upper
    for message in scene.text.messages {
      guard let first = message.words.first, scene.isLetters(first) else { continue }
      all[side(message)] += 1
      if scene.isCapital(first) { upper[side(message)] += 1 }
    }
    var question: UInt8 = 0
    return scene.text.messages.map { message in
      var view = Message()
      view.question = question
      let side = side(message)
      let habit = upper[side] * 4 <= all[side] ? 0 : upper[side] * 4 >= all[side] * 3 ? 2 : 1
      view.style = UInt8(habit + 3 * side)
      // A question stays open for the messages of the one who answers.
      if message.speaker == .counsellor {
        question = asked(message, scene)
      } else if message.words.count > 8 {
        question = 0
      }
      return view
    }
  }

  private static func side(_ message: PreparedConversation.Message) -> Int {
    message.speaker == .visitor ? 0 : message.speaker == .counsellor ? 1 : 2
  }

  /// What a message asks for: 1 a name, 2 a place or address, 3 something else, 0 nothing.
  private static func asked(_ message: PreparedConversation.Message, _ scene: NameScene) -> UInt8 {
    let isQuestion = scene.text.folded[message.range].contains(UInt8(ascii: "?"))
    var result: UInt8 = isQuestion ? 3 : 0
    for index in message.words {
      switch scene.entries[index].cue {
      case .naming, .nameNoun: return 1
      case .addressNoun: result = 2
      case .dwelling where isQuestion && result == 3: result = 2
      default: break
      }
    }
    return result
  }

  /// What the rest of the contact says: 1 occurs again, 2 with a telling capital, 4 named by rule.
  private static func elsewhere(_ scene: NameScene, _ words: [Word]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: words.count)
    let hashes = scene.open.map { scene.hash($0) }
    var table = HashMarks(capacity: hashes.count)
    for (place, index) in scene.open.enumerated()
    where words[index].identity == 0 || words[index].capital == 1 {
      let new: UInt8 = (words[index].capital == 1 ? 2 : 0) | (words[index].rule != 0 ? 4 : 0)
      table.mark(hashes[place], new)
    }
    for (place, index) in scene.open.enumerated() { result[index] = table.marks(hashes[place]) }
    return result
  }
}
