import Aggregation

/// All tables of a release, made safe together.
public struct ProtectedRelease: Sendable {
  /// What the audit says of the whole.
  public enum Verdict: String, Sendable {
    /// Every check passed.
    case pass
    /// No check failed, but one could not be finished; a person decides.
    case review
  }

  /// The tables, in the plan's order.
  public let tables: [ReleasableTable]
  /// The report's sentences, in the plan's order.
  public let figures: [ReleasableFigure]
  /// What the audit says.
  public let verdict: Verdict
  /// Why a person must decide, empty for a pass; names cells, so it stays inside.
  public let reasons: [ReviewReason]
  /// Every cell that leaves, ordered by key; what later releases take in.
  public let publishedCells: [PublishedCell]
  /// The file of rows; `nil` for a release of tables.
  public var microdata: ReleasableMicrodata?
  /// What the file says of cells together; what later releases take in.
  public var publishedSums: [PublishedSum] = []
  /// How many earlier cells were taken in.
  public let earlierCellCount: Int
  /// What must not leave.
  public let evidence: InternalEvidence
}

/// What happened inside the second wall: stays with the ledger, never leaves.
public struct InternalEvidence: Sendable {
  /// One withheld cell.
  public struct Withheld: Equatable, Sendable {
    /// Which.
    public let key: CellKey
    /// Whether it is sensitive for its own sake; a companion otherwise.
    public let isPrimary: Bool
  }

  /// What an attacker's interval is proved to hold at least.
  public struct Interval: Equatable, Sendable {
    /// Which cell.
    public let key: CellKey
    /// The least value of a table that fits.
    public let lower: Int
    /// The greatest value of a table that fits.
    public let upper: Int
  }

  /// The withheld cells, ordered by key.
  public let withheld: [Withheld]
  /// The sensitive cells' intervals, ordered by key.
  public let intervals: [Interval]
  /// How many parts of the system an attacker has to guess, each replayed by itself.
  public let componentCount: Int
}

/// Why a person must look at a release.
public enum ReviewReason: Equatable, Sendable {
  /// The replay found no proof for this cell within the tries allowed.
  case replayUnfinished(CellKey)
  /// This cell hangs together with so many that the program was not replayed on them.
  case tooLargeToReplay(CellKey, cells: Int)
  /// The interval is wide enough by the solver, but no two tables in whole numbers prove it.
  case provedInRealNumbersOnly(CellKey)
  /// This cell was withheld because the replay failed without it; that choice looked at counts.
  case withheldAfterReplay(CellKey)
}
