import Aggregation

/// What one table under a method other than suppression says, cell by cell.
struct MethodValues {
  /// The published number of each shown cell, row-major over the lines.
  let numbers: [Int]
  /// The range that each published number leaves for the true one, in the same order; `nil` where
  /// it leaves none worth knowing.
  let windows: [ClosedRange<Int>?]
  /// How far a number may lie from the true one; 0 where that is not bounded.
  let within: Int
  /// How it was protected.
  let protection: Protection

  /// Applies the cell key method: count i with cell key c becomes i + v, |v| <= D.
  init(cellKey parameters: PerturbationTable.Parameters, _ table: CountTable)
    throws(DisclosureError)
  {
    let perturbation = try PerturbationTable(parameters)
    let places = (0..<table.table.cellCount).map {
      table.place(of: table.table.coordinates(of: $0))
    }
    numbers = places.map { perturbation.published(table.persons[$0], key: table.keySums[$0]) }
    windows = numbers.map { number in
      // A zero stays zero and others may become zero; a number that is shown holds somebody.
      max(number > 0 ? 1 : 0, number - parameters.distance)...number + parameters.distance
    }
    within = parameters.distance
    protection = Protection(
      .cellKey,
      [
        ("D", "\(parameters.distance)"), ("V", "\(parameters.variance)"),
        ("js", "\(parameters.smallest)"), ("pstay", "\(parameters.stay)"), ("additive", "no"),
      ]
    )
  }

  /// Applies small count rounding: additive, and no published inner cell lies in 1...b - 1.
  init(rounding: SmallCountRounding, _ table: CountTable) throws(DisclosureError) {
    numbers = try rounding.published(table)
    windows = zip(numbers, 0...).map { number, place in
      let isInner = zip(table.table.coordinates(of: place), table.table.dimensions)
        .allSatisfy { $1.lines[$0].bits.nonzeroBitCount == 1 }
      guard isInner else { return nil }
      return number == 0
        ? 0...rounding.base - 1 : number == rounding.base ? 1...number : number...number
    }
    within = 0
    protection = Protection(.round, [("base", "\(rounding.base)"), ("additive", "yes")])
  }
}
