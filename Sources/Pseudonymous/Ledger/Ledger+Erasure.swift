extension Ledger {
  /// The marks of visitors who are kept out.
  public func tombstones() throws(LedgerError) -> Set<String> {
    let query = try connection.prepare("SELECT token FROM tombstones")
    var marks: Set<String> = []
    while try query.step() { marks.insert(query.text(0)) }
    return marks
  }

  /// Leaves marks of visitors who are kept out from now on, all of them or none.
  public func bar(_ marks: [String]) throws(LedgerError) {
    try changing(["INSERT OR IGNORE INTO tombstones VALUES (?)"], marks)
  }

  /// Erases contacts, also from the file's free pages and its log.
  ///
  /// Persons of closed periods stay, without anything that leads to a contact: what was published
  /// does not change. Takes the same steps when there is nothing to erase.
  ///
  /// - Parameter tokens: The contacts.
  /// - Throws: `LedgerError.sqlite`.
  public func erase(contacts tokens: [String]) throws(LedgerError) {
    try changing(
      ["DELETE FROM contacts WHERE token = ?"]
        + ["counted", "forms", "recoded", "taken"].map { "DELETE FROM \($0) WHERE contact = ?" },
      tokens
    )
    try wipe()
  }

  /// Runs statements of one value for each value, in one transaction.
  private func changing(_ statements: [String], _ values: [String]) throws(LedgerError) {
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      for sql in statements {
        let statement = try connection.prepare(sql)
        for value in values {
          try statement.bind(.text(value))
          try statement.run()
        }
      }
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }
}
