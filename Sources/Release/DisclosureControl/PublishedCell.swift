import Aggregation

/// What left the house about one cell: kept for the releases to come.
public struct PublishedCell: Equatable, Sendable {
  /// What was said.
  public enum Saying: Equatable, Sendable {
    /// The true number.
    case number(Int)
    /// Nothing.
    case withheld
    /// A changed number that leaves this range for the true one.
    case range(ClosedRange<Int>)
  }

  /// Whom it counts.
  public let key: CellKey
  /// What was said.
  public let saying: Saying

  /// Makes one.
  public init(key: CellKey, saying: Saying) {
    self.key = key
    self.saying = saying
  }

  /// Makes one of a number; `nil` where it was withheld.
  public init(key: CellKey, count: Int?) {
    self.init(key: key, saying: count.map(Saying.number) ?? .withheld)
  }

  /// The true number, where it was said.
  public var count: Int? {
    guard case .number(let count) = saying else { return nil }
    return count
  }

  /// One line a cell: the key, a tab, and the number, a range such as `280..290`, or `.`.
  public static func write(_ cells: [PublishedCell]) -> String {
    cells.map { cell in
      switch cell.saying {
      case .number(let count): "\(cell.key)\t\(count)\n"
      case .withheld: "\(cell.key)\t.\n"
      case .range(let range): "\(cell.key)\t\(range.lowerBound)..\(range.upperBound)\n"
      }
    }
    .joined()
  }

  /// Reads back what `write` wrote; `nil` where a line is damaged.
  ///
  /// Lines of `PublishedSum` are passed over.
  public static func read(_ text: String) -> [PublishedCell]? {
    var cells: [PublishedCell] = []
    for line in text.split(separator: "\n") where !line.hasPrefix(PublishedSum.mark + "\t") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, let key = CellKey(String(fields[0])),
        let saying = Saying(fields[1])
      else { return nil }
      cells.append(PublishedCell(key: key, saying: saying))
    }
    return cells
  }
}

extension PublishedCell.Saying {
  init?(_ text: Substring) {
    if text == "." {
      self = .withheld
    } else if let count = Int(text), count >= 0 {
      self = .number(count)
    } else {
      let ends = text.split(separator: ".", omittingEmptySubsequences: false)
      guard ends.count == 3, ends[1].isEmpty, let low = Int(ends[0]), let high = Int(ends[2]),
        low >= 0, low <= high
      else { return nil }
      self = .range(low...high)
    }
  }
}
