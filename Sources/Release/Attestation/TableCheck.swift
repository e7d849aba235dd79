import Datasets

/// Recomputes one table from its published cells.
enum TableCheck {
  static func findings(_ table: DatasetTable) -> [ReleaseFinding] {
    var findings: [ReleaseFinding] = []
    for (place, cell) in table.cells.enumerated() {
      let name = name(of: place, in: table)
      findings += threshold(cell, at: place, name, table)
      findings += shares(cell, at: place, name, table)
      findings += change(cell, name, table)
    }
    if table.protection.method == "suppress" {
      for dimension in table.dimensions.indices {
        findings += lines(table, along: dimension, findings)
      }
    }
    return findings
  }

  static func name(of place: Int, in table: DatasetTable) -> ReleaseFinding.CellPlace {
    ReleaseFinding.CellPlace(
      table: table.id,
      lines: zip(table.coordinates(of: place), table.dimensions).map { $1.lines[$0].id }
    )
  }

  private static func threshold(
    _ cell: DatasetCell,
    at place: Int,
    _ name: ReleaseFinding.CellPlace,
    _ table: DatasetTable
  ) -> [ReleaseFinding] {
    let threshold = table.protection.threshold
    guard table.protection.method == "suppress", let number = cell.count.number,
      number < threshold,
      number > 0 || !(table.protection.showsZeros || saysNothing(place, table))
    else { return [] }
    return [.belowThreshold(name, threshold: threshold)]
  }

  /// Tells whether a zero says nothing of anybody.
  ///
  /// That is so of nobody without an answer, of a line of nobody at all, and where nobody answered.
  private static func saysNothing(_ place: Int, _ table: DatasetTable) -> Bool {
    let coordinates = table.coordinates(of: place)
    let kinds = zip(coordinates, table.dimensions).map { $1.lines[$0].kind }
    if kinds.contains(.missing) || kinds.contains(.known) || kinds.allSatisfy({ $0 == .total }) {
      return true
    }
    return table.dimensions.enumerated().contains { number, dimension in
      guard dimension.isMulti else { return false }
      var margin = coordinates
      margin[number] = dimension.lines.firstIndex { $0.kind == .known } ?? 0
      return table.cells[table.place(of: margin)].count == .count(0)
    }
  }

  private static func shares(
    _ cell: DatasetCell,
    at place: Int,
    _ name: ReleaseFinding.CellPlace,
    _ table: DatasetTable
  ) -> [ReleaseFinding] {
    var findings: [ReleaseFinding] = []
    for (measure, kind) in [
      (DatasetMeasure.shareOfKnown, DatasetLine.Kind.known), (.shareOfAll, .total),
    ] {
      let share = measure == .shareOfKnown ? cell.shareOfKnown : cell.shareOfAll
      guard case .tenths(let tenths, let base) = share else { continue }
      if base < table.protection.minimumBase { findings.append(.baseTooSmall(name, base: base)) }
      let margin = table.dimensions.map { dimension in
        dimension.lines.firstIndex { $0.kind == kind } ?? 0
      }
      let whole = table.cells[table.place(of: margin)].count.number
      guard let number = cell.count.number, whole == base,
        Percentage.share(number, of: base) == tenths
      else {
        findings.append(.miscalculated(name, measure: measure.rawValue))
        continue
      }
    }
    return findings
  }

  private static func change(
    _ cell: DatasetCell,
    _ name: ReleaseFinding.CellPlace,
    _ table: DatasetTable
  ) -> [ReleaseFinding] {
    guard case .tenths(let tenths, let base, _) = cell.change else { return [] }
    var findings: [ReleaseFinding] = []
    if base < table.protection.minimumBase { findings.append(.baseTooSmall(name, base: base)) }
    if cell.count.number.map({ Percentage.change(from: base, to: $0) }) != tenths {
      findings.append(.miscalculated(name, measure: DatasetMeasure.change.rawValue))
    }
    return findings
  }

  /// Checks every line of cells along one dimension.
  private static func lines(
    _ table: DatasetTable,
    along dimension: Int,
    _ earlier: [ReleaseFinding]
  ) -> [ReleaseFinding] {
    var findings: [ReleaseFinding] = []
    let lines = table.dimensions[dimension].lines
    for place in table.cells.indices where table.coordinates(of: place)[dimension] == 0 {
      var coordinates = table.coordinates(of: place)
      let places = lines.indices.map { line in
        coordinates[dimension] = line
        return table.place(of: coordinates)
      }
      let derivation = LineDerivation(
        lines: lines.map(\.codes),
        values: places.map { table.cells[$0].count },
        isMulti: table.dimensions[dimension].isMulti
      )
      for (line, bounds) in derivation.bounds.enumerated() {
        let name = name(of: places[line], in: table)
        let threshold = table.protection.threshold
        var finding: ReleaseFinding?
        if bounds.lower > bounds.upper {
          finding = .contradiction(name)
        } else if table.cells[places[line]].count == .withheld, bounds.lower >= 1,
          bounds.upper < threshold
        {
          finding = .derivable(name, from: bounds.lower, to: bounds.upper)
        }
        if let finding, !earlier.contains(finding) { findings.append(finding) }
      }
    }
    return findings
  }
}

/// Compares the totals of tables that count the same persons.
enum TotalsCheck {
  static func findings(_ tables: [DatasetTable]) -> [ReleaseFinding] {
    var findings: [ReleaseFinding] = []
    var first: [String: (table: String, total: Int)] = [:]
    for table in tables where table.protection.method == "suppress" {
      let margin = table.dimensions.map { $0.lines.firstIndex { $0.kind == .total } ?? 0 }
      guard let total = table.cells[table.place(of: margin)].count.number else { continue }
      let key = table.population + "/" + table.period
      if let other = first[key] {
        if other.total != total {
          findings.append(.totalsDiffer(table: table.id, other: other.table))
        }
      } else {
        first[key] = (table.id, total)
      }
    }
    return findings
  }
}
