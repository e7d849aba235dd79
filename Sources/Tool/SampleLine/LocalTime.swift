/// A moment in Dutch local time, as a day since 1970-01-01 and seconds into it.
struct LocalTime: Comparable {
  /// Days since 1970-01-01.
  var day: Int
  /// Seconds since local midnight.
  var second: Int

  /// Makes a moment.
  init(day: Int, second: Int) {
    self.day = day + second / 86_400
    self.second = second % 86_400
  }

  static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.day, left.second) < (right.day, right.second)
  }

  /// The moment some seconds later.
  func later(by seconds: Int) -> LocalTime { LocalTime(day: day, second: second + seconds) }

  /// Days since 1970-01-01 of a calendar day.
  ///
  /// Source: Howard Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
  static func day(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar day, by `civil_from_days` of the same source.
  var calendar: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part + (part < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
    )
  }

  /// Whether the clocks change on this day or the next: no chat of the sample runs then.
  var isNearClockChange: Bool {
    let year = calendar.year
    return [3, 10].contains { month in
      let change = Self.lastSunday(year: year, month: month)
      return day == change || day == change - 1
    }
  }

  /// Seconds east of Greenwich: summer time from the last Sunday of March to that of October
  /// (Directive 2000/84/EC).
  private var offsetHours: Int {
    let year = calendar.year
    let isSummer =
      day >= Self.lastSunday(year: year, month: 3) && day < Self.lastSunday(year: year, month: 10)
    return isSummer ? 2 : 1
  }

  private static func lastSunday(year: Int, month: Int) -> Int {
    let last = day(year: year, month: month, day: 31)
    // 1970-01-01 was a Thursday, four days past a Sunday.
    return last - (last + 4) % 7
  }

  /// The moment as RFC 3339 writes it.
  var rfc3339: String {
    let (year, month, day) = calendar
    return "\(year)-\(two(month))-\(two(day))T"
      + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))+0\(offsetHours):00"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
