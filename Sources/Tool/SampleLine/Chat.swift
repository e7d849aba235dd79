/// A conversation in the making: who says what, and how long it takes to type.
struct Chat {
  let cast: Cast
  let voice: Voice
  private(set) var messages: [Contact.Message] = []
  private var now: LocalTime
  private var used: Set<String> = []

  /// Opens a chat.
  init(cast: Cast, voice: Voice, start: LocalTime) {
    self.cast = cast
    self.voice = voice
    now = start
  }

  /// The visitor says a sentence of a table, now and then with something in between.
  mutating func visitor(_ table: [String], _ dice: inout Dice) {
    if !messages.isEmpty, dice.chance(14) { say("visitor", fresh(Phrases.fillers, &dice), &dice) }
    say("visitor", fresh(table, &dice), &dice)
  }

  /// The counsellor says a sentence of a table.
  mutating func counsellor(_ table: [String], _ dice: inout Dice) {
    say("counsellor", fresh(table, &dice), &dice)
  }

  /// The counsellor shows that it was heard, and perhaps asks on.
  mutating func nod(_ dice: inout Dice) {
    guard dice.chance(55) else { return }
    let question = dice.chance(40) ? " " + fresh(Phrases.counsellorQuestions, &dice) : ""
    say("counsellor", fresh(Phrases.counsellorNods, &dice) + question, &dice)
  }

  /// A note for colleagues.
  mutating func note(_ sentence: String, _ dice: inout Dice) {
    say("counsellor", sentence, &dice, isInternal: true)
  }

  /// A sentence of a table, one that was not said before where there is one.
  private mutating func fresh(_ table: [String], _ dice: inout Dice) -> String {
    let left = table.filter { !used.contains($0) }
    let sentence = dice.pick(left.isEmpty ? table : left)
    used.insert(sentence)
    return sentence
  }

  private mutating func say(
    _ speaker: String,
    _ sentence: String,
    _ dice: inout Dice,
    isInternal: Bool = false
  ) {
    for part in cast.fill(sentence) {
      let text = speaker == "visitor" ? voice.spoken(part, dice: &dice) : part
      if !messages.isEmpty { now = now.later(by: dice.number(in: 4...25) + text.utf8.count / 3) }
      messages.append(
        Contact.Message(at: now, speaker: speaker, text: text, isInternal: isInternal)
      )
    }
  }
}
