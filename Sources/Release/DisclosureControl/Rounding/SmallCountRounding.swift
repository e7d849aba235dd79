import Aggregation

/// Small counts of inner cells rounded to 0 or to a base; everything else adds up from them.
///
/// An inner cell with 0 < a < b becomes 0 or b, any other stays: |published - a| < b for each inner
/// cell, and every line is the sum of its published inner cells. As many cells become b as keep
/// the grand total within b / 2; which ones is chosen greedily so that the lines stay close, ties
/// by key. Source: Langsrud and Heldal 2018 (small count rounding, R package SmallCountRounding).
public struct SmallCountRounding: Equatable, Sendable {
  /// b: the base, 2 or more.
  public let base: Int

  /// Prepares rounding to a base.
  ///
  /// - Parameter base: 3...100.
  /// - Throws: `DisclosureError.parametersInfeasible`.
  public init(base: Int) throws(DisclosureError) {
    guard (3...100).contains(base) else { throw .parametersInfeasible("base 3...100") }
    self.base = base
  }

  /// The published number of each shown cell.
  ///
  /// - Parameter table: A counted table without multi-answer variables.
  /// - Returns: Numbers by place in the planned table, row-major over its lines.
  /// - Throws: `DisclosureError.notAdditive` for a table whose lines do not add up.
  func published(_ table: CountTable) throws(DisclosureError) -> [Int] {
    guard !table.table.dimensions.contains(where: \.isMulti) else {
      throw .notAdditive(table: table.table.id)
    }
    let inner = table.persons.indices.filter { place in
      zip(table.coordinates(of: place), table.elements)
        .allSatisfy { $1[$0].bits.nonzeroBitCount == 1 }
    }
    let lines = (0..<table.table.cellCount).map { place -> [Int] in
      let bits = zip(table.table.coordinates(of: place), table.table.dimensions)
        .map { $1.lines[$0].bits }
      return inner.indices.filter { index in
        zip(table.coordinates(of: inner[index]), zip(table.elements, bits))
          .allSatisfy { $1.0[$0].bits & $1.1 != 0 }
      }
    }
    let rounded = round(inner.map { table.persons[$0] }, lines)
    return lines.map { $0.reduce(0) { $0 + rounded[$1] } }
  }

  /// Rounds inner cells, given which of them each line adds up.
  func round(_ counts: [Int], _ lines: [[Int]]) -> [Int] {
    let small = counts.indices.filter { counts[$0] > 0 && counts[$0] < base }
    var rounded = counts
    for cell in small { rounded[cell] = 0 }
    var linesOfCell = [[Int]](repeating: [], count: counts.count)
    for (line, cells) in lines.enumerated() {
      for cell in cells { linesOfCell[cell].append(line) }
    }
    // How much each line is short.
    var short = lines.map { $0.reduce(0) { $0 + counts[$1] - rounded[$1] } }
    var left = small
    let sum = small.reduce(0) { $0 + counts[$1] }
    for _ in 0..<(2 * sum + base) / (2 * base) {
      let best = left.max { one, other in
        let a = linesOfCell[one].reduce(0) { $0 + short[$1] }
        let b = linesOfCell[other].reduce(0) { $0 + short[$1] }
        return a == b ? one > other : a < b
      }
      guard let best else { break }
      rounded[best] = base
      for line in linesOfCell[best] { short[line] -= base }
      left.removeAll { $0 == best }
    }
    return rounded
  }
}
