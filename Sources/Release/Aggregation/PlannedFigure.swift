/// A sentence of the report: which cell carries it.
public struct PlannedFigure: Equatable, Sendable {
  /// The codebook's id of the statement, such as `F3`.
  public let id: String
  /// The table.
  public let table: String
  /// The lines, in the order of the table's dimensions.
  public let lines: [String]
  /// What is said of the cell.
  public let measure: PlannedTable.Measure
  /// The lines said instead where the cell is withheld; empty where there are none.
  public let instead: [String]
  /// The lines of the cell of which a share is said; empty for the table's whole.
  public let base: [String]
  /// Over how many periods it is said, this one included; 1 where it is no trend.
  public let periods: Int
}
