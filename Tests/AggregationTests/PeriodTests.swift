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
}
