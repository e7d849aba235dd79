import Codebook

/// A sentence of the report in numbers: the cell that carries it.
struct ReportFigure: Equatable {
  /// A cell with the names and ids of its lines.
  struct Cell: Equatable {
    /// The lines as `variable=line`, such as `age_band=under_15`.
    let lines: [String]
    /// The names of the lines.
    let labels: [Label]
    let count: DatasetValue
    let share: DatasetShare
    let change: DatasetChange
  }

  /// The codebook's id of the statement.
  let id: String
  /// The statement's name.
  let label: Label
  let period: String
  let cell: Cell
  /// Tenths of a percent of the same cell a period earlier, and that period.
  let previous: (tenths: Int, period: String)?
  /// The coarser line said instead.
  let instead: Cell?

  static func == (left: ReportFigure, right: ReportFigure) -> Bool {
    left.id == right.id && left.label == right.label && left.period == right.period
      && left.cell == right.cell && left.instead == right.instead
      && left.previous?.tenths == right.previous?.tenths
      && left.previous?.period == right.previous?.period
  }
}
