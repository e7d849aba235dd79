/// A year, a quarter, or several years: what a table is about.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first quarter, as year * 4 + quarter - 1.
  public let first: Int
  /// The last quarter, inclusive, counted the same way.
  public let last: Int

  init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// Makes a year.
  public init(year: Int) { self.init(first: year * 4, last: year * 4 + 3) }

  /// Makes a quarter, 1...4, of a year.
  public init(year: Int, quarter: Int) {
    self.init(first: year * 4 + quarter - 1, last: year * 4 + quarter - 1)
  }

  /// Reads `2021`, `2021-Q3` or `2019..2021`; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func year(_ slice: ArraySlice<UInt8>) -> Int? {
      guard slice.count == 4, slice.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return slice.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let start = year(bytes.prefix(4)) else { return nil }
    let rest = bytes.dropFirst(4)
    if rest.isEmpty {
      self.init(year: start)
    } else if rest.count == 3, Array(rest.prefix(2)) == Array("-Q".utf8),
      let digit = rest.last, (0x31...0x34).contains(digit)
    {
      self.init(year: start, quarter: Int(digit - 0x30))
    } else if rest.count == 6, Array(rest.prefix(2)) == Array("..".utf8),
      let end = year(rest.dropFirst(2)), end > start
    {
      self.init(first: start * 4, last: end * 4 + 3)
    } else {
      return nil
    }
  }

  /// Such as `2021`, `2021-Q3` or `2019..2021`.
  public var description: String {
    if first == last { return "\(first / 4)-Q\(first % 4 + 1)" }
    return last - first == 3 ? "\(first / 4)" : "\(first / 4)..\(last / 4)"
  }

  /// The period of the same length just before: the base of an index.
  public var previous: Period {
    let length = last - first + 1
    return Period(first: first - length, last: last - length)
  }

  /// The years of the period, each as one; a quarter is itself.
  public var parts: [Period] {
    last - first < 4
      ? [self] : stride(from: first, through: last, by: 4).map { Period(first: $0, last: $0 + 3) }
  }

  /// Tells whether a quarter, 1...4, of a year lies in the period.
  public func contains(year: Int, quarter: Int) -> Bool {
    (first...last).contains(year * 4 + quarter - 1)
  }

  /// Tells whether two periods share a quarter.
  public func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }

  /// Orders by beginning, then by end.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
