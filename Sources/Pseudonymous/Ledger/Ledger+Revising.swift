import Aggregation
import Codebook

/// A period whose persons were counted anew.
public struct RevisedPeriod: Equatable, Sendable {
  /// The revision, such as `2021-r1`.
  public let counting: ClosedPeriod
  /// How many persons differ at least from the nearest earlier counting.
  public let changed: Int
}

extension Ledger {
  /// The revisions of closed periods, in order of time.
  public func revisions() throws(LedgerError) -> [ClosedPeriod] {
    try countings(in: "revisions")
  }

  /// Counts the persons of a closed period anew, from the contacts that the ledger holds now.
  ///
  /// The period itself, what left of it and its contacts for tables stay as they are: the revision
  /// is a period of its own. Persons of other countings are not taken over; erased ones are gone.
  ///
  /// - Parameters:
  ///   - period: A closed period, as it was closed.
  ///   - smallest: How many persons must differ at least from every earlier counting.
  ///   - difference: Compares two countings in what leaves; empty.
  ///   - codebook: The roll-ups.
  ///   - codebookDigest: What the codebook's bytes were, for the record.
  ///   - time: When, RFC 3339.
  ///   - openLinks: Decrypts a contact's link tokens; `nil` where it cannot.
  ///   - recordKey: The number for cell keys of a person, from their pseudonym.
  /// - Returns: The revision.
  /// - Throws: `LedgerError.notClosed`, `.tooFewChanged` with nothing kept, and as `close`.
  public func revise(
    _ period: Period,
    smallest: Int,
    difference: CountingDifference,
    codebook: Codebook,
    codebookDigest: String,
    at time: String,
    openLinks: ([UInt8]) -> OpenLinks?,
    recordKey: (String) -> UInt32?
  ) throws(LedgerError) -> RevisedPeriod {
    let closed = try closedPeriods().map(\.period)
    guard closed.contains(period) else { throw .notClosed(period: period.description) }
    let earlier = [period] + (try revisions().map(\.period).filter { $0.unrevised == period })
    let revision = period.revised(earlier.count)
    var entries = try entries(upTo: period, openLinks) { _, _ in false }
    let own = Set(earlier.map(\.description))
    let count = PersonCount(
      period: period,
      closed: closed.filter { $0.last < period.first },
      counted: try countedVictims(codebook).filter { !own.contains($0.value.period) }
        .mapValues(\.isVictim),
      visitors: try countedVisitors(),
      codebook: codebook
    )
    let persons = count.persons(&entries)
    let counting = ClosedPeriod(
      period: revision,
      closed: time,
      contacts: entries.count,
      persons: persons.count,
      personsAtLeast: persons.count - Self.doubt(persons.compactMap(\.visitor)),
      codebook: codebookDigest
    )
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      try keep(counting)
      try freeze(persons, of: revision.description, recordKey)
      let changed = try changed(revision, since: earlier, difference, codebook)
      guard changed >= smallest else {
        throw .tooFewChanged(period: period.description, changed: changed, smallest: smallest)
      }
      try note("revise", of: revision.description, at: time)
      try connection.execute("COMMIT")
      return RevisedPeriod(counting: counting, changed: changed)
    } catch {
      try? connection.execute("ROLLBACK")
      try vocabulary.reload()
      throw error
    }
  }

  private func keep(_ counting: ClosedPeriod) throws(LedgerError) {
    let insert = try connection.prepare("INSERT INTO revisions VALUES (?, ?, ?, ?, ?)")
    try insert.bind(
      .text(counting.period.description),
      .text(counting.closed),
      .text(counting.codebook),
      .integer(counting.contacts),
      .integer(counting.persons)
    )
    try insert.run()
  }

  /// How many persons differ from the earlier counting that is nearest.
  private func changed(
    _ revision: Period,
    since earlier: [Period],
    _ difference: CountingDifference,
    _ codebook: Codebook
  ) throws(LedgerError) -> Int {
    guard let layout = try? RowLayout(codebook) else { throw .damagedRow(table: "codes") }
    var changed: [Int] = []
    for counting in earlier {
      var difference = difference
      try forEachPerson(of: counting, layout: layout) { difference.add(earlier: $0) }
      try forEachPerson(of: revision, layout: layout) { difference.add(later: $0) }
      changed.append(difference.persons)
    }
    return changed.min() ?? 0
  }
}
