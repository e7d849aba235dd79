import Classification
import Codebook
import Testing

@testable import Ledger

@Suite struct CodingDoubtTests {
  private static let yes = ("topic_trafficking", ["yes"])

  /// A contact whose codes a person registered.
  private static func registered(_ token: String) -> LedgerContact {
    let evidence = CodedContact.Evidence(source: .registration, rule: "", message: nil)
    let plain = contact(token)
    return LedgerContact(
      token: token,
      digest: [9],
      quarter: plain.quarter,
      ordinal: 0,
      channel: "web_chat",
      minutes: 1,
      messages: 1,
      encryptedLinks: [],
      assignments: [("topic_trafficking", "yes"), ("in_view", "unknown")].map {
        CodedContact.Assignment(variable: $0.0, codes: [$0.1], evidence: [evidence])
      }
    )
  }

  @Test func `what a person set is not in doubt, nor what the codes before do not ask for`() throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    try night(
      ledger,
      input: 1,
      [
        Self.registered("R"),
        contact("N", [("topic_trafficking", ["no"]), ("in_view", ["unknown"])]),
        contact("Y", [Self.yes, ("in_view", ["unknown"])]),
      ]
    )
    let doubts = try ledger.doubts(most: 9, codebook: try codebook())
    #expect(doubts.map(\.contact) == ["Y", "N"])
    #expect(doubts[1].parts.map(\.variable) == ["topic_trafficking"])
    // One in four of all sixteen figures, and one in four of those that need `in_view`.
    let needed = try #require(try codebook().variable("in_view")).figures.count
    #expect(doubts[0].weight == 0.25 * 16 + 0.25 * Double(needed))
  }

  @Test func `a contradiction makes a contact more helpful`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let codes = [Self.yes, ("exploiter_relation", ["partner"])]
    try night(
      ledger,
      input: 1,
      [
        contact("A", codes + [("age_band", ["15"])]),
        contact("Z", codes + [("age_band", ["00_11"])]),
      ]
    )
    let doubts = try ledger.doubts(most: 1, codebook: try codebook())
    #expect(doubts.map(\.contact) == ["Z"])
    #expect(doubts[0].contradictions == ["child_with_long_partner"])
  }

  /// Laplace with one in four: 4 of 4 differ gives 5/8, 0 of 4 gives 1/8.
  @Test(arguments: [(true, 5.0 / 8), (false, 1.0 / 8)])
  func `what second coders change is more in doubt`(differs: Bool, chance: Double) throws {
    let ledger = try Ledger.open(path: ":memory:")
    let contacts = (0..<5).map { contact("\($0)", [Self.yes]) }
    try night(ledger, input: 1, contacts)
    let revision = try ledger.beginRevision()
    for token in ["0", "1", "2", "3"] {
      let form = CodingForm(coder: "b", codes: ["topic_trafficking": [differs ? "no" : "yes"]])
      try revision.keep(form, of: token)
    }
    try revision.finish("registrations", "4", at: "t")
    let doubts = try ledger.doubts(most: 9, codebook: try codebook())
    #expect(doubts.map(\.contact) == ["4"])
    #expect(doubts[0].weight == chance * 16)
  }

  @Test func `closed periods are left alone, and the order does not depend on how many are asked`()
    throws
  {
    let ledger = try Ledger.open(path: ":memory:")
    let many = (0..<1_200).map { contact("K\($0)", [Self.yes, ("gender", ["female"])]) }
    try night(ledger, input: 1, many + [contact("OLD", year: 2020, [Self.yes])])
    try close(ledger, "2020")
    let all = try ledger.doubts(most: 10_000, codebook: try codebook()).map(\.contact)
    #expect(all.count == 1_200)
    #expect(
      try ledger.doubts(most: 3, codebook: try codebook()).map(\.contact) == Array(all.prefix(3))
    )
  }
}
