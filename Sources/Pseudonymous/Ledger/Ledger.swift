/// The line's memory behind the first wall: contacts as codes, runs, persons, releases.
///
/// One SQLite file that its owner alone may read. Times come in as text from the caller. Not
/// `Sendable`: one thread at a time.
public final class Ledger {
  let connection: Connection
  let vocabulary: Vocabulary

  /// Opens a ledger, or makes an empty one.
  ///
  /// - Parameter path: The file; `:memory:` for one that vanishes.
  /// - Returns: The open ledger.
  /// - Throws: `LedgerError.newerVersion` for a file of a newer program, `.notALedger` for another
  ///   program's database, `.cannotOpen` and `.sqlite` otherwise.
  public static func open(path: String) throws(LedgerError) -> Ledger {
    let connection: Connection
    do throws(LedgerError) {
      connection = try Connection(path: path)
    } catch .sqlite(code: 26) {
      // SQLITE_NOTADB: a file that is no database at all.
      throw .notALedger
    }
    let version = try connection.integer("PRAGMA user_version")
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema")
    if version == 0, tables == 0 {
      try connection.execute(
        """
        BEGIN IMMEDIATE; \(Schema.statements)
        PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version);
        COMMIT;
        """
      )
    } else {
      guard try connection.integer("PRAGMA application_id") == Schema.applicationID else {
        throw .notALedger
      }
      guard version <= Schema.version else {
        throw .newerVersion(found: version, known: Schema.version)
      }
      if version < Schema.version {
        try connection.execute(
          """
          BEGIN IMMEDIATE; \(Schema.statements(from: version))
          PRAGMA user_version = \(Schema.version); COMMIT;
          """
        )
      }
    }
    return try Ledger(connection)
  }

  private init(_ connection: Connection) throws(LedgerError) {
    self.connection = connection
    vocabulary = try Vocabulary(connection)
  }

  /// The number of contacts that the ledger holds.
  public func contactCount() throws(LedgerError) -> Int {
    try connection.integer("SELECT count(*) FROM contacts")
  }

  /// Every code that was ever written down, in order of arrival; numbers as their digits.
  public var codes: [(variable: String, code: String)] { vocabulary.codes }

  /// Writes down that something happened: a closing, an erasure, a refusal.
  ///
  /// - Parameters:
  ///   - kind: A word, such as `close`.
  ///   - subject: What it was about; a period, a release or a token, never text of a contact.
  ///   - time: When, RFC 3339, as the caller's clock says.
  /// - Throws: `LedgerError.sqlite`.
  public func note(_ kind: String, of subject: String, at time: String) throws(LedgerError) {
    let insert = try connection.prepare("INSERT INTO events (at, kind, subject) VALUES (?, ?, ?)")
    try insert.bind(.text(time), .text(kind), .text(subject))
    try insert.run()
  }

  /// What happened, oldest first.
  public func events() throws(LedgerError) -> [(time: String, kind: String, subject: String)] {
    let query = try connection.prepare("SELECT at, kind, subject FROM events ORDER BY number")
    var events: [(time: String, kind: String, subject: String)] = []
    while try query.step() {
      events.append((query.text(0), query.text(1), query.text(2)))
    }
    return events
  }
}
