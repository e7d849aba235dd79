import Aggregation
import Classification

/// Changes to contacts that the ledger holds, a single transaction: all of it is kept, or nothing.
///
/// What a closed period counts never changes; codes of its contacts serve a revision of it. A revision
/// that is dropped before `finish` leaves the ledger as it was.
public final class Revision {
  private let ledger: Ledger
  private let update: Statement
  private let mark: Statement
  private let isCounted: Statement
  private let closed: [Period]
  private var isOpen = true

  init(_ ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    let connection = ledger.connection
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      update = try connection.prepare("UPDATE contacts SET codes = ?, evidence = ? WHERE token = ?")
      mark = try connection.prepare("INSERT OR REPLACE INTO recoded VALUES (?, ?)")
      isCounted = try connection.prepare("SELECT 1 FROM counted WHERE contact = ?")
      closed = try ledger.closedPeriods().map(\.period)
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  deinit {
    guard isOpen else { return }
    update.reset()
    mark.reset()
    isCounted.reset()
    try? ledger.connection.execute("ROLLBACK")
    try? ledger.vocabulary.reload()
  }

  /// Tells whether a closed period counts a contact, or covers the quarter in which it began.
  public func isClosed(_ contact: LedgerContact) throws(LedgerError) -> Bool {
    let quarter = contact.quarter
    if closed.contains(where: { $0.contains(year: quarter.year, quarter: quarter.number) }) {
      return true
    }
    try isCounted.bind(.text(contact.token))
    defer { isCounted.reset() }
    return try isCounted.step()
  }

  /// Gives a contact other codes.
  ///
  /// - Parameters:
  ///   - contact: A contact; where a closed period counts it, the period's figures stay.
  ///   - assignments: All its codes from now on.
  ///   - codebook: The digest of the codebook under which they were given; `nil` where it stays.
  /// - Throws: `LedgerError.sqlite`.
  public func replace(
    _ contact: LedgerContact,
    with assignments: [CodedContact.Assignment],
    codebook: String? = nil
  ) throws(LedgerError) {
    let (codes, evidence) = try ledger.pack(assignments)
    try update.bind(.bytes(codes), .bytes(evidence), .text(contact.token))
    try update.run()
    guard let codebook else { return }
    try mark.bind(.text(contact.token), .text(codebook))
    try mark.run()
  }

  /// Keeps a form, in place of an earlier one of the same coder.
  ///
  /// - Parameters:
  ///   - form: What a person said of the contact.
  ///   - token: The contact.
  /// - Throws: `LedgerError.sqlite`.
  public func keep(_ form: CodingForm, of token: String) throws(LedgerError) {
    var codes = PackedNumbers()
    for variable in form.codes.keys.sorted() {
      for code in form.codes[variable] ?? [] {
        codes.append(try ledger.vocabulary.number(variable: variable, code: code))
      }
    }
    let insert = try ledger.connection.prepare("INSERT OR REPLACE INTO forms VALUES (?, ?, ?)")
    try insert.bind(.text(token), .text(form.coder), .bytes(codes.bytes))
    try insert.run()
  }

  /// Keeps the changes, and writes down that they were made.
  ///
  /// - Parameters:
  ///   - kind: What was done, such as `recode`.
  ///   - subject: Counts and digests; never text of a contact.
  ///   - time: When, RFC 3339.
  /// - Throws: `LedgerError.sqlite`.
  public func finish(_ kind: String, _ subject: String, at time: String) throws(LedgerError) {
    try ledger.note(kind, of: subject, at: time)
    try ledger.connection.execute("COMMIT")
    isOpen = false
  }
}

extension Ledger {
  /// Begins to change contacts: one transaction that holds until it is finished or dropped.
  public func beginRevision() throws(LedgerError) -> Revision { try Revision(self) }
}
