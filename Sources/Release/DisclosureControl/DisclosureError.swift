import Aggregation

/// Why a release cannot be made safe, or be made at all; cells are named, values are not.
public enum DisclosureError: Error, Equatable, Sendable {
  /// Counts break a relation that must hold at this cell: a hierarchy does not add up.
  case doesNotAddUp(table: String, cell: CellKey)
  /// A table crosses two multi-answer variables, for which no exact audit is known.
  case twoMultiAnswerVariables(table: String)
  /// These wanted cells cannot be published: whom they would give away.
  ///
  /// Without the wanted cells of `remedy` the release would pass; empty where it would not either.
  case infeasible(wanted: [CellKey], exposed: [CellKey], remedy: [Remedy])
  /// A cell that was published before has another value now.
  case revisionNotDeclared(CellKey)
  /// The solver stopped without an answer, with its status.
  case solverStopped(status: Int)
  /// A table under noise is drawn once and stored; it does not come with others.
  case noiseIsDrawnApart(table: String)
  /// A table with a multi-answer variable cannot be rounded: its lines do not add up.
  case notAdditive(table: String)
  /// The method's parameters cannot be met.
  case parametersInfeasible(String)
  /// No layout of a file of rows that keeps an identifier is k-anonymous and l-diverse.
  case rowsNotAnonymous(file: String)
  /// A file of rows would give these cells away, together with all that left before.
  case rowsGiveAway(file: String, exposed: [CellKey])
  /// Rows of the same persons left before, in another file.
  case rowsAreOut(file: String, period: String)
}

/// A wanted cell that has to go, and the coarser line that may be said in its place.
public struct Remedy: Equatable, Sendable {
  /// The wanted cell.
  public let cell: CellKey
  /// The smallest line around it that is still shown then; `nil` where none is.
  public let instead: CellKey?
}
