import Foundation
import Classification
@testable import Ledger
import Pseudonymisation
import Testing

func contact(
  _ token: String,
  digest: UInt8 = 1,
  year: Int = 2021,
  quarter: Int = 2,
  ordinal: Int = 0,
  links: [String] = [],
  _ codes: [(String, [String])] = [("topic_trafficking", ["yes"])]
) -> LedgerContact {
  LedgerContact(
    token: token,
    digest: [digest],
    quarter: Quarter(year: year, month: quarter * 3),
    ordinal: ordinal,
    channel: "web_chat",
    minutes: 31,
    messages: 12,
    encryptedLinks: Array(links.joined(separator: ",").utf8),
    assignments: codes.map { variable, codes in
      CodedContact.Assignment(
        variable: variable,
        codes: codes,
        evidence: codes.map { _ in .init(source: .rule, rule: "\(variable)/1", message: 3) }
      )
    }
  )
}

let versions = Night.Versions(program: "1", codebook: "c", lexicons: "l", configuration: "s")

/// Runs one input through a night.
@discardableResult
func night(
  _ ledger: Ledger,
  input: UInt8,
  _ contacts: [LedgerContact]
) throws -> [Night.Standing]? {
  let night = try ledger.beginNight()
  guard let number = try night.begin(input: [input]) else {
    try night.finish(versions, started: "t0", ended: "t1")
    return nil
  }
  var standings: [Night.Standing] = []
  for contact in contacts { standings.append(try night.record(contact, input: number)) }
  try night.end(input: number, contacts: contacts.count)
  try night.finish(versions, started: "t0", ended: "t1")
  return standings
}

/// The ledger's contacts as lines, for comparison.
func dump(_ ledger: Ledger) throws -> [String] {
  var lines: [String] = []
  try ledger.forEachContact { lines.append("\($0)") }
  return lines
}

@Suite struct NightTests {
  @Test func `a second run of the same night changes nothing`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, [contact("A"), contact("B")])
    let (before, runs) = (try dump(ledger), try ledger.runs())
    #expect(try night(ledger, input: 1, [contact("A"), contact("B")]) == nil)
    #expect(try dump(ledger) == before)
    #expect(try ledger.runs() == runs)
    #expect(runs.count == 1)
  }

  @Test func `the same id with the same content is a duplicate, with other content a conflict`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    let first = try night(ledger, input: 1, [contact("A"), contact("A"), contact("A", digest: 2)])
    #expect(first == [.kept, .duplicate, .conflict])
    #expect(try night(ledger, input: 2, [contact("A", digest: 2)]) == [.conflict])
    let fates = try ledger.runs().map(\.fates)
    #expect(fates[0].coded == 1 && fates[0].duplicates == 1 && fates[0].quarantined == 1)
    #expect(try ledger.contactCount() == 1)
  }

  @Test func `a night that is dropped leaves nothing behind`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    do {
      let night = try ledger.beginNight()
      let number = try #require(try night.begin(input: [9]))
      _ = try night.record(contact("A", [("gender", ["female"])]), input: number)
    }
    #expect(try ledger.contactCount() == 0)
    #expect(try ledger.runs().isEmpty)
    // The vocabulary forgot the code too, so that the next night writes it down again.
    try night(ledger, input: 9, [contact("A", [("gender", ["female"])])])
    #expect(try dump(ledger).count == 1)
  }

  @Test func `a lost contact is found out`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let night = try ledger.beginNight()
    let number = try #require(try night.begin(input: [1]))
    _ = try night.record(contact("A"), input: number)
    night.count(\.quarantined, input: number)
    #expect(throws: LedgerError.countsDoNotReconcile(input: 1, contacts: 3, fates: 2)) {
      try night.end(input: number, contacts: 3)
    }
    #expect(throws: LedgerError.countsDoNotReconcile(input: 1, contacts: 0, fates: 2)) {
      try night.finish(versions, started: "", ended: "")
    }
  }

  @Test func `an erased contact leaves no byte in the file, nor in its log`() throws {
    try withTemporaryFile { path in
      let ledger = try Ledger.open(path: path)
      let gone = (0..<200).map { contact("GONE\($0)GONE", digest: 0xAB) }
      try night(ledger, input: 1, gone + [contact("STAYS")])
      try ledger.erase(contacts: gone.map(\.token))
      #expect(try ledger.contactCount() == 1)
      for suffix in ["", "-wal"] {
        let bytes = try Array(Data(contentsOf: URL(filePath: path + suffix)))
        #expect(bytes.firstRange(of: Array("GONE".utf8)) == nil)
      }
    }
  }

  @Test func `an erasure that a reader keeps from the log's bytes is not said to be done`() throws {
    try withTemporaryFile { path in
      let ledger = try Ledger.open(path: path)
      try night(ledger, input: 1, [contact("GONE")])
      let reader = try Connection(path: path)
      try reader.execute("PRAGMA busy_timeout = 0; BEGIN; SELECT * FROM contacts")
      try ledger.connection.execute("PRAGMA busy_timeout = 50")
      #expect(throws: LedgerError.self) { try ledger.erase(contacts: ["GONE"]) }
      try reader.execute("COMMIT")
      try ledger.erase(contacts: ["GONE"])
      let log = try Array(Data(contentsOf: URL(filePath: path + "-wal")))
      #expect(log.firstRange(of: Array("GONE".utf8)) == nil)
    }
  }

  @Test func `marks are kept once`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try ledger.bar(["M1", "M2"])
    try ledger.bar(["M2", "M3"])
    #expect(try ledger.tombstones() == ["M1", "M2", "M3"])
  }

  @Test func `content does not depend on the order of arrival`() throws {
    let contacts = (0..<40).map { index in
      contact(
        "T\(index)",
        digest: UInt8(index),
        [("age_band", ["\(index % 7)"]), ("x", ["1", "2"])]
      )
    }
    let (one, other) = (try Ledger.open(path: ":memory:"), try Ledger.open(path: ":memory:"))
    try night(one, input: 1, contacts)
    try night(other, input: 1, contacts.reversed())
    #expect(try dump(one) == dump(other))
  }

  @Test func `rows of other variables and codes at the same places read back as written`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let written = [
      contact("A", digest: 1, [("a", ["yes"]), ("b", ["no"])]),
      contact("B", digest: 2, [("b", ["yes"])]),
      contact("C", digest: 3, [("a", ["yes", "no"]), ("b", ["yes"]), ("c", ["no"])]),
      contact("D", digest: 4, []), contact("E", digest: 5, [("b", ["no"]), ("a", ["yes"])]),
    ]
    try night(ledger, input: 1, written)
    var read: [LedgerContact] = []
    try ledger.forEachContact { read.append($0) }
    #expect(read.map(\.assignments) == written.map(\.assignments))
  }

  @Test func `codes and evidence read back as they were written`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let written = contact("A", [("gender", ["female"]), ("reason_no_help", ["shame", "loyalty"])])
    try night(ledger, input: 1, [written])
    var read: [LedgerContact] = []
    try ledger.forEachContact { read.append($0) }
    #expect(read.first?.assignments == written.assignments)
    #expect(read.first?.quarter == written.quarter)
  }
}
