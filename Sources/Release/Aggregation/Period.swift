/// A year, a quarter, or several years: what a table is about.
///
/// A revision of a year or quarter, such as `2021-r1`, is a period of its own: it never stands in the
/// place of what it revises.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first quarter, as year * 4 + quarter - 1.
  public let first: Int
  /// The last quarter, inclusive, counted the same way.
  public let last: Int
  /// How often the period's persons had been counted anew; 0 as it was first closed.
  public let revision: Int

  init(first: Int, last: Int, revision: Int = 0) {
    self.first = first
    self.last = last
    self.revision = revision
  }

  /// Makes a year.
  public init(year: Int) { self.init(first: year * 4, last: year * 4 + 3) }

  /// Makes a quarter, 1...4, of a year.
  public init(year: Int, quarter: Int) {
    self.init(first: year * 4 + quarter - 1, last: year * 4 + quarter - 1)
  }

  /// Reads `2021`, `2021-Q3`, `2019..2021`, or a revision `2021-r1`; `nil` for anything else.
  public init?(_ text: String) {
    if let mark = text.utf8.lastIndex(of: UInt8(ascii: "r")) {
      let digits = String(text[text.index(after: mark)...])
      guard text[..<mark].last == "-", let base = Period(String(text[..<mark].dropLast())),
        base.parts.count == 1, base.revision == 0, let number = Int(digits), number > 0,
        "\(number)" == digits
      else { return nil }
      self.init(first: base.first, last: base.last, revision: number)
      return
    }
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

  /// Such as `2021`, `2021-Q3`, `2019..2021` or `2021-r1`.
  public var description: String {
    let mark = revision == 0 ? "" : "-r\(revision)"
    if first == last { return "\(first / 4)-Q\(first % 4 + 1)" + mark }
    return (last - first == 3 ? "\(first / 4)" : "\(first / 4)..\(last / 4)") + mark
  }

  /// The period as it was first closed.
  public var unrevised: Period { Period(first: first, last: last) }
  /// The period, its persons counted anew for this many times.
  public func revised(_ number: Int) -> Period {
    Period(first: first, last: last, revision: number)
  }

  /// The period of the same length just before, as it was first closed: the base of an index.
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

  /// Orders by beginning, then by end, then by revision.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last, left.revision) < (right.first, right.last, right.revision)
  }
}
