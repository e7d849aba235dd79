/// Tells a person's attributes in the visitor's own words; what is unknown is not told.
struct Teller {
  let person: Person
  let life: Life

  /// The first conversation, from greeting to farewell.
  func tell(_ chat: inout Chat, _ outcomes: [String], _ dice: inout Dice) {
    chat.visitor(Phrases.openings, &dice)
    chat.counsellor(Phrases.counsellorHello, &dice)
    if dice.chance(45) {
      chat.visitor(Phrases.anonymity, &dice)
      chat.counsellor(Phrases.counsellorAnonymity, &dice)
    }
    if dice.chance(55) { chat.visitor(Phrases.names, &dice) }
    who(&chat, &dice)
    forms(&chat, &dice)
    chat.counsellor(Phrases.counsellorAsksWho, &dice)
    let relation = life.relations.count > 1 ? "both" : life.relations.first ?? "other"
    chat.visitor(Phrases.exploiter[relation] ?? [], &dice)
    chat.nod(&dice)
    var beats = [0, 1, 2, 3, 4, 5, 6]
    while !beats.isEmpty {
      let beat = beats.remove(at: dice.below(beats.count))
      circumstance(beat, &chat, &dice)
      chat.nod(&dice)
    }
    if dice.chance(6) { chat.note("{naam} {achternaam} leek bang, graag terugbellen", &dice) }
    Self.close(&chat, outcomes, referral: Self.referral(of: person), &dice)
  }

  private func who(_ chat: inout Chat, _ dice: inout Dice) {
    let isMinor = (life.age ?? 18) < 18
    let table: [String]
    switch (person.gender, life.age) {
    case ("female", nil): table = Phrases.femaleOnly
    case ("male", nil): table = Phrases.maleOnly
    case ("female", _): table = isMinor ? Phrases.girlsWithAge : Phrases.womenWithAge
    case ("male", _): table = isMinor ? Phrases.boysWithAge : Phrases.menWithAge
    case (_, nil): return
    default: table = Phrases.ageOnly
    }
    if dice.chance(50) { chat.counsellor(Phrases.counsellorAsksAge, &dice) }
    chat.visitor(table, &dice)
  }

  private func forms(_ chat: inout Chat, _ dice: inout Dice) {
    for code in life.forms + life.subforms {
      guard let table = Self.tables[code] else { continue }
      chat.visitor(table, &dice)
      chat.nod(&dice)
    }
  }

  private static let tables: [String: [String]] = [
    "sex_paid": Phrases.paidSex, "sex_webcam": Phrases.webcam, "sex_images": Phrases.images,
    "crim_drugs_move": Phrases.drugs, "crim_theft": Phrases.theft, "crim_fraud": Phrases.fraud,
    "crim_recruit": Phrases.recruiting, "labour": Phrases.labour, "servitude": Phrases.servitude,
    "begging": Phrases.begging, "forced_marriage": Phrases.marriage,
  ]

  private func circumstance(_ beat: Int, _ chat: inout Chat, _ dice: inout Dice) {
    switch beat {
    case 0: duration(&chat, &dice)
    case 1:
      if dice.chance(70) { chat.counsellor(Phrases.counsellorAsksNow, &dice) }
      chat.visitor(Phrases.situation[person.situation] ?? [], &dice)
    case 2:
      guard person.inView != ["unknown"] else { return }
      if dice.chance(70) { chat.counsellor(Phrases.counsellorAsksView, &dice) }
      for code in person.inView { chat.visitor(Phrases.inView[code] ?? [], &dice) }
    case 3:
      guard person.reasons != ["not_mentioned"] else { return }
      if dice.chance(70) { chat.counsellor(Phrases.counsellorAsksBarrier, &dice) }
      for code in person.reasons { chat.visitor(Phrases.reasons[code] ?? [], &dice) }
    case 4:
      for _ in 0..<dice.number(in: 2...4) { chat.visitor(Phrases.howItWorks, &dice) }
    case 5:
      guard life.acute != "unknown" else { return }
      chat.counsellor(Phrases.counsellorAsksSafety, &dice)
      chat.visitor(life.acute == "yes" ? Phrases.acuteYes : Phrases.acuteNo, &dice)
    default:
      for _ in 0..<dice.number(in: 1...3) { Self.detail(&chat, &dice) }
    }
  }

  private func duration(_ chat: inout Chat, _ dice: inout Dice) {
    guard let table = Phrases.duration[person.duration] else { return }
    if dice.chance(70) { chat.counsellor(Phrases.counsellorAsksDuration, &dice) }
    let isSinceAge = person.duration == "5plus" && (life.age ?? 0) > 11 && dice.chance(50)
    chat.visitor(isSinceAge ? Phrases.sinceAge : table, &dice)
  }

  /// One identifying detail of somebody who writes about another.
  static func reporterDetail(_ chat: inout Chat, _ dice: inout Dice) {
    chat.visitor(dice.pick([Phrases.phones, Phrases.mails, Phrases.plates]), &dice)
  }

  /// One identifying detail of somebody who writes about themself.
  static func detail(_ chat: inout Chat, _ dice: inout Dice) {
    var tables = [
      Phrases.addresses, Phrases.addresses, Phrases.phones, Phrases.handles, Phrases.mails,
      Phrases.schools, Phrases.friends, Phrases.plates,
    ]
    if (chat.cast.age ?? 30) > 22 { tables.remove(at: 5) }
    if chat.cast.words["geboren"] != nil { tables.append(Phrases.birthdays) }
    chat.visitor(dice.pick(tables), &dice)
  }

  /// The end of a conversation, as what came of it has it.
  static func close(
    _ chat: inout Chat,
    _ outcomes: [String],
    referral: String = "fier_care",
    _ dice: inout Dice
  ) {
    if outcomes.contains("ref_accepted") {
      let name = Phrases.referrals[referral]?.first ?? "Fier"
      let offers = Phrases.counsellorOffersReferral.map { $0.replacing("{verwijzing}", with: name) }
      chat.counsellor(offers, &dice)
      chat.visitor(Phrases.visitorAccepts, &dice)
    }
    if outcomes.contains("kept_contact") {
      chat.counsellor(Phrases.counsellorOffersReturn, &dice)
      chat.visitor(Phrases.visitorReturns, &dice)
    } else {
      chat.visitor(Phrases.closingsPlain, &dice)
    }
    chat.counsellor(Phrases.counsellorClosings, &dice)
  }

  /// Where a person who accepts is referred to; the same in text and registration.
  static func referral(of person: Person) -> String {
    var dice = Dice(seed: "referral \(person.id)")
    let codes = ["fier_care", "fier_care", "zorgcoordinator", "veilig_thuis", "gp", "csg"]
    return dice.pick(person.ageBand < "18" ? codes + ["youth_care"] : codes)
  }
}
