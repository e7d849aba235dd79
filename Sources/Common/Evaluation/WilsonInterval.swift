/// A share with its 95 % confidence interval after Wilson.
///
/// Source: E.B. Wilson, Probable inference, the law of succession, and statistical inference,
/// Journal of the American Statistical Association 22 (1927), 209-212; z = 1.959964.
public struct WilsonInterval: Equatable, Sendable {
  /// How many have it.
  public let count: Int
  /// Of how many.
  public let base: Int

  /// Makes a share; on a base of 0 it is 0, and the interval is everything.
  public init(_ count: Int, of base: Int) {
    self.count = count
    self.base = base
  }

  /// The share itself.
  public var share: Double { base == 0 ? 0 : Double(count) / Double(base) }
  /// The lower bound.
  public var lower: Double { bound(-1) }
  /// The upper bound.
  public var upper: Double { bound(1) }

  private func bound(_ side: Double) -> Double {
    guard base > 0 else { return side < 0 ? 0 : 1 }
    let n = Double(base)
    let z = 1.959964
    let middle = share + z * z / (2 * n)
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let value = (middle + side * spread) / (1 + z * z / n)
    return min(1, max(0, value))
  }
}
