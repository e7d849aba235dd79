import Aggregation
import Foundation
import Ledger
import Testing

@testable import Ledger

@Suite struct ErasureTests {
  /// The tables whose rows name a contact, and the column that does.
  private static let places = [
    "contacts": "token", "counted": "contact", "forms": "contact", "recoded": "contact",
    "taken": "contact",
  ]

  private static let gone = "GONE-7Q4Z"
  private static let kept = "KEPT-3M8X"

  private func rows(_ ledger: Ledger, of token: String) throws -> [String: Int] {
    var rows: [String: Int] = [:]
    for (table, column) in Self.places {
      let query = try ledger.connection.prepare(
        "SELECT count(*) FROM \(table) WHERE \(column) = ?"
      )
      try query.bind(.text(token))
      _ = try query.step()
      rows[table] = query.integer(0)
    }
    return rows
  }

  /// A contact that was counted, registered late and coded anew, beside another.
  private func fill(_ ledger: Ledger) throws {
    let tokens = [Self.gone, Self.kept]
    try night(ledger, input: 1, tokens.map { contact($0, year: 2020, links: [$0.lowercased()]) })
    let revision = try ledger.beginRevision()
    for token in tokens {
      let held = try #require(try ledger.contact(token))
      try revision.keep(CodingForm(coder: "b", codes: ["gender": ["female"]]), of: token)
      try revision.replace(held, with: held.assignments, codebook: "d")
    }
    try revision.finish("recode", "2", at: "t")
    try close(ledger, "2020")
  }

  @Test func `no table keeps a row of a contact that was erased, nor loses one of another`() throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    try fill(ledger)
    let all = Self.places.mapValues { _ in 1 }
    #expect(try rows(ledger, of: Self.gone) == all)
    try ledger.erase(contacts: [Self.gone])
    #expect(try rows(ledger, of: Self.gone) == Self.places.mapValues { _ in 0 })
    #expect(try rows(ledger, of: Self.kept) == all)
    #expect(try ledger.closedPeriods().map(\.persons) == [2])
  }

  @Test func `no byte of the file or its log holds a contact that was erased`() throws {
    try withTemporaryFile { path in
      func holds(_ token: String) throws -> Bool {
        try ["", "-wal"].contains { suffix in
          guard FileManager.default.fileExists(atPath: path + suffix) else { return false }
          return try Data(contentsOf: URL(filePath: path + suffix)).range(of: Data(token.utf8))
            != nil
        }
      }
      let ledger = try Ledger.open(path: path)
      try fill(ledger)
      #expect(try holds(Self.gone) && holds(Self.kept))
      try ledger.erase(contacts: [Self.gone])
      #expect(try !holds(Self.gone))
      #expect(try holds(Self.kept))
    }
  }
}
