/// A number of 1 to 110 that might be an age.
struct AgeCandidate {
  /// How it is written.
  enum Form {
    case figures
    case words
    /// "15e", "vijftiende".
    case ordinal
    /// "v16", "16m".
    case sex
    /// "16jr", "zestienjarige".
    case year
  }

  /// The number's bytes in `PreparedConversation.folded`.
  let range: Range<Int>
  /// The words it takes.
  let words: ClosedRange<Int>
  let message: Int
  let value: Int
  let form: Form
  var evidence = ""

  func with(evidence: String) -> AgeCandidate {
    var copy = self
    copy.evidence = evidence
    return copy
  }

  /// All candidates of a conversation, in order.
  static func all(in text: PreparedConversation) -> [AgeCandidate] {
    var result: [AgeCandidate] = []
    var (figure, trigger) = (0, 0)
    var covered = -1
    while figure < text.digitWords.count || trigger < text.triggers.count {
      let isFigure =
        trigger == text.triggers.count
        || figure < text.digitWords.count && text.digitWords[figure] <= text.triggers[trigger]
      let place: Int
      if isFigure {
        place = Int(text.digitWords[figure])
        figure += 1
      } else {
        place = Int(text.triggers[trigger])
        trigger += 1
      }
      guard place > covered else { continue }
      let candidate = isFigure ? figures(at: place, text) : spelt(at: place, text)
      guard let candidate, (1...110).contains(candidate.value) else { continue }
      covered = candidate.words.upperBound
      result.append(candidate)
    }
    return result
  }

  private static func figures(at place: Int, _ text: PreparedConversation) -> AgeCandidate? {
    let word = text.words[place]
    guard word.count <= 8 else { return nil }
    var start = Int(word.start)
    var end = Int(word.end)
    var form = Form.figures
    if !word.shape.isNumber {
      while start < end, text.folded[start] &- 0x30 >= 10 { start += 1 }
      end = start
      while end < Int(word.end), text.folded[end] &- 0x30 < 10 { end += 1 }
      let head = Array(text.folded[Int(word.start)..<start])
      let tail = Array(text.folded[end..<Int(word.end)])
      if head.isEmpty {
        if sexes.contains(tail) {
          form = .sex
        } else if ordinals.contains(tail) {
          form = .ordinal
        } else if years.contains(tail) {
          form = .year
        } else {
          return nil
        }
      } else if tail.isEmpty, sexes.contains(head) || verbs.contains(head) {
        form = .sex
      } else {
        return nil
      }
    }
    guard end - start <= 2 || end - start == 3 && text.folded[start] == 0x31 else { return nil }
    // Part of a larger number, a time, an amount, a chain.
    let (before, behind) = (text.folded[start - 1], text.folded[end])
    if form != .sex || start == Int(word.start), "#$_=&+@\\".utf8.contains(before) { return nil }
    if ".,:/-".utf8.contains(before), text.folded[start - 2] &- 0x30 < 10 { return nil }
    if ".,:-".utf8.contains(behind), text.folded[end + 1] &- 0x30 < 10 { return nil }
    if behind == UInt8(ascii: "%") || behind == UInt8(ascii: "+") || behind == UInt8(ascii: "$") {
      return nil
    }
    let range = start..<end
    if text.isCurrency(range), form == .figures { return nil }
    return AgeCandidate(
      // The ending of an ordinal belongs to it.
      range: form == .ordinal ? start..<Int(word.end) : range,
      words: place...place,
      message: Int(word.message),
      value: text.folded[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) },
      form: form
    )
  }

  private static func spelt(at place: Int, _ text: PreparedConversation) -> AgeCandidate? {
    let sense = text.sense(place)
    guard let value = sense.value else { return nil }
    let word = text.words[place]
    if sense.classes.contains(.ageCompound) {
      return AgeCandidate(
        range: word.range,
        words: place...place,
        message: Int(word.message),
        value: Int(value),
        form: .year
      )
    }
    if sense.classes.contains(.ordinal) {
      return AgeCandidate(
        range: word.range,
        words: place...place,
        message: Int(word.message),
        value: Int(value),
        form: .ordinal
      )
    }
    guard !sense.classes.isDisjoint(with: [.number, .foreignNumber]) else { return nil }
    // "twenty-one", "vingt et un": a ten and a unit.
    var last = place
    var total = Int(value)
    if value < 10, let joint = text.word(after: place), text.isWord(joint, "en"),
      let ten = text.word(after: joint), let tens = text.sense(ten).value, tens >= 20,
      tens % 10 == 0, text.sense(ten).classes.contains(.number)
    {
      // "zes en twintig"
      last = ten
      total += Int(tens)
    } else if value >= 10, value % 10 == 0, let next = text.word(after: place),
      text.words[next].gap == .space || text.words[next].gap == .dash,
      let unit = text.sense(next).value, (1...9).contains(unit),
      !text.sense(next).classes.isDisjoint(with: [.number, .foreignNumber]),
      value >= 20 || sense.classes.contains(.foreignNumber)
    {
      last = next
      total += Int(unit)
    }
    return AgeCandidate(
      range: Int(word.start)..<Int(text.words[last].end),
      words: place...last,
      message: Int(word.message),
      value: total,
      form: .words
    )
  }

  private static let sexes = [Array("v".utf8), Array("m".utf8), Array("f".utf8), Array("x".utf8)]
  /// What is written against the number: "bn16", "ikben14".
  private static let verbs = ["bn", "ben", "ikben", "kben", "word", "ikword"].map { Array($0.utf8) }
  private static let ordinals = ["e", "de", "ste", "th"].map { Array($0.utf8) }
  private static let years = [
    "jaar", "jr", "j", "jarige", "jarig", "yo", "yrs", "jaartjes", "jaartje", "yr", "jrs",
  ].map { Array($0.utf8) }
}
