import Aggregation
import Testing

@Suite struct PeriodTests {
  @Test(arguments: ["2021", "2021-Q3", "2019..2021"])
  func `a period reads back as it is written`(text: String) {
    #expect(Period(text)?.description == text)
  }

  @Test(arguments: [
    "", "21", "2021-13", "2021-Q5", "2021-Q0", "2021..2019", "2021..", "20211", "２０２１",
  ])
  func `what is no period is refused`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `the base of an index is the period of the same length before`() {
    #expect(Period("2021")?.previous == Period("2020"))
    #expect(Period("2021-Q1")?.previous == Period("2020-Q4"))
    #expect(Period("2019..2021")?.previous == Period("2016..2018"))
  }

  @Test(arguments: ["2021-r1", "2021-Q3-r2", "2021-r12"])
  func `a revision reads back as it is written, and is no other period`(text: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period != period.unrevised)
    #expect(period.overlaps(period.unrevised))
    #expect(period.revised(0) == period.unrevised)
    #expect(period.unrevised < period)
    // An index is against what first left.
    #expect(period.previous.revision == 0)
  }

  @Test(arguments: [
    "2021-r", "2021-r0", "2021-r01", "2021r1", "2021-r-1", "2019..2021-r1", "2021-r1-r2", "-r1",
    "2021-R1", "2021-r 1", "2021-r+1",
  ])
  func `what is no revision is no period`(text: String) {
    #expect(Period(text) == nil)
  }
}
