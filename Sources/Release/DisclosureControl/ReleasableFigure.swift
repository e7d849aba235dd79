import Aggregation
import Codebook

/// A sentence of the report with the cell that carries it.
public struct ReleasableFigure: Sendable {
  /// The codebook's id of the statement, such as `F3`.
  public let id: String
  /// The statement, for people.
  public let label: Label
  /// The table.
  public let table: String
  /// The names of the cell's lines.
  public let lines: [Label]
  /// What is said of it.
  public let measure: PlannedTable.Measure
  /// The cell.
  public let cell: ReleasableCell
  /// The same cell of the period before, where it was published with its base.
  public let previous: Share?
  /// The coarser line said instead of a withheld cell.
  public let instead: Instead?
  /// The part of the table of which a share is said; `nil` where it is the whole.
  public let within: Within?
  /// The shares of earlier periods, oldest first; empty where the figure is no trend.
  ///
  /// A share is `nil` where it was not published.
  public let trend: [(period: Period, share: Share?)]

  /// A cell of which the figure is a part.
  public struct Within: Sendable {
    /// The place of its line in each dimension.
    public let lines: [Int]
    /// The figure's cell in it; `nil` where it may not be said.
    public let share: Share?
  }

  /// A coarser line that may be said.
  public struct Instead: Sendable {
    /// The names of its lines.
    public let lines: [Label]
    /// The cell.
    public let cell: ReleasableCell
  }
}
