/// A moment with its local calendar day, from an RFC 3339 time.
public struct CivilTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// The local year.
  public let year: Int
  /// The local month, 1...12.
  public let month: Int
  /// The local day, 1...31.
  public let day: Int

  init(seconds: Int64, year: Int, month: Int, day: Int) {
    self.seconds = seconds
    self.year = year
    self.month = month
    self.day = day
  }

  /// Orders by the moment.
  public static func < (left: CivilTime, right: CivilTime) -> Bool { left.seconds < right.seconds }
}
