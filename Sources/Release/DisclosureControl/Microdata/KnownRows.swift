import Aggregation

/// Everything that files of rows said, to anyone, with what the true counts are.
public struct KnownRows: Sendable {
  /// What they said.
  public let sums: [PublishedSum]
  /// How many persons each of their cells counts.
  public let counts: [CellKey: Int]

  /// Takes in what files said.
  ///
  /// - Parameters:
  ///   - sums: What they said, each file once.
  ///   - counts: The true count of each cell that they name.
  public init(_ sums: [PublishedSum] = [], counts: [CellKey: Int] = [:]) {
    self.sums = sums
    self.counts = counts
  }

  /// These and those of another file.
  func joined(_ other: KnownRows) -> KnownRows {
    KnownRows(sums + other.sums, counts: counts.merging(other.counts) { $1 })
  }

  /// The cells that the files name.
  public static func keys(of sums: [PublishedSum]) -> Set<CellKey> {
    Set(sums.flatMap(\.keys))
  }
}
