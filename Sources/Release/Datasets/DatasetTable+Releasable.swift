import Aggregation
import DisclosureControl

extension DatasetTable {
  /// Makes the form that is written of a table behind the second wall.
  public init(_ table: ReleasableTable) {
    let dimensions = table.dimensions.map(DatasetDimension.init)
    let cells = table.cells.map { cell in
      DatasetCell(cell, in: dimensions, measures: table.measures)
    }
    var parameters: [String: String] = [:]
    for parameter in table.protection.parameters { parameters[parameter.name] = parameter.value }
    self.init(
      id: table.id,
      title: table.title,
      population: table.population,
      populationLabel: table.populationLabel,
      unit: table.unit,
      period: table.period.description,
      dimensions: dimensions,
      measures: DatasetMeasure.allCases.filter { measure in
        measure == .count || table.measures.contains { DatasetMeasure($0) == measure }
      },
      protection: DatasetProtection(
        method: table.protection.method.rawValue,
        parameters: parameters,
        showsZeros: table.zeros == .published
      ),
      cells: cells
    )
  }
}

extension DatasetMeasure {
  init(_ measure: PlannedTable.Measure) {
    switch measure {
    case .count: self = .count
    case .shareOfKnown: self = .shareOfKnown
    case .shareOfAll: self = .shareOfAll
    case .index: self = .change
    }
  }
}

extension DatasetDimension {
  init(_ dimension: Dimension) {
    self.init(
      id: dimension.id,
      variable: dimension.variable,
      label: dimension.label,
      isMulti: dimension.isMulti,
      lines: dimension.lines.map(DatasetLine.init)
    )
  }
}

extension DatasetLine {
  init(_ line: Line) {
    let kind: Kind =
      switch line.kind {
      case .total: .total
      case .known: .known
      case .code: .code
      case .group: .group
      case .missing: .missing
      }
    self.init(id: line.id, label: line.label, kind: kind, codes: line.codes)
  }
}

extension DatasetCell {
  init(
    _ cell: ReleasableCell,
    in dimensions: [DatasetDimension],
    measures: [PlannedTable.Measure]
  ) {
    let lines = zip(cell.lines, dimensions).map { $1.lines[$0] }
    let isMargin = lines.allSatisfy(\.isMargin)
    let isMissing = lines.contains { $0.kind == .missing }
    let saysKnown = measures.contains(.shareOfKnown) && !isMargin && !isMissing
    let saysAll = measures.contains(.shareOfAll) && !isMargin
    let isImpossible = cell.count == .impossible
    self.init(
      count: DatasetValue(cell.count),
      shareOfKnown: isImpossible || !saysKnown ? .impossible : DatasetShare(cell.shareOfKnown),
      shareOfAll: isImpossible || !saysAll ? .impossible : DatasetShare(cell.shareOfAll),
      change: isImpossible || !measures.contains(.index)
        ? .impossible : DatasetChange(cell.change)
    )
  }
}

extension DatasetValue {
  init(_ value: CellValue) {
    switch value {
    case .count(let number): self = .count(number)
    case .withheld: self = .withheld
    case .impossible: self = .impossible
    }
  }
}

extension DatasetShare {
  init(_ share: Share?) {
    guard let share else {
      self = .withheld
      return
    }
    self = .tenths(share.tenths, base: share.base)
  }
}

extension DatasetChange {
  init(_ change: Change?) {
    guard let change else {
      self = .withheld
      return
    }
    self = .tenths(change.tenths, base: change.base, period: change.basePeriod.description)
  }
}
