import Aggregation
import Codebook
import DisclosureControl

extension ReportFigure {
  /// Makes the sentence of a figure; `nil` where its table is not among the tables.
  init?(_ figure: ReleasableFigure, in tables: [ReleasableTable]) {
    guard let table = tables.first(where: { $0.id == figure.table }) else { return nil }
    let base = figure.within?.lines
    self.init(
      id: figure.id,
      label: figure.label,
      period: table.period.description,
      cell: Cell(figure.cell, table, figure.measure, within: figure.within),
      previous: base == nil
        ? figure.previous.map { ($0.tenths, table.period.previous.description) } : nil,
      instead: figure.instead.map { Cell($0.cell, table, figure.measure, within: nil) },
      group: Self.group(base, table, in: tables),
      uncertainty: table.protection.method == .cellKey
        ? table.protection.parameters.first { $0.name == "D" }.flatMap { Int($0.value) } ?? 0 : 0,
      trend: figure.trend.map { Past(period: $0.period.description, share: DatasetShare($0.share)) }
    )
  }

  /// Whom a share is said of: the lines of the base, or a population that is not the headline's.
  private static func group(
    _ base: [Int]?,
    _ table: ReleasableTable,
    in tables: [ReleasableTable]
  ) -> Label? {
    var names: [Label] = []
    let headline = tables.first { $0.dimensions.isEmpty }
    if let headline, headline.population != table.population { names.append(table.populationLabel) }
    for (line, dimension) in zip(base ?? [], table.dimensions)
    where dimension.lines[line].kind != .total {
      let name = dimension.lines[line].label
      names.append(
        Label(nl: "\(dimension.label.nl): \(name.nl)", en: "\(dimension.label.en): \(name.en)")
      )
    }
    guard !names.isEmpty else { return nil }
    return Label(
      nl: names.map(\.nl).joined(separator: ", "),
      en: names.map(\.en).joined(separator: ", ")
    )
  }
}

extension ReportFigure.Cell {
  init(
    _ cell: ReleasableCell,
    _ table: ReleasableTable,
    _ measure: PlannedTable.Measure,
    within: ReleasableFigure.Within?
  ) {
    // Lines that the base has too say whom, not what.
    let told = table.dimensions.indices.filter { within?.lines[$0] != cell.lines[$0] }
    let lines = told.map { (table.dimensions[$0], table.dimensions[$0].lines[cell.lines[$0]]) }
    let written = DatasetCell(
      cell,
      in: table.dimensions.map(DatasetDimension.init),
      measures: table.measures
    )
    let share = measure == .shareOfKnown ? written.shareOfKnown : written.shareOfAll
    self.init(
      lines: lines.map { "\($0.variable)=\($1.id)" },
      labels: lines.map { $1.label },
      count: written.count,
      share: within.map { DatasetShare($0.share) } ?? share,
      change: measure == .index ? written.change : .impossible
    )
  }
}
