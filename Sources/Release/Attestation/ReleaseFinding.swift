/// What a check of a release found wrong.
public enum ReleaseFinding: Equatable, Sendable {
  /// There is no `MANIFEST.json`, or it is none.
  case noManifest
  /// A file of the manifest is not there.
  case missing(path: String)
  /// A file is there that the manifest does not name.
  case extra(path: String)
  /// A link, pipe or device lies in the release.
  case notAFile(path: String)
  /// A file's size or SHA-256 is not the manifest's.
  case altered(path: String)
  /// The data package gives another size or hash for a file than the manifest.
  case packageDisagrees(path: String)
  /// A file breaks its format; says where.
  case malformed(path: String, reason: String)
  /// A number between 0 and the threshold is shown.
  case belowThreshold(CellPlace, threshold: Int)
  /// A share or change stands on fewer persons than its table says.
  case baseTooSmall(CellPlace, base: Int)
  /// A share or change is not what its numbers give.
  case miscalculated(CellPlace, measure: String)
  /// The numbers of a table contradict each other at this cell.
  case contradiction(CellPlace)
  /// A withheld number follows from the shown ones so closely that it is surely below the
  /// threshold and not 0.
  case derivable(CellPlace, from: Int, to: Int)
  /// `risk.json` does not say what the published cells give.
  case riskDiffers
  /// Two tables of one population give different totals.
  case totalsDiffer(table: String, other: String)

  /// Fewer rows look alike than the file says.
  case tooFewAlike(file: String, rows: Int, least: Int)
  /// Rows that look alike give fewer answers than the file says.
  case tooFewAnswers(file: String, answers: Int, least: Int)
  /// Rows are not in the order of their values, so their order may tell something.
  case rowsNotInOrder(file: String)

  /// A cell of a table.
  public struct CellPlace: Equatable, Sendable {
    /// The table's id.
    public let table: String
    /// The ids of the cell's lines, in the order of the dimensions.
    public let lines: [String]

    /// Names a cell.
    public init(table: String, lines: [String]) {
      self.table = table
      self.lines = lines
    }
  }

  /// A word for programs, such as `altered`.
  public var code: String {
    switch self {
    case .noManifest: "no_manifest"
    case .missing: "missing"
    case .extra: "extra"
    case .notAFile: "not_a_file"
    case .altered: "altered"
    case .packageDisagrees: "package_disagrees"
    case .malformed: "malformed"
    case .belowThreshold: "below_threshold"
    case .baseTooSmall: "base_too_small"
    case .miscalculated: "miscalculated"
    case .contradiction: "contradiction"
    case .derivable: "derivable"
    case .riskDiffers: "risk_differs"
    case .totalsDiffer: "totals_differ"
    case .tooFewAlike: "too_few_alike"
    case .tooFewAnswers: "too_few_answers"
    case .rowsNotInOrder: "rows_not_in_order"
    }
  }
}
