/// One of several parts of a period's rows, each for a scan of its own.
public struct Shard: Equatable, Sendable {
  /// Which part, 0-based.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// All rows.
  public static let all = Shard(0, of: 1)

  /// Names a part.
  ///
  /// - Parameters:
  ///   - index: Which, 0-based and below `count`.
  ///   - count: How many parts there are, at least 1.
  public init(_ index: Int, of count: Int) {
    precondition(count > 0 && (0..<count).contains(index), "a shard outside its parts")
    self.index = index
    self.count = count
  }

  /// The rows of the part where rows are numbered from 1: those above the lower bound, up to the upper.
  func numbers(of rows: Int) -> ClosedRange<Int> {
    rows * index / count...rows * (index + 1) / count
  }
}
