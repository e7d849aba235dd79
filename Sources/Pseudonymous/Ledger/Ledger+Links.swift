extension Ledger {
  /// Seals every contact's link tokens anew, all of them or none.
  ///
  /// - Parameter reseal: Gives the new box of an old one; `nil` where it cannot be opened.
  /// - Returns: How many were sealed anew.
  /// - Throws: `LedgerError.linksUnreadable`, `.sqlite`.
  @discardableResult
  public func resealLinks(_ reseal: ([UInt8]) -> [UInt8]?) throws(LedgerError) -> Int {
    let page = try connection.prepare(
      "SELECT token, links FROM contacts WHERE token > ? ORDER BY token LIMIT 1000"
    )
    let update = try connection.prepare("UPDATE contacts SET links = ? WHERE token = ?")
    var (sealed, last, isAtEnd) = (0, "", false)
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      while !isAtEnd {
        var rows: [(token: String, links: [UInt8])] = []
        try page.bind(.text(last))
        while try page.step() { rows.append((page.text(0), page.bytes(1))) }
        for row in rows where !row.links.isEmpty {
          guard let box = reseal(row.links) else { throw .linksUnreadable(contact: row.token) }
          try update.bind(.bytes(box), .text(row.token))
          try update.run()
          sealed += 1
        }
        isAtEnd = rows.isEmpty
        last = rows.last?.token ?? last
      }
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
    try wipe()
    return sealed
  }

  /// Whether any contact's link tokens are in a box that begins so.
  public func holdsLinks(beginningWith mark: [UInt8]) throws(LedgerError) -> Bool {
    let query = try connection.prepare(
      "SELECT 1 FROM contacts WHERE substr(links, 1, ?) = ? LIMIT 1"
    )
    try query.bind(.integer(mark.count), .bytes(mark))
    defer { query.reset() }
    return try query.step()
  }

  /// Leaves nothing of what was deleted or changed: not in the file, its free pages, or its log.
  func wipe() throws(LedgerError) {
    try connection.execute("VACUUM")
    // The pragma answers with a row, not with an error, when a reader keeps the log from being
    // emptied: what was erased would still stand in it.
    guard try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
      throw .sqlite(code: Connection.busy)
    }
  }
}
