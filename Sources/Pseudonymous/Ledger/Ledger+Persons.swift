import Aggregation
import Codebook

extension Ledger {
  /// The closed periods, in order of time.
  public func closedPeriods() throws(LedgerError) -> [ClosedPeriod] {
    try countings(in: "periods")
  }

  /// The countings of a table of periods, in order of time.
  func countings(in table: String) throws(LedgerError) -> [ClosedPeriod] {
    let query = try connection.prepare(
      """
      SELECT name, closed, contacts, persons, codebook,
        (SELECT count(*) - count(DISTINCT visitor) FROM alike WHERE period = name)
      FROM \(table)
      """
    )
    var countings: [ClosedPeriod] = []
    while try query.step() {
      guard let period = Period(query.text(0)) else { throw .damagedRow(table: table) }
      countings.append(
        ClosedPeriod(
          period: period,
          closed: query.text(1),
          contacts: query.integer(2),
          persons: query.integer(3),
          personsAtLeast: query.integer(3) - query.integer(5),
          codebook: query.text(4)
        )
      )
    }
    return countings.sorted { $0.period < $1.period }
  }

  /// The quarters of closed periods, such as `2021-Q3`, in order of time.
  public func closedQuarters() throws(LedgerError) -> [String] {
    try closedPeriods().flatMap { closed in
      (closed.period.first...closed.period.last).map { "\($0 / 4)-Q\($0 % 4 + 1)" }
    }
  }

  /// Gives every person of a period to a closure: codes and a record key, never a token.
  ///
  /// One ordered scan; memory is that of one row. Several connections may scan a shard each at the
  /// same time, and the partial tables of the shards add up.
  ///
  /// - Parameters:
  ///   - period: A period all of whose quarters are closed.
  ///   - layout: The codebook's layout.
  ///   - shard: Which part of the persons; all where left out.
  ///   - body: Takes one person.
  /// - Throws: `LedgerError.notClosed`, `.codeUnknown`, `.damagedRow`, `.sqlite`.
  public func forEachPerson(
    of period: Period,
    layout: RowLayout,
    shard: Shard = .all,
    _ body: (PersonRow) -> Void
  ) throws(LedgerError) {
    try forEachRow(of: period, .person, layout: layout, shard, body)
  }

  /// Gives every delivered contact of a period to a closure: codes and a record key, never a token.
  ///
  /// - Parameters:
  ///   - period: A period all of whose quarters are closed.
  ///   - layout: The codebook's layout.
  ///   - shard: Which part of the contacts; all where left out.
  ///   - body: Takes one contact.
  /// - Throws: As `forEachPerson`; `.contactsNotKept` where the period was closed by a program that
  ///   kept none.
  public func forEachDelivery(
    of period: Period,
    layout: RowLayout,
    shard: Shard = .all,
    _ body: (PersonRow) -> Void
  ) throws(LedgerError) {
    let query = try connection.prepare(
      """
      SELECT name FROM periods WHERE first >= ? AND last <= ? AND contacts > 0
        AND persons > 0 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE period = name)
      """
    )
    try query.bind(.integer(period.first), .integer(period.last))
    if try query.step() { throw .contactsNotKept(period: query.text(0)) }
    try forEachRow(of: period, .contact, layout: layout, shard, body)
  }

  /// The first quarter of which a closed period counts a contact; `nil` where none does.
  public func firstQuarter() throws(LedgerError) -> Period? {
    let first = try connection.integer("SELECT min(year * 4 + quarter - 1) FROM deliveries")
    return first > 0 ? Period(year: first / 4, quarter: first % 4 + 1) : nil
  }

  private func forEachRow(
    of period: Period,
    _ unit: Variable.Unit,
    layout: RowLayout,
    _ shard: Shard,
    _ body: (PersonRow) -> Void
  ) throws(LedgerError) {
    let inside = try countings(of: period)
    let reader = AnswerReader(vocabulary, layout)
    let table = unit == .person ? "persons" : "deliveries"
    let visitors = unit == .person ? try sharedVisitors(inside) : [:]
    let last = try connection.prepare("SELECT max(number) FROM \(table) WHERE period = ?")
    let query = try connection.prepare(
      """
      SELECT year, quarter, record_key, codes, number FROM \(table)
      WHERE period = ? AND number > ? AND number <= ? ORDER BY number
      """
    )
    for part in inside {
      let name = part.description
      try last.bind(.text(name))
      let count = try last.step() ? last.integer(0) : 0
      last.reset()
      let numbers = shard.numbers(of: count)
      try query.bind(.text(name), .integer(numbers.lowerBound), .integer(numbers.upperBound))
      let doubles = visitors[name] ?? [:]
      while try query.step() {
        let found = query.withBytes(3) { reader.answers($0) }
        switch found {
        case .answers(let answers):
          body(
            PersonRow(
              unit: unit,
              year: query.integer(0),
              quarter: query.integer(1),
              recordKey: UInt32(truncatingIfNeeded: query.integer(2)),
              answers: answers,
              visitor: doubles.isEmpty ? nil : doubles[query.integer(4)]
            )
          )
        case .unknown(let number):
          guard let word = vocabulary.code(number) else { throw .damagedRow(table: table) }
          throw .codeUnknown(variable: word.variable, code: word.code)
        case .damaged: throw .damagedRow(table: table)
        }
      }
    }
  }

  /// The countings that a period is made of: closed periods, or the revision that it is.
  private func countings(of period: Period) throws(LedgerError) -> [Period] {
    if period.revision > 0 {
      guard try revisions().contains(where: { $0.period == period }) else {
        throw .notRevised(period: period.description)
      }
      return [period]
    }
    let inside = try closedPeriods().map(\.period)
      .filter { period.first <= $0.first && $0.last <= period.last }
    let quarters = inside.reduce(0) { $0 + $1.last - $1.first + 1 }
    guard quarters == period.last - period.first + 1 else {
      throw .notClosed(period: period.description)
    }
    return inside
  }

  /// The visitors that several persons of the periods share, by period and person.
  private func sharedVisitors(_ periods: [Period]) throws(LedgerError) -> [String: [Int: Int]] {
    let query = try connection.prepare("SELECT person, visitor FROM alike WHERE period = ?")
    var visitors: [String: [Int: Int]] = [:]
    var persons: [Int: Int] = [:]
    for period in periods {
      try query.bind(.text(period.description))
      while try query.step() {
        visitors[period.description, default: [:]][query.integer(0)] = query.integer(1)
        persons[query.integer(1), default: 0] += 1
      }
    }
    return visitors.mapValues { $0.filter { persons[$0.value, default: 0] > 1 } }
  }
}
