/// Which tables leave, for whom, and how they are protected.
///
/// Read from `tableplan.toml` with `TablePlan.read(_:codebook:)`.
public struct TablePlan: Sendable {
  /// The plan's name; record keys and pattern costs are bound to it.
  public let programme: String
  /// A cell of fewer persons is withheld from the public.
  public let publicThreshold: Int
  /// A cell of fewer persons is withheld under contract.
  public let contractThreshold: Int
  /// No share is shown on a smaller base.
  public let minimumBase: Int
  /// The cell key method's parameters.
  public let cellKey: CellKeyParameters
  /// The parameters of noise.
  public let noise: NoiseParameters
  /// The base of small count rounding.
  public let roundingBase: Int
  /// Conditions on different variables that the same persons meet.
  public let same: [SameCells]
  /// The tables, in order.
  public let tables: [PlannedTable]
  /// The sentences, in order.
  public let figures: [PlannedFigure]
  /// The files of rows for recipients under contract, in order.
  public let microdata: [PlannedMicrodata]

  /// The table with an id.
  public func table(_ id: String) -> PlannedTable? { tables.first { $0.id == id } }

  /// The threshold for a class of recipient.
  public func threshold(for reach: PlannedTable.Reach) -> Int {
    switch reach {
    case .public: publicThreshold
    case .contract: contractThreshold
    }
  }

  /// The tables of a class of recipient that leave under noise, drawn once, apart from the others.
  public func noisyTables(for reach: PlannedTable.Reach) -> [PlannedTable] {
    tables.filter { (reach == .contract || $0.reach == .public) && $0.method == .noise }
  }

  /// The tables that a class of recipient may have, save those under noise: contract recipients get
  /// the public ones too.
  public func tables(for reach: PlannedTable.Reach) -> [PlannedTable] {
    tables.filter { (reach == .contract || $0.reach == .public) && $0.method != .noise }
  }
}

/// The parameters of the cell key method: D, V, js and pstay.
public struct CellKeyParameters: Equatable, Sendable {
  /// D: the greatest change.
  public let distance: Int
  /// V: the greatest variance of the change.
  public let variance: Double
  /// js: the numbers 1...js are never published.
  public let smallest: Int
  /// pstay: how likely no change is at least.
  public let stay: Double
}

/// The parameters of noise: sigma^2, the delta at which epsilon is said, the budget.
public struct NoiseParameters: Equatable, Sendable {
  /// sigma^2 of the discrete Gaussian.
  public let variance: Int
  /// The delta at which epsilon is said.
  public let delta: Double
  /// What may be spent on a population and period, in billionths of rho.
  public let budget: Int
}

/// Two conditions that the same persons meet: a derived variable and what it is derived from.
public struct SameCells: Equatable, Sendable {
  /// One condition.
  public let one: CellKey.Condition
  /// The other.
  public let other: CellKey.Condition
}
