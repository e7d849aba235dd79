extension CivilTime {
  /// Reads an RFC 3339 time, and the calendar day that it falls on in a zone.
  ///
  /// Accepts what section 5.6 allows: a lower-case or blank separator, any fraction, any offset
  /// below 24 hours, and the leap second that UTC announces at the end of June or December, which
  /// counts as the second before it. `-00:00` is UTC. Fractions are cut off. Gives `nil` where the
  /// text is no such time, or lies before 1996, for which no common summer-time rule holds.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - zone: Whose calendar day is meant.
  public init?(rfc3339 bytes: [UInt8], zone: CivilZone) {
    guard let seconds = RFC3339.seconds(bytes) else { return nil }
    self.init(seconds: seconds, zone: zone)
  }

  /// Makes the moment and its local day.
  init(seconds: Int64, zone: CivilZone) {
    let local = seconds + zone.offset(at: seconds)
    let day = CivilDay(daysSince1970: local.floorDivided(by: 86_400))
    self.init(seconds: seconds, year: day.year, month: day.month, day: day.day)
  }
}

/// The grammar of RFC 3339, section 5.6.
enum RFC3339 {
  /// Seconds since 1970-01-01T00:00:00Z; `nil` where the text is no time from 1996 on.
  static func seconds(_ bytes: [UInt8]) -> Int64? {
    var reader = DigitReader(bytes: bytes)
    guard let year = reader.number(4), reader.skip("-"),
      let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(2), reader.skip(":"),
      let minute = reader.number(2), reader.skip(":"),
      let second = reader.number(2)
    else { return nil }
    guard (1996...9998).contains(year), (1...12).contains(month),
      (1...CivilDay.count(month: month, year: year)).contains(day),
      hour < 24, minute < 60, second < 61,
      reader.skipFraction(), let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    let days = CivilDay.daysSince1970(year: year, month: month, day: day)
    let clock = Int64(hour * 3600 + minute * 60 + min(second, 59))
    let seconds = days * 86_400 + clock - Int64(offset)
    if second == 60 {
      let utc = CivilDay(daysSince1970: seconds.floorDivided(by: 86_400))
      let isAnnounced = (utc.month, utc.day) == (6, 30) || (utc.month, utc.day) == (12, 31)
      guard isAnnounced, (seconds + 1) % 86_400 == 0 else { return nil }
    }
    return seconds
  }
}

/// Reads fixed-width numbers from the front of ASCII text.
private struct DigitReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func number(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<width {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      position += 1
    }
    return value
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == mark.value else { return false }
    position += 1
    return true
  }

  mutating func skipFraction() -> Bool {
    guard skip(".") else { return true }
    let start = position
    while number(1) != nil {}
    return position > start
  }

  /// Seconds ahead of UTC.
  mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign: Int
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
