import Aggregation
import Codebook
import Foundation
import Ledger
import Testing

/// The shipped codebook.
func codebook() throws -> Codebook {
  let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/project/codebook.toml")
  return try Codebook.read(text: String(contentsOf: file, encoding: .utf8), file: "codebook.toml")
}

/// Closes a period whose links are written in clear.
@discardableResult
func close(_ ledger: Ledger, _ period: String) throws -> ClosedPeriod {
  try ledger.close(
    try #require(Period(period)),
    codebook: try codebook(),
    codebookDigest: "c",
    at: "t",
    openLinks: { bytes in
      // A nickname is written with a question mark.
      let links = String(decoding: bytes, as: UTF8.self).split(separator: ",").map(String.init)
      return OpenLinks(
        certain: links.filter { !$0.hasSuffix("?") },
        possible: links.filter { $0.hasSuffix("?") }
      )
    },
    recordKey: { $0.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) } }
  )
}

/// The persons of a period, with the codes of some variables.
func persons(_ ledger: Ledger, _ period: String, _ variables: [String]) throws -> [[String]] {
  let layout = try RowLayout(codebook())
  var persons: [[String]] = []
  try ledger.forEachPerson(of: try #require(Period(period)), layout: layout) { row in
    persons.append(
      variables.map { variable in
        guard let place = layout.place(of: variable) else { return "?" }
        return layout.columns[place].codes.enumerated()
          .filter { row.answers[place] & (1 << UInt64($0.offset)) != 0 }
          .map(\.element).joined(separator: "|")
      }
    )
  }
  return persons
}

private let yes = ("topic_trafficking", ["yes"])
private let no = ("topic_trafficking", ["no"])

@Suite struct ClosingTests {
  @Test func `links join contacts however many steps apart, in any order`() throws {
    let contacts = [
      contact("A", links: ["x"]), contact("B", links: ["x", "y"]), contact("C", links: ["y", "z"]),
      contact("D", links: ["z"]), contact("E", links: ["w"]), contact("F"), contact("G"),
    ]
    for order in [contacts, contacts.reversed()] {
      let ledger = try Ledger.open(path: ":memory:")
      try night(ledger, input: 1, order)
      // A to D are one person; E, F and G are one each.
      #expect(try close(ledger, "2021").persons == 4)
    }
  }

  @Test func `the reference year is that of the first valid contact about trafficking`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        // Came a year before about something else, and once as a joke.
        contact("A1", year: 2020, links: ["a"], [no]),
        contact("A2", year: 2020, links: ["a"], [yes, ("contact_validity", ["hoax"])]),
        contact("A3", year: 2021, links: ["a"], [yes]),
        // Comes back a year later: counted once.
        contact("B1", year: 2020, links: ["b"], [yes]),
        contact("B2", year: 2021, links: ["b"], [yes]),
      ]
    )
    #expect(try close(ledger, "2020").persons == 1)
    #expect(try close(ledger, "2021").persons == 1)
  }

  @Test func `answers roll up as the codebook says`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let told: [(String, [String])] = [
      yes, ("exploit_duration", ["unknown"]), ("situation_now", ["ongoing"]),
      ("in_view", ["none"]), ("reason_no_help", ["shame"]), ("exploit_form", ["sexual"]),
      ("exploiter_relation", ["father"]), ("gender", ["unknown"]), ("victim_status", ["possible"]),
    ]
    let later: [(String, [String])] = [
      yes, ("exploit_duration", ["2_5y"]), ("situation_now", ["ended"]), ("in_view", ["police"]),
      ("reason_no_help", ["not_mentioned"]), ("exploit_form", ["criminal"]),
      ("exploiter_relation", ["mother"]), ("gender", ["female"]), ("victim_status", ["likely"]),
      ("outcome", ["meeting_held"]),
    ]
    try night(
      ledger,
      input: 1,
      [contact("2", ordinal: 9, links: ["a"], later), contact("9", ordinal: 1, links: ["a"], told)]
    )
    try close(ledger, "2021")
    let variables = [
      "exploit_duration", "situation_now", "in_view", "reason_no_help", "exploit_combo",
      "parent_exploiter", "gender", "victim_status", "outcome", "n_contacts",
    ]
    #expect(
      try persons(ledger, "2021", variables) == [
        [
          "2_5y", "ongoing", "none", "shame", "sexual_criminal", "both", "female", "likely",
          "meeting_held", "2_5",
        ]
      ]
    )
  }

  @Test func `once only is counted, never coded`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        contact("A", links: ["a"], [yes, ("outcome", ["unknown"])]),
        contact("A-", links: ["a"], [("contact_validity", ["no_content"])]),
        contact("B1", links: ["b"], [yes, ("outcome", ["once_only"])]),
        contact("B2", ordinal: 1, links: ["b"], [yes, ("outcome", ["kept_contact"])]),
      ]
    )
    try close(ledger, "2021")
    #expect(
      try persons(ledger, "2021", ["outcome", "n_contacts"]) == [
        ["once_only", "1"], ["kept_contact", "2_5"],
      ]
    )
  }

  @Test func `what comes later never changes a closed year`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [contact("A", year: 2020, links: ["a"], [yes, ("gender", ["male"])])]
    )
    try close(ledger, "2020")
    let before = try persons(ledger, "2020", ["gender", "outcome"])
    try night(
      ledger,
      input: 2,
      [
        contact("A2", year: 2020, links: ["a"], [yes, ("gender", ["female"])]),
        // Late: of 2020, but 2020 is closed; counts in the next period that closes.
        contact("L", year: 2020, links: ["l"], [yes]),
        contact("N", year: 2021, links: ["n"], [yes]),
      ]
    )
    #expect(try close(ledger, "2021").persons == 2)
    try ledger.erase(contacts: ["A"])
    #expect(try persons(ledger, "2020", ["gender", "outcome"]) == before)
  }

  @Test func `who shares a nickname may be one: that count is kept beside the strict one`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        // Two accounts with one nickname, a third under both names: 3 persons, or 1.
        contact("A", year: 2020, links: ["a", "lisa?"]),
        contact("B", year: 2020, links: ["b", "lisa?"]),
        contact("B2", year: 2020, links: ["b", "sanne?"]),
        contact("C", year: 2020, links: ["c", "sanne?"]),
        // Nobody else has this name; nobody else has none.
        contact("D", year: 2020, links: ["d", "uniek?"]), contact("E", year: 2020, links: ["e"]),
        // Of the year after, perhaps the same again.
        contact("F", year: 2021, links: ["f", "sanne?"]),
        contact("G", year: 2021, links: ["g", "vreemd?"]),
      ]
    )
    let first = try close(ledger, "2020")
    #expect(first.persons == 5)
    #expect(first.personsAtLeast == 3)
    let second = try close(ledger, "2021")
    #expect(second.persons == 2)
    #expect(second.personsAtLeast == 2)
    #expect(try ledger.closedPeriods().map(\.personsAtLeast) == [3, 2])
    func doubt(_ period: Period) throws -> Int {
      var visitors: [Int] = []
      try ledger.forEachPerson(of: period, layout: try RowLayout(codebook())) { row in
        if let visitor = row.visitor { visitors.append(visitor) }
      }
      return visitors.count - Set(visitors).count
    }
    // Over both years A, B, C and F may be one.
    #expect(try doubt(Period(year: 2020)) == 2)
    #expect(try doubt(Period(year: 2021)) == 0)
    #expect(try doubt(#require(Period("2020..2021"))) == 3)
  }

  @Test func `an open period has no persons, a closed one is not closed again`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try close(ledger, "2021-Q1")
    #expect(throws: LedgerError.notClosed(period: "2021")) { try persons(ledger, "2021", []) }
    #expect(throws: LedgerError.alreadyClosed(period: "2021")) { try close(ledger, "2021") }
    for quarter in 2...4 { try close(ledger, "2021-Q\(quarter)") }
    #expect(try persons(ledger, "2021", []).isEmpty)
  }

  @Test func `a release is registered once, with its bytes`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    func record(_ digest: String) -> ReleaseRecord {
      ReleaseRecord(
        name: "r",
        recipient: "centre",
        period: "2021",
        made: "t",
        digest: digest,
        parameters: "T=10",
        cells: "P3/2021\t285\n",
        evidence: ""
      )
    }
    try ledger.register(record("1"))
    try ledger.register(record("1"))
    #expect(throws: LedgerError.releaseDiffers(name: "r")) { try ledger.register(record("2")) }
    #expect(try ledger.releases() == [record("1")])
  }
}
