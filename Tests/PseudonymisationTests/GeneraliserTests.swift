import Detection
import Testing

@testable import Pseudonymisation

@Suite struct GeneraliserTests {
  /// The contact is on 14 August 2021.
  private func generalise(_ kind: EntityKind, _ text: String, after before: String = "")
    -> Generalisation
  {
    let contact = CalendarDay(year: 2021, month: 8, day: 14)
    return Generaliser(contact: contact, region: { $0 == "Utrecht" ? "NL-UT" : nil })
      .generalise(kind, Array(text.utf8)[...], before: Array(before.utf8)[...])
  }

  @Test(arguments: [
    ("14", 14), ("14e", 14), ("14½", 14), ("16,5", 16), ("０９", 9), ("0", 0), ("120", 120),
    ("veertien", 14), ("Veertien", 14), ("eenentwintig", 21), ("één-en-twintig", 21),
    ("negenennegentig", 99), ("fifteen", 15), ("twenty-one", 21), ("ninety nine", 99),
    ("vierzehn", 14), ("quinze", 15), ("dieciséis", 16), ("trzynaście", 13), ("on dört", 14),
    ("dix-sept", 17), ("twaalfde", 12), ("twintigste", 20), ("șaptesprezece", 17), ("tizenöt", 15),
    ("tweeëntwintig", 22), ("sedici", 16),
  ])
  func `an age is read from digits and words`(text: String, years: Int) {
    #expect(generalise(.age, text) == .age(years: years))
  }

  @Test(arguments: ["121", "999999999999999999999", "oud", "", "begin", "honderd"])
  func `what is no age gives nothing`(text: String) {
    #expect(generalise(.age, text) == .none)
  }

  /// Days to 14 August 2021, counted on a calendar.
  @Test(arguments: [
    ("14-08-2021", 0), ("13 augustus 2021", 1), ("3 mei 2021", 103), ("3 mei", 103),
    ("03/05/2021", 103), ("3.5.21", 103), ("2021-05-03", 103), ("20210503", 103),
    ("May 3rd, 2021", 103), ("3rd of may 2021", 103), ("drie mei", 103), ("3mei2021", 103),
    ("mei 2021", 91), ("05-2021", 91), ("2021/05", 91), ("31 december", 226), ("15 augustus", 364),
    ("29 februari", 532), ("29-02-2020", 532), ("14/08/2020", 365), ("15-08-2021", -1),
    ("1 januari 2022", -140), ("12/25/2020", 232), ("3 März 2021", 164), ("3 août 2021", 11),
  ])
  func `a date is counted in days before the contact`(text: String, days: Int) {
    #expect(generalise(.date, text) == .elapsed(days: days))
  }

  @Test(arguments: [
    ("31-02-2021", ""), ("13-13-2021", ""), ("mei mei", "x"), ("2021", ""), ("99999999999", ""),
    ("", ""), ("1-2-3-4", ""),
  ])
  func `what is no date gives nothing`(text: String, before: String) {
    if text == "mei mei" {
      #expect(generalise(.date, text, after: before) == .elapsed(days: 91))
    } else {
      #expect(generalise(.date, text, after: before) == .none)
    }
  }

  @Test(arguments: [
    ("12-01-2007", "ik ben geboren op ", 14), ("12-01-2007", "geb. ", 14), ("14-08-2007", "", 14),
    ("15-08-2007", "", 13), ("1 september 1990", "", 30), ("03052004", "geboortedatum: ", 17),
    ("5 mei 05", "born on ", 16), ("29-02-2008", "jarig ", 13),
  ])
  func `a birth date is an age at the contact`(text: String, before: String, years: Int) {
    #expect(generalise(.date, text, after: before) == .birth(years: years))
  }

  @Test func `an old start is no birth date, and a birthday without a year tells nothing`() {
    #expect(generalise(.date, "14-08-2009", after: "zit ik vast sinds ") == .elapsed(days: 4_383))
    #expect(generalise(.date, "3 mei", after: "ik ben jarig op ") == .none)
  }

  @Test func `a place is its region, or nothing`() {
    #expect(generalise(.location, "Utrecht") == .region("NL-UT"))
    #expect(generalise(.location, "Dorpstad") == .none)
    #expect(generalise(.person, "14") == .none)
  }

  @Test(arguments: [
    (0, "00_11"), (11, "00_11"), (12, "12_14"), (14, "12_14"), (15, "15"), (16, "16_17"),
    (17, "16_17"), (18, "18_22"), (22, "18_22"), (23, "23_29"), (29, "23_29"), (30, "30plus"),
    (120, "30plus"), (-1, "00_11"),
  ])
  func `an age has the codebook's band`(years: Int, band: String) {
    #expect(AgeBand(years: years).rawValue == band)
  }

  @Test(arguments: [
    (-400, "ahead"), (-1, "ahead"), (0, "lt_1m"), (27, "lt_1m"), (28, "1_6m"), (180, "1_6m"),
    (181, "6_12m"), (364, "6_12m"), (365, "1_2y"), (729, "1_2y"), (730, "2_5y"), (1_825, "2_5y"),
    (1_826, "5plus"), (99_999, "5plus"),
  ])
  func `a duration has the codebook's band`(days: Int, band: String) {
    #expect(DurationBand(days: days).rawValue == band)
  }

  /// Exactly half a year is never short of it, from any day.
  @Test func `half a year by the calendar lies in the band of half a year`() throws {
    for year in 2019...2024 {
      for month in 1...6 {
        for day in 1...28 {
          let start = try #require(CalendarDay(year: year, month: month, day: day))
          let end = try #require(CalendarDay(year: year, month: month + 6, day: day))
          #expect(DurationBand(days: end.number - start.number) == .fromHalfYear)
          let whole = try #require(CalendarDay(year: year + 1, month: month, day: day))
          #expect(DurationBand(days: whole.number - start.number) == .fromYear)
        }
      }
    }
  }

  /// 1970-01-01 is day 0; 2000-03-01 is 11,017 and 2021-08-14 is 18,853 (timeanddate.com).
  @Test func `days are counted from 1970`() {
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(CalendarDay(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(CalendarDay(year: 2021, month: 8, day: 14)?.number == 18_853)
    #expect(CalendarDay(year: 2021, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
  }
}
