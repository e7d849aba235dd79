/// Reads a `DATE` finding against the day of the contact.
///
/// Dutch order: day, month, year; `2021-05-03` and `03/2021` too, months also as Dutch, English,
/// German and French words and their abbreviations. A year of two digits is the latest that does
/// not lie after the contact; without a year the date is the latest that does not lie after the
/// contact; without a day it is the middle of the month.
struct DateReading {
  let day: CalendarDay
  /// Whether the year was written.
  let hasYear: Bool

  init?(_ bytes: ArraySlice<UInt8>, contact: CalendarDay) {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    /// How many numbers stood before the month's name.
    var before = 0
    for word in IdentifierText(bytes).words {
      var rest = word
      // A word may be a number with a suffix (3rd, 12e) or glued to a month (3mei).
      while let first = rest.first {
        if IdentifierText.isDigit(first) {
          let run = rest.prefix(while: IdentifierText.isDigit)
          guard run.count <= 8 else { return nil }
          numbers.append((run.reduce(0) { $0 * 10 + Int($1 - 0x30) }, run.count))
          rest = rest.dropFirst(run.count)
        } else {
          let run = rest.prefix { !IdentifierText.isDigit($0) }
          if month == nil, let named = MonthNames.month(Array(run)) {
            month = named
            before = numbers.count
          } else if let value = NumberWords.value(Array(run)), run.count > 2, value <= 31 {
            numbers.append((value, 2))
          }
          rest = rest.dropFirst(run.count)
        }
      }
    }
    let parts = month.map { Self.parts(numbers, month: $0, before: before) } ?? Self.parts(numbers)
    guard let parts else { return nil }
    hasYear = parts.year != nil
    let year = parts.year.map { Self.full($0, contact: contact) }
    guard let day = Self.latest(year: year, month: parts.month, day: parts.day, contact: contact)
    else { return nil }
    self.day = day
  }

  private struct Parts {
    var year: (value: Int, digits: Int)?
    var month: Int
    var day: Int?
  }

  /// With a month's name: the day is what fits one, the year the rest.
  private static func parts(
    _ numbers: [(value: Int, digits: Int)],
    month: Int,
    before: Int
  ) -> Parts? {
    switch numbers.count {
    case 0: return Parts(month: month)
    case 1:
      let only = numbers[0]
      let isDay = only.digits <= 2 && (1...31).contains(only.value)
      return isDay
        ? Parts(month: month, day: only.value) : Parts(year: only, month: month)
    case 2:
      if numbers[0].digits == 4 {
        return Parts(year: numbers[0], month: month, day: numbers[1].value)
      }
      return Parts(year: numbers[1], month: month, day: numbers[0].value)
    default: return nil
    }
  }

  /// Without a month's name.
  private static func parts(_ numbers: [(value: Int, digits: Int)]) -> Parts? {
    switch numbers.count {
    case 1 where numbers[0].digits == 8:
      // 03052004 or 20040503.
      let value = numbers[0].value
      if (1_900...2_100).contains(value / 10_000) {
        return Parts(year: (value / 10_000, 4), month: value / 100 % 100, day: value % 100)
      }
      return Parts(year: (value % 10_000, 4), month: value / 10_000 % 100, day: value / 1_000_000)
    case 2:
      if numbers[1].digits == 4 { return Parts(year: numbers[1], month: numbers[0].value) }
      if numbers[0].digits == 4 { return Parts(year: numbers[0], month: numbers[1].value) }
      return dayAndMonth(numbers[0].value, numbers[1].value, year: nil)
    case 3:
      if numbers[0].digits == 4 {
        return Parts(year: numbers[0], month: numbers[1].value, day: numbers[2].value)
      }
      return dayAndMonth(numbers[0].value, numbers[1].value, year: numbers[2])
    default: return nil
    }
  }

  /// Day before month, unless only the other order is a date.
  private static func dayAndMonth(
    _ first: Int,
    _ second: Int,
    year: (value: Int, digits: Int)?
  ) -> Parts {
    second > 12 && first <= 12
      ? Parts(year: year, month: first, day: second) : Parts(year: year, month: second, day: first)
  }

  private static func full(_ year: (value: Int, digits: Int), contact: CalendarDay) -> Int {
    guard year.digits <= 2 else { return year.value }
    let century = contact.year / 100 * 100
    return century + year.value <= contact.year ? century + year.value : century - 100 + year.value
  }

  private static func latest(year: Int?, month: Int, day: Int?, contact: CalendarDay)
    -> CalendarDay?
  {
    if let year { return CalendarDay(year: year, month: month, day: day ?? 15) }
    // Eight years hold a 29 February.
    for year in stride(from: contact.year, through: contact.year - 8, by: -1) {
      if let candidate = CalendarDay(year: year, month: month, day: day ?? 15),
        candidate <= contact
      {
        return candidate
      }
    }
    return nil
  }
}
