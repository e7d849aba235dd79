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
  /// The part of the persons of whom a share is said, for people; `nil` for all of the release.
  var group: Label?
  /// By how much each number may be off; 0 where it is exact.
  var uncertainty = 0
  /// The same share of earlier periods, oldest first; empty where the figure is no trend.
  var trend: [Past] = []

  /// The share of an earlier period.
  struct Past: Equatable {
    let period: String
    /// Withheld where it was not published.
    let share: DatasetShare
  }

  static func == (left: ReportFigure, right: ReportFigure) -> Bool {
    left.id == right.id && left.label == right.label && left.period == right.period
      && left.cell == right.cell && left.instead == right.instead && left.group == right.group
      && left.uncertainty == right.uncertainty && left.trend == right.trend
      && left.previous?.tenths == right.previous?.tenths
      && left.previous?.period == right.previous?.period
  }
}
