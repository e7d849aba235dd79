/// The time zone of a line: where its calendar day begins.
public enum CivilZone: String, CaseIterable, Sendable {
  /// Central European Time with the summer time of the European Union.
  case amsterdam = "Europe/Amsterdam"
  /// The same rule as Amsterdam since 1977.
  case brussels = "Europe/Brussels"
  /// Coordinated Universal Time.
  case utc = "UTC"

  /// Seconds that local time is ahead of UTC at a moment from 1996 on.
  ///
  /// Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October,
  /// 01:00 UTC: directive 2000/84/EC (articles 2 and 3), and for 1996 to 2001 the seventh and
  /// eighth directives (94/21/EC, 97/44/EC), which fixed the same dates.
  public func offset(at seconds: Int64) -> Int64 {
    guard self != .utc else { return 0 }
    let year = CivilDay(daysSince1970: seconds.floorDivided(by: 86_400)).year
    let begin = CivilDay.lastSunday(of: 3, year: year) * 86_400 + 3600
    let end = CivilDay.lastSunday(of: 10, year: year) * 86_400 + 3600
    return begin <= seconds && seconds < end ? 7200 : 3600
  }
}

/// A day of the Gregorian calendar, extended backwards.
struct CivilDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// The day that lies so many days after 1970-01-01.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  init(daysSince1970: Int64) {
    let shifted = daysSince1970 + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to a day; the source is that of the initializer, `days_from_civil`.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// How many days a month has.
  static func count(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the last Sunday of a month of 31 days.
  static func lastSunday(of month: Int, year: Int) -> Int64 {
    let last = daysSince1970(year: year, month: month, day: 31)
    // 1970-01-01 was a Thursday: day 3 was the first Sunday.
    let daysPastSunday = (last - 3) - (last - 3).floorDivided(by: 7) * 7
    return last - daysPastSunday
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, for a divisor above zero.
  func floorDivided(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
