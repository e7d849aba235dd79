/// The contacts of one person of the fixture.
///
/// The first contact about trafficking lies in the reference year and tells everything; those who
/// wrote more than once have all that came of it in the same year, so that a table of the closed
/// year is complete. Some come back in a later year; some had written about something else before.
struct Story {
  let person: Person
  let life: Life
  let number: Int
  private(set) var cast: Cast
  private let voice: Voice
  private let channel: String
  private var dice: Dice

  /// Draws the story of a person.
  ///
  /// - Parameters:
  ///   - person: The attributes.
  ///   - number: The person's place in the fixture.
  init(of person: Person, number: Int) {
    var dice = Dice(seed: "luwte line 1 \(person.id)")
    let life = Life(of: person, &dice)
    cast = Cast(
      account: "lijn-\(person.id)",
      number: number,
      gender: person.gender,
      age: life.age,
      relation: life.relations.first ?? "other",
      isPlural: life.isPlural,
      dice: &dice
    )
    voice = Visitor.voice(age: life.age, &dice)
    channel = Visitor.channel(&dice)
    self.person = person
    self.life = life
    self.number = number
    self.dice = dice
  }

  /// All contacts, in order of time.
  mutating func contacts() -> [Contact] {
    let perYear = person.isOnceOnly ? 1 : dice.number(in: 2...4)
    var start = Visitor.start(in: person.year, lastDay: person.isOnceOnly ? 365 : 330, &dice)
    // Midnight is local: this moment is still the old year in UTC.
    if number % 89 == 7 {
      start = LocalTime(day: LocalTime.day(year: person.year, month: 1, day: 1), second: 1_230)
    }
    var contacts: [Contact] = []
    if !person.isOnceOnly && person.year > 2019 && dice.chance(8) {
      contacts.append(earlierContact(number: 0))
    }
    for index in 0..<perYear {
      let outcomes = outcomes(ofContact: index, of: perYear)
      contacts.append(
        index == 0 ? firstContact(start, outcomes) : followUp(index + 1, start, outcomes)
      )
      start = Visitor.evening(day: start.day + dice.number(in: 2...8), &dice)
    }
    if person.isOnceOnly && dice.chance(5) { contacts.append(leftAtOnce(after: start)) }
    if person.outcomes.contains("kept_contact") && person.year < 2021 && dice.chance(25) {
      let start = Visitor.start(in: person.year + 1, lastDay: 360, &dice)
      contacts.append(followUp(perYear + 1, start, ["kept_contact"], isNextYear: true))
    }
    return contacts
  }

  /// Spreads what came of it over the contacts: the first codes first.
  private func outcomes(ofContact index: Int, of count: Int) -> [String] {
    guard !person.isOnceOnly else { return ["unknown"] }
    let codes = person.outcomes.indices.filter { min($0, count - 1) == index }
    return codes.isEmpty ? ["unknown"] : codes.map { person.outcomes[$0] }
  }
}

extension Story {
  private mutating func firstContact(_ start: LocalTime, _ outcomes: [String]) -> Contact {
    setDates(start)
    var chat = Chat(cast: cast, voice: voice, start: start)
    let teller = Teller(person: person, life: life)
    teller.tell(&chat, outcomes, &dice)
    return contact(1, chat, registration(outcomes))
  }

  private mutating func followUp(
    _ number: Int,
    _ start: LocalTime,
    _ outcomes: [String],
    isNextYear: Bool = false
  ) -> Contact {
    cast.set("medewerker", dice.pick(Names.counsellors))
    var chat = Chat(cast: cast, voice: voice, start: start)
    chat.visitor(isNextYear ? Phrases.returnYearOpenings : Phrases.followUpOpenings, &dice)
    chat.counsellor(Phrases.counsellorHello, &dice)
    for _ in 0..<dice.number(in: 3...6) {
      chat.visitor(Phrases.followUpNews, &dice)
      chat.nod(&dice)
    }
    Teller.detail(&chat, &dice)
    if outcomes.contains("meeting_held") { chat.visitor(Phrases.meetingHeld, &dice) }
    if outcomes.contains("police_accompanied") { chat.visitor(Phrases.policeAccompanied, &dice) }
    Teller.close(&chat, outcomes, &dice)
    var registration = registration(outcomes)
    // What was told once is not asked again, nor counted twice.
    registration["in_view"] = .codes(["unknown"])
    registration["reason_no_help"] = .codes(["not_mentioned"])
    if isNextYear, let age = life.age { registration["age_years"] = .number(age + 1) }
    return contact(number, chat, registration)
  }

  /// About something else, in the year before: no contact about trafficking yet.
  private mutating func earlierContact(number: Int) -> Contact {
    let start = Visitor.start(in: person.year - 1, lastDay: 360, &dice)
    var chat = Chat(cast: cast, voice: voice, start: start)
    chat.visitor(Phrases.openings, &dice)
    chat.counsellor(Phrases.counsellorHello, &dice)
    chat.visitor(Phrases.otherTopics, &dice)
    chat.counsellor(Phrases.counsellorElsewhere, &dice)
    chat.visitor(Phrases.closingsPlain, &dice)
    return contact(number, chat, .untold(topic: "no", role: "self_victim"))
  }

  /// The same account, gone before a word was said: no valid contact.
  private mutating func leftAtOnce(after start: LocalTime) -> Contact {
    var chat = Chat(cast: cast, voice: voice, start: start)
    chat.visitor(["hoi", "hallo", "?"], &dice)
    var registration = Registration.untold(topic: "unknown", role: "unknown")
    registration["contact_validity"] = .code("no_content")
    return contact(2, chat, registration)
  }

  private mutating func contact(
    _ number: Int,
    _ chat: Chat,
    _ registration: Registration
  ) -> Contact {
    Contact(
      id: "\(cast.account)-\(number)",
      channel: channel,
      visitor: Visitor.metadata(cast, channel: channel),
      counsellor: cast.words["medewerker"] ?? "",
      messages: chat.messages,
      registration: registration
    )
  }

  /// Dates in the text that fit the length of the exploitation and the age.
  private mutating func setDates(_ start: LocalTime) {
    let months: ClosedRange<Int> =
      switch person.duration {
      case "1_6m": 2...5
      case "6_12m": 7...11
      case "1_2y": 14...22
      case "2_5y": 27...56
      default: 63...80
      }
    let (year, month, day) = start.calendar
    let begin = year * 12 + month - 1 - dice.number(in: months)
    let monthName = Names.months[begin % 12]
    cast.set("maand", "\(monthName) \(begin / 12)")
    cast.set("datum", "\(min(28, day + 1)) \(monthName)")
    if let age = life.age {
      // A birthday early in the year has passed, a later one has not.
      cast.set("geboren", "\(min(28, day)) \(Names.months[month - 1]) \(year - age)")
    }
  }

  private func registration(_ outcomes: [String]) -> Registration {
    var registration = Registration()
    registration["contact_validity"] = .code("valid")
    registration["topic_trafficking"] = .code("yes")
    registration["contact_role"] = .code("self_victim")
    registration["victim_status"] = .code(life.status)
    registration["age_years"] = life.age.map { .number($0) } ?? Registration.Answer.none
    if life.age == nil { registration["age_band"] = .code("unknown") }
    registration["gender"] = .code(person.gender)
    registration["acute_safety"] = .code(life.acute)
    registration["exploit_form"] = .codes(life.forms)
    if !life.subforms.isEmpty { registration["exploit_sub"] = .codes(life.subforms) }
    registration["exploiter_relation"] = .codes(life.relations)
    registration["n_exploiters"] = .code(life.isPlural ? "several" : "one")
    registration["exploit_duration"] = .code(person.duration)
    registration["situation_now"] = .code(person.situation)
    registration["in_view"] = .codes(person.inView)
    registration["reason_no_help"] = .codes(person.reasons)
    registration["outcome"] = .codes(outcomes)
    let isReferred = outcomes.contains("ref_accepted")
    registration["referred_to"] = .codes([isReferred ? Teller.referral(of: person) : "unknown"])
    return registration
  }
}
