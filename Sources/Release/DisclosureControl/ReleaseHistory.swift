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
