/// One cell of a protected table.
public struct DatasetCell: Equatable, Sendable {
  /// How many persons.
  public let count: DatasetValue
  /// The share of the known; `.impossible` where none can be said.
  public let shareOfKnown: DatasetShare
  /// The share of all.
  public let shareOfAll: DatasetShare
  /// The change against the period before.
  public let change: DatasetChange
}

/// A number of persons, or the sign in its place.
public enum DatasetValue: Equatable, Sendable {
  /// A number.
  case count(Int)
  /// Secret, written `.`.
  case withheld
  /// Cannot occur, written as nothing.
  case impossible

  /// The number; `nil` where none is shown.
  public var number: Int? {
    guard case .count(let number) = self else { return nil }
    return number
  }
}

/// A share with its base, or the sign in its place.
public enum DatasetShare: Equatable, Sendable {
  /// Tenths of a percent of a base: 189 of 285 is 18.9 %.
  case tenths(Int, base: Int)
  /// Secret, or unreliable because the base is small; written `.`.
  case withheld
  /// Cannot occur; written as nothing.
  case impossible
}

/// A change in percent with its base, or the sign in its place.
public enum DatasetChange: Equatable, Sendable {
  /// Tenths of a percent against a number of an earlier period.
  case tenths(Int, base: Int, period: String)
  /// Secret, unreliable, or without a published base; written `.`.
  case withheld
  /// Cannot occur; written as nothing.
  case impossible
}

/// Percentages as whole tenths, so that no rounding depends on floating point.
public enum Percentage {
  /// Tenths of a percent, rounded half up: 54 of 285 is 189.
  ///
  /// - Parameters:
  ///   - numerator: At least 0.
  ///   - base: Above 0.
  /// - Returns: The tenths.
  public static func share(_ numerator: Int, of base: Int) -> Int {
    (2000 * numerator + base) / (2 * base)
  }

  /// Tenths of a percent by which a number differs from a base, rounded half away from zero.
  public static func change(from base: Int, to count: Int) -> Int {
    let size = share(abs(count - base), of: base)
    return count < base ? -size : size
  }

  /// Such as `18.9`; the mark is the decimal mark.
  public static func text(_ tenths: Int, mark: String = ".") -> String {
    let size = abs(tenths)
    return "\(tenths < 0 ? "-" : "")\(size / 10)\(mark)\(size % 10)"
  }

  /// Reads `18.9`; `nil` for anything else.
  static func tenths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 1, let fraction = UInt8(parts[1]),
      let whole = Int(parts[0]), whole.magnitude < 1_000_000_000_000
    else { return nil }
    let size = whole.magnitude * 10 + UInt(fraction)
    return parts[0].hasPrefix("-") ? -Int(size) : Int(size)
  }
}
