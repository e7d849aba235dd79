import Aggregation

/// Everything that left before, to anyone, by cell.
struct ReleaseHistory {
  /// What was said exactly, or withheld; a number beats a withholding.
  private(set) var values: [CellKey: LineSystem.EarlierValue] = [:]
  /// The ranges that changed numbers leave.
  private(set) var windows: [CellKey: ClosedRange<Int>] = [:]
  /// The exact numbers.
  private(set) var numbers: [CellKey: Int] = [:]

  /// Takes in earlier cells.
  ///
  /// - Parameter earlier: The cells, oldest first.
  /// - Throws: `DisclosureError.revisionNotDeclared` where two numbers contradict each other.
  init(_ earlier: [PublishedCell]) throws(DisclosureError) {
    for cell in earlier {
      switch cell.saying {
      case .number(let count):
        if let before = numbers[cell.key], before != count { throw .revisionNotDeclared(cell.key) }
        numbers[cell.key] = count
        values[cell.key] = .published(count)
      case .withheld:
        if values[cell.key] == nil { values[cell.key] = .withheld }
      case .range(let range):
        windows[cell.key] = windows[cell.key].map { $0.clamped(to: range) } ?? range
      }
    }
  }
}

extension DisclosureControl {
  /// The periods whose tables left before and add up with those of a period: its context.
  ///
  /// Years of several years, quarters of a year, and the other way round; with a range also the
  /// other periods inside it, since they are what it leaves for this one.
  ///
  /// - Parameters:
  ///   - period: The period of the release.
  ///   - earlier: Every cell that left before.
  ///   - rows: What files of rows said before.
  /// - Returns: The periods in order of time; empty where none overlaps.
  public static func contextPeriods(
    of period: Period,
    earlier: [PublishedCell],
    rows: KnownRows
  ) -> [Period] {
    let names = Set(earlier.map(\.key.period) + rows.sums.map(\.period))
    let known = Set(names.compactMap { Period($0) }).subtracting([period])
    var context: Set<Period> = []
    var reach = [period]
    while let next = reach.popLast() {
      for other in known where other.overlaps(next) && context.insert(other).inserted {
        reach.append(other)
      }
    }
    return context.sorted()
  }
}
