import Aggregation
import Codebook

/// A period that is closed: its persons and contacts are frozen.
public struct ClosedPeriod: Equatable, Sendable {
  /// The period.
  public let period: Period
  /// When it was closed, as the caller said.
  public let closed: String
  /// How many contacts the ledger held up to its end.
  public let contacts: Int
  /// How many persons first came into view in it.
  public let persons: Int
  /// How many they are when all who share a nickname are one: the count of thresholds.
  public let personsAtLeast: Int
  /// A digest of the codebook under which it was closed.
  public let codebook: String
}

extension Ledger {
  /// Closes a period: makes its persons from the contacts up to its end, once and for all.
  ///
  /// A person counts in the period of their first valid contact about trafficking. Where that
  /// period was closed before the contact arrived, they count in the first period closed after.
  /// A contact that nothing says to be invalid is valid. Who was counted before is not counted
  /// again, whatever links them now.
  ///
  /// - Parameters:
  ///   - period: A year or a quarter that is over; the caller knows the date.
  ///   - codebook: The roll-ups.
  ///   - codebookDigest: What the codebook's bytes were, for the record.
  ///   - time: When, RFC 3339.
  ///   - openLinks: Decrypts a contact's link tokens; `nil` where it cannot.
  ///   - recordKey: The number for cell keys of a person or contact, from their pseudonym; `nil`
  ///     where it cannot be made, and then nothing is closed.
  /// - Returns: What was closed.
  /// - Throws: `LedgerError.alreadyClosed`, `.linksUnreadable`, `.recordKeyMissing`, `.damagedRow`, `.sqlite`.
  public func close(
    _ period: Period,
    codebook: Codebook,
    codebookDigest: String,
    at time: String,
    openLinks: ([UInt8]) -> OpenLinks?,
    recordKey: (String) -> UInt32?
  ) throws(LedgerError) -> ClosedPeriod {
    let closed = try closedPeriods()
    guard !closed.contains(where: { $0.period.overlaps(period) }) else {
      throw .alreadyClosed(period: period.description)
    }
    let taken = try places("taken")
    var entries = try entries(upTo: period, openLinks) { (contact, quarter) in
      let isLate =
        closed.contains { $0.period.first <= quarter && quarter <= $0.period.last }
        && taken[contact] == nil
      return quarter >= period.first || isLate
    }
    let count = PersonCount(
      period: period,
      closed: closed.map(\.period),
      counted: try countedVictims(codebook).mapValues(\.isVictim),
      visitors: try countedVisitors(),
      codebook: codebook
    )
    let persons = count.persons(&entries)
    return try freeze(
      persons,
      entries.filter(\.isDelivered),
      ClosedPeriod(
        period: period,
        closed: time,
        contacts: entries.count,
        persons: persons.count,
        personsAtLeast: persons.count - Self.doubt(persons.compactMap(\.visitor)),
        codebook: codebookDigest
      ),
      codebook,
      recordKey
    )
  }

  /// The contacts up to a period's end, in order of time.
  func entries(
    upTo period: Period,
    _ openLinks: ([UInt8]) -> OpenLinks?,
    isDelivered: (_ contact: String, _ quarter: Int) -> Bool
  ) throws(LedgerError) -> [ClosingEntry] {
    var entries: [ClosingEntry] = []
    try forEachContact { (contact) throws(LedgerError) in
      let quarter = contact.quarter.year * 4 + contact.quarter.number - 1
      guard quarter <= period.last else { return }
      guard let links = openLinks(contact.encryptedLinks) else {
        throw .linksUnreadable(contact: contact.token)
      }
      entries.append(
        ClosingEntry(contact, links: links, isDelivered: isDelivered(contact.token, quarter))
      )
    }
    entries.sort()
    return entries
  }

  private func freeze(
    _ persons: [CountedPerson],
    _ deliveries: [ClosingEntry],
    _ closed: ClosedPeriod,
    _ codebook: Codebook,
    _ recordKey: (String) -> UInt32?
  ) throws(LedgerError) -> ClosedPeriod {
    let name = closed.period.description
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      let insertPeriod = try connection.prepare("INSERT INTO periods VALUES (?, ?, ?, ?, ?, ?, ?)")
      try insertPeriod.bind(
        .text(name),
        .integer(closed.period.first),
        .integer(closed.period.last),
        .text(closed.closed),
        .text(closed.codebook),
        .integer(closed.contacts),
        .integer(closed.persons)
      )
      try insertPeriod.run()
      try freeze(persons, of: name, recordKey)
      let take = try connection.prepare("INSERT OR IGNORE INTO taken VALUES (?, ?)")
      let insertDelivery = try connection.prepare(
        "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?)"
      )
      for (index, entry) in deliveries.enumerated() {
        guard let key = recordKey(entry.visitor) else { throw .recordKeyMissing(period: name) }
        let quarter = max(entry.quarter, closed.period.first)
        try insertDelivery.bind(
          .text(name),
          .integer(index + 1),
          .integer(quarter / 4),
          .integer(quarter % 4 + 1),
          .integer(Int(key)),
          .bytes(try pack(entry.delivery(codebook)))
        )
        try insertDelivery.run()
        try take.bind(.text(entry.token), .text(name))
        try take.run()
      }
      try note("close", of: name, at: closed.closed)
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      try vocabulary.reload()
      throw error
    }
    return closed
  }

  /// Keeps the persons of a counting, within a transaction.
  func freeze(
    _ persons: [CountedPerson],
    of name: String,
    _ recordKey: (String) -> UInt32?
  ) throws(LedgerError) {
    let mark = try connection.prepare("INSERT OR IGNORE INTO counted VALUES (?, ?, ?)")
    let insertPerson = try connection.prepare("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?)")
    let insertVisitor = try connection.prepare("INSERT INTO alike VALUES (?, ?, ?)")
    for (index, person) in persons.enumerated() {
      guard let key = recordKey(person.pseudonym) else { throw .recordKeyMissing(period: name) }
      try insertPerson.bind(
        .text(name),
        .integer(index + 1),
        .integer(person.quarter / 4),
        .integer(person.quarter % 4 + 1),
        .integer(Int(key)),
        .bytes(try pack(person.answers))
      )
      try insertPerson.run()
      if let visitor = person.visitor {
        try insertVisitor.bind(.text(name), .integer(index + 1), .integer(visitor))
        try insertVisitor.run()
      }
      for contact in person.contacts {
        try mark.bind(.text(contact), .text(name), .integer(index + 1))
        try mark.run()
      }
    }
  }

  private func pack(_ answers: PersonRollUp.Answers) throws(LedgerError) -> [UInt8] {
    var codes = PackedNumbers()
    for variable in answers.keys.sorted() {
      for code in answers[variable] ?? [] {
        codes.append(try vocabulary.number(variable: variable, code: code))
      }
    }
    return codes.bytes
  }

  /// The contacts that closed periods count.
  func countedContacts() throws(LedgerError) -> Set<String> {
    try tokens("SELECT contact FROM counted")
  }

  /// The period in which each contact stands in a table of contacts and periods.
  func places(_ table: String) throws(LedgerError) -> [String: String] {
    let query = try connection.prepare("SELECT contact, period FROM \(table)")
    var places: [String: String] = [:]
    while try query.step() { places[query.text(0)] = query.text(1) }
    return places
  }

  private func tokens(_ sql: String) throws(LedgerError) -> Set<String> {
    let query = try connection.prepare(sql)
    var tokens: Set<String> = []
    while try query.step() { tokens.insert(query.text(0)) }
    return tokens
  }

  /// How many persons of a list are one that came before in it.
  static func doubt(_ visitors: [Int]) -> Int { visitors.count - Set(visitors).count }

  /// The contacts of persons that were counted before, and whom these may be the same as.
  func countedVisitors() throws(LedgerError) -> [String: Int] {
    let query = try connection.prepare(
      """
      SELECT contact, visitor FROM counted JOIN alike
        ON alike.period = counted.period AND alike.person = counted.person
      """
    )
    var visitors: [String: Int] = [:]
    while try query.step() { visitors[query.text(0)] = query.integer(1) }
    return visitors
  }

  /// The contacts of persons that were counted before, in which counting, and whether each was a
  /// victim.
  func countedVictims(
    _ codebook: Codebook
  ) throws(LedgerError) -> [String: (period: String, isVictim: Bool)] {
    let query = try connection.prepare(
      """
      SELECT contact, codes, counted.period FROM counted LEFT JOIN persons
        ON persons.period = counted.period AND persons.number = counted.person
      """
    )
    var victims: [String: (period: String, isVictim: Bool)] = [:]
    while try query.step() {
      guard let numbers = PackedNumbers.unpack(query.bytes(1)) else {
        throw .damagedRow(table: "persons")
      }
      var answers: PersonRollUp.Answers = [:]
      for number in numbers {
        guard let word = vocabulary.code(number) else { throw .damagedRow(table: "persons") }
        answers[word.variable, default: []].append(word.code)
      }
      victims[query.text(0)] = (query.text(2), PersonCount.isVictim(answers, codebook))
    }
    return victims
  }
}
