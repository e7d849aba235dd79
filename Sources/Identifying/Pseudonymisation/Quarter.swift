import ChatLogs

/// A quarter of a calendar year, local to the line.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The quarter, 1...4.
  public let number: Int

  /// Makes the quarter of a month, 1...12.
  public init(year: Int, month: Int) {
    self.year = year
    self.number = (month - 1) / 3 + 1
  }

  /// Such as `2021-Q3`.
  public var description: String { "\(year)-Q\(number)" }

  /// Orders by time.
  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension RawContact {
  /// The quarter in which the contact began.
  public var quarter: Quarter { Quarter(year: startedAt.year, month: startedAt.month) }
}
