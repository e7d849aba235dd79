import Aggregation
import Codebook

/// Puts safe values into tables and sentences.
struct TableBuilder {
  /// What was published before.
  let earlier: [CellKey: Int]
  let codebook: Codebook
  let minimumBase: Int

  /// A table of safe values.
  func table(
    _ counted: CountTable,
    _ values: [CellKey: CellValue],
    _ protection: Protection
  ) -> ReleasableTable {
    let planned = counted.table
    let period = counted.period.description
    let cells = (0..<planned.cellCount).map { place -> ReleasableCell in
      let lines = planned.coordinates(of: place)
      let key = planned.key(of: lines, period: period)
      let count = values[key] ?? .withheld
      let isMargin = zip(lines, planned.dimensions)
        .allSatisfy { $1.lines[$0].kind == .total || $1.lines[$0].kind == .known }
      return ReleasableCell(
        lines: lines,
        key: key,
        count: count,
        shareOfKnown: isMargin || !planned.measures.contains(.shareOfKnown)
          ? nil : share(count, planned, lines, "known", values, period),
        shareOfAll: isMargin || !planned.measures.contains(.shareOfAll)
          ? nil : share(count, planned, lines, "total", values, period),
        change: planned.measures.contains(.index) ? change(count, key, counted.period) : nil
      )
    }
    return ReleasableTable(
      id: planned.id,
      title: planned.title,
      population: planned.population,
      populationLabel: codebook.population(planned.population)?.label
        ?? Label(nl: planned.population, en: planned.population),
      unit: codebook.population(planned.population)?.unit ?? .person,
      period: counted.period,
      dimensions: planned.dimensions,
      measures: planned.measures,
      protection: protection,
      zeros: planned.zeros,
      cells: cells
    )
  }

  /// The share of a cell in the persons of its table; a missing answer is no part of the known.
  private func share(
    _ count: CellValue,
    _ planned: PlannedTable,
    _ lines: [Int],
    _ base: String,
    _ values: [CellKey: CellValue],
    _ period: String
  ) -> Share? {
    var places: [Int] = []
    for (line, dimension) in zip(lines, planned.dimensions) {
      if base == "known", dimension.lines[line].kind == .missing { return nil }
      places.append(dimension.place(of: base) ?? 0)
    }
    let whole = values[planned.key(of: places, period: period)] ?? .withheld
    return Share(count, of: whole, minimumBase: minimumBase)
  }

  private func change(_ count: CellValue, _ key: CellKey, _ period: Period) -> Change? {
    guard let now = count.number, let base = earlier[key.of(period: period.previous.description)],
      base >= minimumBase
    else { return nil }
    return Change(count: now, base: base, basePeriod: period.previous)
  }

  /// A sentence; `nil` where its table is not of this release.
  func figure(_ planned: PlannedFigure, in tables: [ReleasableTable]) -> ReleasableFigure? {
    guard let table = tables.first(where: { $0.id == planned.table }),
      let cell = table.cell(planned.lines),
      let figure = codebook.figures.first(where: { $0.id == planned.id })
    else { return nil }
    var instead: ReleasableFigure.Instead?
    if cell.count == .withheld, !planned.instead.isEmpty, let other = table.cell(planned.instead),
      other.count != .withheld
    {
      instead = .init(lines: labels(other, table), cell: other)
    }
    return ReleasableFigure(
      id: planned.id,
      label: figure.label,
      table: table.id,
      lines: labels(cell, table),
      measure: planned.measure,
      cell: cell,
      previous: share(of: cell, table, planned.measure, in: table.period.previous),
      instead: instead,
      within: table.cell(planned.base).map { base in
        ReleasableFigure.Within(
          lines: base.lines,
          share: Share(cell.count, of: base.count, minimumBase: minimumBase)
        )
      },
      trend: trend(cell, table, planned)
    )
  }

  private func labels(_ cell: ReleasableCell, _ table: ReleasableTable) -> [Label] {
    zip(cell.lines, table.dimensions).map { $1.lines[$0].label }
  }

  /// The shares of the periods before, oldest first.
  private func trend(
    _ cell: ReleasableCell,
    _ table: ReleasableTable,
    _ planned: PlannedFigure
  ) -> [(period: Period, share: Share?)] {
    var trend: [(period: Period, share: Share?)] = []
    var period = table.period
    for _ in 1..<max(1, planned.periods) {
      period = period.previous
      trend.append((period, share(of: cell, table, planned.measure, in: period)))
    }
    return trend.reversed()
  }

  /// The same share in an earlier period, from what was published then.
  private func share(
    of cell: ReleasableCell,
    _ table: ReleasableTable,
    _ measure: PlannedTable.Measure,
    in period: Period
  ) -> Share? {
    let base = measure == .shareOfKnown ? "known" : "total"
    let places = table.dimensions.map { $0.place(of: base) ?? 0 }
    guard let numerator = earlier[cell.key.of(period: period.description)],
      let whole = earlier[table[places].key.of(period: period.description)]
    else { return nil }
    return Share(.count(numerator), of: .count(whole), minimumBase: minimumBase)
  }
}
