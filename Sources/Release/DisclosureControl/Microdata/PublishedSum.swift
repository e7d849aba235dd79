import Aggregation

/// What a file of rows said of several cells together: kept for the releases to come.
///
/// A row whose value is suppressed is of one of several combinations; how many such rows there are is
/// the sum of these cells. That a combination was suppressed at all says that it is below k.
public struct PublishedSum: Equatable, Sendable {
  /// The file's id in the plan.
  public let file: String
  /// How many persons the cells hold together.
  public let persons: ClosedRange<Int>
  /// The cells, each of one combination of all of the file's variables.
  public let keys: [CellKey]

  /// Makes one.
  public init(file: String, persons: ClosedRange<Int>, keys: [CellKey]) {
    self.file = file
    self.persons = persons
    self.keys = keys.sorted()
  }

  /// The period of its cells.
  public var period: String { keys.first?.period ?? "" }

  /// The number of its one cell; `nil` where it has more or leaves a range.
  public var single: PublishedCell? {
    guard keys.count == 1, persons.lowerBound == persons.upperBound else { return nil }
    return PublishedCell(key: keys[0], saying: .number(persons.lowerBound))
  }

  /// How its line begins.
  static let mark = "sum"

  /// One line a sum: `sum`, the file, the range, the keys, parted by tabs.
  public static func write(_ sums: [PublishedSum]) -> String {
    sums.map { sum in
      ([mark, sum.file, "\(sum.persons.lowerBound)..\(sum.persons.upperBound)"]
        + sum.keys.map(\.description)).joined(separator: "\t") + "\n"
    }
    .joined()
  }

  /// Reads the sums among a release's lines; `nil` where one is damaged.
  public static func read(_ text: String) -> [PublishedSum]? {
    var sums: [PublishedSum] = []
    for line in text.split(separator: "\n") where line.hasPrefix(mark + "\t") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 4, let range = PublishedCell.Saying(fields[2]),
        case .range(let persons) = range
      else { return nil }
      let keys = fields[3...].compactMap { CellKey(String($0)) }
      guard keys.count == fields.count - 3 else { return nil }
      sums.append(PublishedSum(file: String(fields[1]), persons: persons, keys: keys))
    }
    return sums
  }
}
