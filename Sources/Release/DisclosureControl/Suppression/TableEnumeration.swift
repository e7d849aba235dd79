/// Every integer table of a small component.
struct TableEnumeration {
  private let component: Component
  private let ranges: [ClosedRange<Int>]
  /// The rows that are complete once a cell has its value.
  private let rowsEnding: [[Component.Row]]

  init(_ component: Component, _ ranges: [ClosedRange<Int>]) {
    self.component = component
    self.ranges = ranges
    var rowsEnding = [[Component.Row]](repeating: [], count: ranges.count)
    for row in component.rows {
      if let last = row.terms.map(\.cell).max() { rowsEnding[last].append(row) }
    }
    self.rowsEnding = rowsEnding
  }

  /// The tables in lexicographic order; `nil` where there are more than allowed.
  func tables(atMost limit: Int) -> [[Int]]? {
    // A bound on the work: a hundred partial tables for each whole one.
    var work = limit * 100
    var tables: [[Int]] = []
    var values = ranges.map(\.lowerBound)
    func fill(_ cell: Int) -> Bool {
      guard cell < values.count else {
        tables.append(values)
        return tables.count <= limit
      }
      for value in ranges[cell] {
        work -= 1
        guard work > 0 else { return false }
        values[cell] = value
        let fits = rowsEnding[cell].allSatisfy { row in
          let sum = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.cell] }
          return sum <= row.upper && sum >= row.lower ?? .min
        }
        if fits, !fill(cell + 1) { return false }
      }
      return true
    }
    return fill(0) ? tables : nil
  }
}
