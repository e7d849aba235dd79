import Aggregation
import Classification
import Codebook
import Testing

@testable import Ledger

@Suite struct LineQualityTests {
  /// Worked by hand: of 50 in 100 to 72 and 73 in 100, pooled 0.61 and 0.615, z 3.189 and 3.342.
  @Test(arguments: [(72, false), (73, true), (27, true), (28, false), (50, false)])
  func `a share that moved is told from 3.29 standard errors on`(now: Int, isTold: Bool) {
    let drift = Drift(
      variable: "gender",
      code: "female",
      counts: (50, now),
      bases: (100, 100)
    )
    #expect((drift != nil) == isTold)
  }

  @Test func `nothing moves from or to an empty period, nor where all answers are the same`() {
    for (counts, bases) in [((0, 5), (0, 10)), ((5, 0), (10, 0)), ((10, 10), (10, 10))] {
      #expect(Drift(variable: "v", code: "c", counts: counts, bases: bases) == nil)
    }
  }

  @Test func `a period's fill, contradictions and drift are those of its own contacts`() throws {
    let ledger = try Ledger.open(path: ":memory:")
    let boys = (0..<60).map {
      contact("B\($0)", year: 2020, [("gender", [$0 < 30 ? "male" : "unknown"])])
    }
    let girls = (0..<60).map { contact("G\($0)", year: 2021, [("gender", ["female"])]) }
    let odd = [
      contact("C1", [("age_band", ["00_11"]), ("exploiter_relation", ["partner"])]),
      contact("C2", year: 2020, [("age_band", ["00_11"]), ("exploiter_relation", ["partner"])]),
      contact("C3", [("age_band", ["15"]), ("exploiter_relation", ["partner"])]),
    ]
    try night(ledger, input: 1, boys + girls + odd)
    let quality = try ledger.quality(of: Period(year: 2021), codebook: try codebook())
    #expect(quality.contacts == 62 && quality.contactsBefore == 61)
    let gender = try #require(quality.fill.first { $0.variable == "gender" })
    #expect(gender.known == 60 && gender.missing == 2 && gender.registered == 0)
    let children = quality.found.first { $0.contradiction.id == "child_with_long_partner" }
    #expect(children?.contacts == ["C1"])
    let moved = quality.drift.filter { $0.variable == "gender" }
    #expect(moved.map(\.code) == ["", "female", "male"])
    #expect(moved[1].counts == (0, 60) && moved[1].bases == (30, 60))
  }
}
