import ChatLogs
import Testing

struct CivilTimeTests {
  private func seconds(_ text: String) -> Int64? {
    CivilTime(rfc3339: Array(text.utf8), zone: .amsterdam)?.seconds
  }

  private func day(_ text: String, _ zone: CivilZone = .amsterdam) -> String? {
    CivilTime(rfc3339: Array(text.utf8), zone: zone).map { "\($0.year)-\($0.month)-\($0.day)" }
  }

  // Seconds by `date -u -d TIME +%s` (GNU coreutils).
  @Test(arguments: [
    ("2021-03-28T00:59:59Z", 1_616_893_199),
    ("2021-03-28T02:59:59+02:00", 1_616_893_199),
    ("1996-12-19T16:39:57-08:00", 851_042_397),
    ("2000-02-29t12:00:00.123456z", 951_825_600),
    ("2020-12-31 23:59:59+14:00", 1_609_408_799),
    ("2021-06-15T12:00:00-00:00", 1_623_758_400),
    ("2016-12-31T23:59:60Z", 1_483_228_799),
    ("2017-01-01T00:59:60+01:00", 1_483_228_799),
  ])
  func `RFC 3339 times are read`(text: String, wanted: Int64) {
    #expect(seconds(text) == wanted)
  }

  @Test(arguments: [
    "", "2021", "2021-03-28", "2021-03-28T10:00:00", "2021-13-01T00:00:00Z",
    "2021-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2021-04-31T00:00:00Z", "2021-00-01T00:00:00Z",
    "2021-01-00T00:00:00Z", "2021-01-01T24:00:00Z", "2021-01-01T00:60:00Z", "2021-01-01T00:00:61Z",
    "2021-01-01T12:00:60Z", "2021-03-31T23:59:60Z", "2021-01-01T00:00:00.Z",
    "2021-01-01T00:00:00+24:00", "2021-01-01T00:00:00+0100", "2021-01-01T00:00:00+01:00Z",
    "2021-01-01T00:00:00Zx", "1995-12-31T23:59:59Z", "2021-1-1T00:00:00Z",
    "+021-01-01T00:00:00Z", "2021-01-01T00:00:00٣Z",
  ])
  func `other texts are no times`(text: String) {
    #expect(seconds(text) == nil)
  }

  // The changes of 2020 to 2022 as the tz database has them for Europe/Amsterdam.
  @Test(arguments: [
    ("2021-03-27T22:59:59Z", "2021-3-27"), ("2021-03-27T23:00:00Z", "2021-3-28"),
    ("2021-03-28T21:59:59Z", "2021-3-28"), ("2021-03-28T22:00:00Z", "2021-3-29"),
    ("2021-10-30T21:59:59Z", "2021-10-30"), ("2021-10-30T22:00:00Z", "2021-10-31"),
    ("2021-10-31T22:59:59Z", "2021-10-31"), ("2021-10-31T23:00:00Z", "2021-11-1"),
    ("2020-12-31T22:59:59Z", "2020-12-31"), ("2020-12-31T23:00:00Z", "2021-1-1"),
    ("2022-10-29T22:00:00Z", "2022-10-30"), ("2022-10-30T22:59:59Z", "2022-10-30"),
  ])
  func `the local day follows summer time`(text: String, wanted: String) {
    #expect(day(text) == wanted)
    #expect(day(text, .brussels) == wanted)
  }

  @Test func `UTC has its own day`() {
    #expect(day("2020-12-31T23:30:00Z", .utc) == "2020-12-31")
    #expect(day("2020-12-31T23:30:00Z") == "2021-1-1")
  }

  @Test func `the offset is that of the tz database for every change from 1996 to 2037`() {
    // Last Sundays of March and October by `date`: day of March, day of October.
    let days: [(Int, Int, Int)] = [
      (1996, 31, 27), (1997, 30, 26), (2001, 25, 28), (2010, 28, 31), (2020, 29, 25),
      (2021, 28, 31), (2024, 31, 27), (2030, 31, 27), (2037, 29, 25),
    ]
    for (year, march, october) in days {
      let begin = seconds("\(year)-03-\(march)T01:00:00Z") ?? 0
      let end = seconds("\(year)-10-\(october)T01:00:00Z") ?? 0
      #expect(CivilZone.amsterdam.offset(at: begin - 1) == 3600)
      #expect(CivilZone.amsterdam.offset(at: begin) == 7200)
      #expect(CivilZone.amsterdam.offset(at: end - 1) == 7200)
      #expect(CivilZone.amsterdam.offset(at: end) == 3600)
    }
  }
}
