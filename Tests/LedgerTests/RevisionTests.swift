import Aggregation
import Classification
import Ledger
import Testing

@Suite struct RevisionTests {
  private static let female = CodedContact.Assignment(
    variable: "gender",
    codes: ["female"],
    evidence: [.init(source: .registration, rule: "", message: nil)]
  )

  @Test func `a revision that is dropped leaves the ledger as it was`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(ledger, input: 1, [contact("A")])
    let before = try dump(ledger)
    do {
      let revision = try ledger.beginRevision()
      try revision.replace(try #require(try ledger.contact("A")), with: [Self.female])
      #expect(try dump(ledger) != before)
    }
    #expect(try dump(ledger) == before)
    #expect(try ledger.events().isEmpty)
  }

  @Test func `a contact is closed by its quarter, or by having been counted`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [contact("Q", year: 2020, links: ["q"]), contact("O", year: 2021, links: ["o"])]
    )
    try close(ledger, "2020-Q2")
    let revision = try ledger.beginRevision()
    #expect(try revision.isClosed(try #require(try ledger.contact("Q"))))
    #expect(try !revision.isClosed(try #require(try ledger.contact("O"))))
    try revision.finish("recode", "none", at: "t")
    // Late: of a closed quarter's year, counted in the next period.
    try night(ledger, input: 2, [contact("L", year: 2020, quarter: 1, links: ["l"])])
    try close(ledger, "2020-Q1")
    let again = try ledger.beginRevision()
    #expect(try again.isClosed(try #require(try ledger.contact("L"))))
    try again.finish("recode", "none", at: "t")
  }

  @Test func `a contact of an open quarter is closed where its visitor was counted`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        // The visitor counts in the second quarter, by all contacts up to its end.
        contact("V1", quarter: 1, links: ["v"], [("topic_trafficking", ["no"])]),
        contact("V2", quarter: 2, links: ["v"]), contact("W", quarter: 1, links: ["w"]),
        contact("V3", quarter: 3, links: ["v"]),
      ]
    )
    try close(ledger, "2021-Q2")
    let revision = try ledger.beginRevision()
    let closed = try ["V1", "V2", "W", "V3"].filter {
      try revision.isClosed(try #require(try ledger.contact($0)))
    }
    #expect(closed == ["V1", "V2"])
    try revision.finish("recode", "none", at: "t")
  }

  @Test func `a double coding is of the variables that the second coder filled, and of its period`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    let codes = [("gender", ["male"]), ("exploit_form", ["sexual"])]
    try night(ledger, input: 1, [contact("A", year: 2020, codes), contact("B", year: 2021, codes)])
    let revision = try ledger.beginRevision()
    for token in ["A", "B"] {
      try revision.keep(CodingForm(coder: "b", codes: ["gender": ["female"]]), of: token)
    }
    try revision.keep(CodingForm(coder: "", codes: ["gender": ["female"]]), of: "A")
    try revision.finish("registrations", "3", at: "t")
    let found = try ledger.doubleCodings(of: Period(year: 2020))
    #expect(found.map(\.variable) == ["gender"])
    #expect(found.map(\.first) == [["male"]])
    #expect(found.map(\.second) == [["female"]])
    try ledger.erase(contacts: ["A"])
    #expect(try ledger.doubleCodings(of: Period(year: 2020)).isEmpty)
    #expect(try ledger.lateForms().isEmpty)
  }
}
