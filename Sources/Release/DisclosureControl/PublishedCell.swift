import Aggregation

/// What left the house about one cell: kept for the releases to come.
public struct PublishedCell: Equatable, Sendable {
  /// Whom it counts.
  public let key: CellKey
  /// The number; `nil` where it was withheld.
  public let count: Int?

  /// Makes one.
  public init(key: CellKey, count: Int?) {
    self.key = key
    self.count = count
  }

  /// One line a cell: the key, a tab, the number or `.`.
  public static func write(_ cells: [PublishedCell]) -> String {
    cells.map { "\($0.key)\t\($0.count.map(String.init) ?? ".")\n" }.joined()
  }

  /// Reads back what `write` wrote; `nil` where a line is damaged.
  public static func read(_ text: String) -> [PublishedCell]? {
    var cells: [PublishedCell] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, let key = CellKey(String(fields[0])) else { return nil }
      let count = Int(fields[1])
      guard fields[1] == "." || (count ?? -1) >= 0 else { return nil }
      cells.append(PublishedCell(key: key, count: count))
    }
    return cells
  }
}
