import Aggregation
import Codebook

/// A period that is closed: its persons are frozen.
public struct ClosedPeriod: Equatable, Sendable {
  /// The period.
  public let period: Period
  /// When it was closed, as the caller said.
  public let closed: String
  /// How many contacts the ledger held up to its end.
  public let contacts: Int
  /// How many persons first came into view in it.
  public let persons: Int
  /// A digest of the codebook under which it was closed.
  public let codebook: String
}

extension Ledger {
  /// One contact while persons are made.
  private struct Entry {
    let token: String
    let links: [String]
    let place: (quarter: Int, ordinal: Int)
    let answers: PersonRollUp.Answers
    let isValid: Bool
  }

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
  ///   - recordKey: The number for cell keys of a person, from their pseudonym; `nil` where it
  ///     cannot be made, and then nothing is closed.
  /// - Returns: What was closed.
  /// - Throws: `LedgerError.alreadyClosed`, `.linksUnreadable`, `.recordKeyMissing`, `.damagedRow`, `.sqlite`.
  public func close(
    _ period: Period,
    codebook: Codebook,
    codebookDigest: String,
    at time: String,
    openLinks: ([UInt8]) -> [String]?,
    recordKey: (String) -> UInt32?
  ) throws(LedgerError) -> ClosedPeriod {
    let closed = try closedPeriods()
    guard !closed.contains(where: { $0.period.overlaps(period) }) else {
      throw .alreadyClosed(period: period.description)
    }
    let counted = try countedContacts()
    var entries: [Entry] = []
    try forEachContact { (contact) throws(LedgerError) in
      let quarter = contact.quarter.year * 4 + contact.quarter.number - 1
      guard quarter <= period.last else { return }
      guard let links = openLinks(contact.encryptedLinks) else {
        throw .linksUnreadable(contact: contact.token)
      }
      var answers: PersonRollUp.Answers = [:]
      for assignment in contact.assignments { answers[assignment.variable] = assignment.codes }
      let validity = answers["contact_validity"] ?? []
      entries.append(
        Entry(
          token: contact.token,
          links: links,
          place: (quarter, contact.ordinal),
          answers: answers,
          isValid: validity.isEmpty || validity == ["valid"] || validity == ["unknown"]
        )
      )
    }
    entries.sort {
      ($0.place.quarter, $0.place.ordinal, $0.token) < (
        $1.place.quarter, $1.place.ordinal, $1.token
      )
    }
    let persons = persons(entries, period, closed.map(\.period), counted, codebook)
    return try freeze(
      persons,
      ClosedPeriod(
        period: period,
        closed: time,
        contacts: entries.count,
        persons: persons.count,
        codebook: codebookDigest
      ),
      recordKey
    )
  }

  /// A person about to be frozen.
  private struct Person {
    let pseudonym: String
    let contacts: [String]
    let quarter: Int
    let answers: PersonRollUp.Answers
  }

  private func persons(
    _ entries: [Entry],
    _ period: Period,
    _ closed: [Period],
    _ counted: Set<String>,
    _ codebook: Codebook
  ) -> [Person] {
    var groups = PersonGroups()
    for entry in entries { _ = groups.add(links: entry.links) }
    let rollUp = PersonRollUp(codebook: codebook)
    var persons: [Person] = []
    for group in groups.groups() {
      let members = group.map { entries[$0] }
      let valid = members.filter(\.isValid)
      guard !members.contains(where: { counted.contains($0.token) }),
        let reference = valid.firstIndex(where: { $0.answers["topic_trafficking"] == ["yes"] })
      else { continue }
      let first = valid[reference].place.quarter
      let isLate = closed.contains { $0.first <= first && first <= $0.last }
      guard first >= period.first || isLate else { continue }
      persons.append(
        Person(
          pseudonym: members.flatMap(\.links).min() ?? members.map(\.token).min() ?? "",
          contacts: members.map(\.token),
          quarter: max(first, period.first),
          answers: rollUp.run(valid.map(\.answers), reference: reference)
        )
      )
    }
    return persons.sorted { $0.pseudonym < $1.pseudonym }
  }

  private func freeze(
    _ persons: [Person],
    _ closed: ClosedPeriod,
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
      let insert = try connection.prepare("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?)")
      let mark = try connection.prepare("INSERT OR IGNORE INTO counted VALUES (?, ?, ?)")
      for (index, person) in persons.enumerated() {
        guard let key = recordKey(person.pseudonym) else { throw .recordKeyMissing(period: name) }
        var codes = PackedNumbers()
        for variable in person.answers.keys.sorted() {
          for code in person.answers[variable] ?? [] {
            codes.append(try vocabulary.number(variable: variable, code: code))
          }
        }
        try insert.bind(
          .text(name),
          .integer(index + 1),
          .integer(person.quarter / 4),
          .integer(person.quarter % 4 + 1),
          .integer(Int(key)),
          .bytes(codes.bytes)
        )
        try insert.run()
        for contact in person.contacts {
          try mark.bind(.text(contact), .text(name), .integer(index + 1))
          try mark.run()
        }
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

  private func countedContacts() throws(LedgerError) -> Set<String> {
    let query = try connection.prepare("SELECT contact FROM counted")
    var contacts: Set<String> = []
    while try query.step() { contacts.insert(query.text(0)) }
    return contacts
  }
}
