import Aggregation

/// Suppresses values of the rows that too few others look like, the least important variable first.
///
/// Rows of a class below k lose their first variable and join those that then look like them; what is
/// still below k loses the next, and so on (as sdcMicro's `localSuppression` with an importance
/// vector, but the suppressed value is a value of its own, not one that matches all). Where the last
/// ones are too few, the smallest of the classes that lost most gives up its values too. No row is
/// left out: who is missing could be found by subtraction from the tables.
///
/// A class of k or more whose answers do not differ enough is never cured so, because a suppressed
/// class that tables show to be large would tell that all of it gave one answer (the minimality
/// attack of Wong et al. 2007). Such a layout is not taken at all.
struct LocalSuppression {
  /// The classes that leave, ordered.
  private(set) var classes: [RowClass]
  /// Classes that nobody is in and that joined none.
  private(set) var empty: [[Int]] = []
  /// The classes that were found to be below k, on the way: what everybody can conclude.
  private(set) var small: [RowClass] = []

  /// Makes the rows safe; `nil` where they cannot be.
  ///
  /// - Parameters:
  ///   - finest: A class for each combination of lines, also of nobody.
  ///   - order: The identifiers' places, the one that loses its value first in front.
  ///   - rule: What a class must keep.
  init?(_ finest: [RowClass], order: [Int], rule: AlikeRule) {
    classes = []
    var pool: [RowClass] = []
    func take(_ candidates: [RowClass]) -> Bool {
      pool = []
      for rows in candidates {
        guard rule.isLarge(rows) else {
          pool.append(rows)
          continue
        }
        guard rule.isDiverse(rows) else { return false }
        classes.append(rows)
      }
      small += pool
      return true
    }
    guard take(finest) else { return nil }
    for lost in order.indices {
      let gone = Set(order[...lost])
      let merged = Dictionary(grouping: pool) { rows in
        rows.values.indices.map { gone.contains($0) ? nil : rows.values[$0] }
      }
      guard take(merged.map { RowClass.joined($1, values: $0) }) else { return nil }
    }
    // One class at most is left, without a value.
    if let last = pool.first {
      if last.all.persons == 0 {
        empty = last.members
      } else {
        var rest = last
        while !rule.isLarge(rest) {
          guard let next = classes.indices.min(by: { Self.goesFirst(classes[$0], classes[$1]) })
          else { return nil }
          rest = RowClass.joined([rest, classes.remove(at: next)], values: rest.values)
        }
        guard rule.isDiverse(rest) else { return nil }
        classes.append(rest)
      }
    }
    classes.sort(by: RowClass.precedes)
    small.sort { left, right in
      left.members.lexicographicallyPrecedes(right.members) { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// Which class gives up its values for the last rows: who lost most, then the smallest.
  private static func goesFirst(_ left: RowClass, _ right: RowClass) -> Bool {
    if left.suppressedCount != right.suppressedCount {
      return left.suppressedCount > right.suppressedCount
    }
    let (a, b) = (left.all.persons, right.all.persons)
    return a == b ? RowClass.precedes(left, right) : a < b
  }
}
