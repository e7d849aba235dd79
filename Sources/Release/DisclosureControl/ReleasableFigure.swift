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

  /// A coarser line that may be said.
  public struct Instead: Sendable {
    /// The names of its lines.
    public let lines: [Label]
    /// The cell.
    public let cell: ReleasableCell
  }
}
