/// The other contacts of a year: reporters, other questions, those who left at once.
struct Others {
  /// What brings somebody who is not counted as a victim.
  enum Reason: String, CaseIterable {
    case reporter
    case parent
    case professional
    /// A visitor whom the counsellor did not judge a victim.
    case notVictim
    case possible
    case otherTopic
    case noContent
    case hoax
    case test
  }

  /// How many of each; the first four make the visitors about trafficking who are no victims:
  /// 33, 33 and 41.
  static let counts: [Int: [(Reason, Int)]] = [
    2019: [
      (.reporter, 17), (.parent, 8), (.professional, 5), (.notVictim, 3), (.possible, 18),
      (.otherTopic, 104), (.noContent, 41), (.hoax, 12), (.test, 5),
    ],
    2020: [
      (.reporter, 16), (.parent, 9), (.professional, 5), (.notVictim, 3), (.possible, 21),
      (.otherTopic, 118), (.noContent, 47), (.hoax, 9), (.test, 4),
    ],
    2021: [
      (.reporter, 20), (.parent, 11), (.professional, 6), (.notVictim, 4), (.possible, 24),
      (.otherTopic, 121), (.noContent, 52), (.hoax, 14), (.test, 4),
    ],
  ]

  /// The contacts of a year.
  ///
  /// `number` gives each visitor a number of its own and is counted on.
  static func contacts(in year: Int, number: inout Int) -> [Contact] {
    var contacts: [Contact] = []
    for (reason, count) in counts[year] ?? [] {
      for index in 1...count {
        number += 1
        contacts += visitor(
          reason,
          year,
          account: "lijn-\(year)-\(reason.rawValue)-\(index)",
          number
        )
      }
    }
    return contacts
  }

  private static func visitor(
    _ reason: Reason,
    _ year: Int,
    account: String,
    _ number: Int
  ) -> [Contact] {
    var dice = Dice(seed: "luwte line 1 \(account)")
    let cast = Cast(
      account: account,
      number: number,
      gender: "unknown",
      age: nil,
      relation: "other",
      isPlural: false,
      dice: &dice
    )
    let channel = reason == .test ? "web_chat" : Visitor.channel(&dice)
    let isReporter = [.reporter, .parent, .professional].contains(reason)
    let voice = isReporter ? Voice.neat : Visitor.voice(age: 16, &dice)
    var start = Visitor.start(in: year, lastDay: 340, &dice)
    return (0..<(isReporter && dice.chance(30) ? 2 : 1)).map { index in
      var chat = Chat(cast: cast, voice: voice, start: start)
      talk(reason, &chat, &dice)
      start = Visitor.evening(day: start.day + dice.number(in: 2...9), &dice)
      return Contact(
        id: "\(account)-\(index + 1)",
        channel: channel,
        visitor: Visitor.metadata(cast, channel: channel),
        counsellor: cast.words["medewerker"] ?? "",
        messages: chat.messages,
        registration: registration(reason)
      )
    }
  }

  private static func talk(_ reason: Reason, _ chat: inout Chat, _ dice: inout Dice) {
    if reason == .noContent { return chat.visitor(["hoi", "hallo?", "hey", "...", "x"], &dice) }
    if reason == .test { return chat.visitor(Phrases.tests, &dice) }
    chat.visitor(Phrases.openings, &dice)
    chat.counsellor(Phrases.counsellorHello, &dice)
    switch reason {
    case .reporter, .parent, .professional:
      let table =
        reason == .reporter
        ? Phrases.relativesReport
        : reason == .parent ? Phrases.parentsReport : Phrases.professionalsReport
      chat.visitor(Phrases.names, &dice)
      chat.visitor(table, &dice)
      chat.counsellor(Phrases.counsellorQuestions, &dice)
      for _ in 0..<dice.number(in: 2...3) { chat.visitor(Phrases.signals, &dice) }
      Teller.reporterDetail(&chat, &dice)
      chat.counsellor(Phrases.counsellorAdvisesReporter, &dice)
    case .notVictim, .possible:
      chat.visitor(Phrases.possibleTopics, &dice)
      chat.counsellor(Phrases.counsellorQuestions, &dice)
      chat.visitor(Phrases.fillers, &dice)
      Teller.detail(&chat, &dice)
      chat.nod(&dice)
    case .hoax: chat.visitor(Phrases.hoaxes, &dice)
    default:
      if dice.chance(50) { chat.visitor(Phrases.names, &dice) }
      chat.visitor(Phrases.otherTopics, &dice)
      for _ in 0..<dice.number(in: 1...3) {
        chat.visitor(Phrases.fillers, &dice)
        chat.nod(&dice)
      }
      chat.counsellor(Phrases.counsellorElsewhere, &dice)
    }
    chat.visitor(Phrases.closingsPlain, &dice)
  }

  private static func registration(_ reason: Reason) -> Registration {
    var registration: Registration
    switch reason {
    case .reporter: registration = .untold(topic: "yes", role: "other_known")
    case .parent: registration = .untold(topic: "yes", role: "parent_carer")
    case .professional: registration = .untold(topic: "yes", role: "professional")
    case .notVictim: registration = .untold(topic: "yes", role: "self_victim")
    case .possible: registration = .untold(topic: "possible", role: "self_victim")
    case .otherTopic: registration = .untold(topic: "no", role: "self_victim")
    case .noContent, .hoax, .test: registration = .untold(topic: "unknown", role: "unknown")
    }
    switch reason {
    case .reporter, .parent, .professional: registration["victim_status"] = .code("possible")
    case .notVictim: registration["victim_status"] = .code("not")
    case .noContent: registration["contact_validity"] = .code("no_content")
    case .hoax: registration["contact_validity"] = .code("hoax")
    case .test: registration["contact_validity"] = .code("test")
    default: break
    }
    return registration
  }
}

extension Registration {
  /// A form of which only the head was filled in.
  static func untold(topic: String, role: String) -> Registration {
    var registration = Registration()
    registration["contact_validity"] = .code("valid")
    registration["topic_trafficking"] = .code(topic)
    registration["contact_role"] = .code(role)
    return registration
  }
}
