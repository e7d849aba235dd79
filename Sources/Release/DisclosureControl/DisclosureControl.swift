import Aggregation
import Codebook

/// The second wall: decides what of counted tables may leave.
public struct DisclosureControl: Sendable {
  /// The plan.
  public let plan: TablePlan
  /// The codebook.
  public let codebook: Codebook
  /// The class of recipient.
  public let reach: PlannedTable.Reach

  /// Prepares the rules of one plan for one class of recipient.
  public init(plan: TablePlan, codebook: Codebook, reach: PlannedTable.Reach) {
    self.plan = plan
    self.codebook = codebook
    self.reach = reach
  }

  /// Makes tables safe, all together, and proves it before it gives them back.
  ///
  /// - Parameters:
  ///   - tables: The counted tables of one release.
  ///   - context: Counted tables of other periods that left before and that add up with these:
  ///     the years of a release over several years.
  ///   - earlier: Every cell that left before, to anyone, oldest first.
  ///   - rows: What files of rows said before, to anyone.
  ///   - patternCost: The cost of withholding a cell for others: HMAC(K_pattern, cell), so that
  ///     the choice does not depend on counts.
  /// - Returns: The tables with the verdict and the evidence.
  /// - Throws: `DisclosureError.infeasible` when the wanted cells would give others away;
  ///   `.doesNotAddUp`, `.revisionNotDeclared`, `.solverStopped`, `.noiseIsDrawnApart`.
  public func protect(
    _ tables: [CountTable],
    context: [CountTable] = [],
    earlier: [PublishedCell],
    rows: KnownRows = KnownRows(),
    patternCost: (CellKey) -> UInt64
  ) throws(DisclosureError) -> ProtectedRelease {
    let history = try ReleaseHistory(earlier)
    let methods = try methodValues(tables)
    var windows = history.windows
    for (table, values) in zip(tables, methods) {
      for (place, window) in (values?.windows ?? []).enumerated() {
        let key = table.table.key(
          of: table.table.coordinates(of: place),
          period: table.period.description
        )
        if let window { windows[key] = windows[key].map { $0.clamped(to: window) } ?? window }
      }
    }
    let (system, safe) = try audit(
      tables,
      context: context,
      history: history,
      windows: windows,
      rows: rows,
      threshold: ThresholdRule(threshold: plan.threshold(for: reach)),
      patternCost: patternCost
    )
    return ReleaseAssembly(
      control: self,
      tables: tables,
      methods: methods,
      system: system,
      safe: safe,
      history: history
    )
    .release(earlierCellCount: earlier.count)
  }

  /// Joins all that left and leaves into one system, and finds a pattern of it that holds.
  func audit(
    _ tables: [CountTable],
    context: [CountTable],
    history: ReleaseHistory,
    windows: [CellKey: ClosedRange<Int>],
    rows: KnownRows,
    threshold: ThresholdRule,
    patternCost: (CellKey) -> UInt64
  ) throws(DisclosureError) -> (LineSystem, SafePattern) {
    var system = try LineSystem(
      tables + context,
      wanted: wantedLines,
      codebook: codebook,
      same: plan.same,
      earlier: history.values,
      rows: rows
    )
    system.note(windows)
    system.hideUnreleased(outside: Set(tables.map(\.period.description)))
    system.raiseFloors()
    for cell in system.cells {
      if case .published(let count) = cell.earlier, count != cell.count {
        throw .revisionNotDeclared(cell.key)
      }
    }
    let finder = PatternFinder(
      rules: PrimaryRules(threshold: threshold),
      merges: MergeRule(tables.filter { $0.table.method == .suppress }, system),
      costs: system.cells.map { patternCost($0.key) },
      seeksOptimum: system.cells.count <= OptimalPattern.cellsAtMost
    )
    do throws(DisclosureError) {
      return (system, try SafePattern(finder, system))
    } catch .infeasible(let wanted, let exposed, _) {
      throw .infeasible(
        wanted: wanted,
        exposed: exposed,
        remedy: RefusedRelease(finder: finder, system: system).remedy
      )
    }
  }

  /// The lines that must not be withheld for the sake of others: those that carry a sentence.
  private var wantedLines: [String: [[String]]] {
    var wanted: [String: [[String]]] = [:]
    for figure in plan.figures
    where plan.table(figure.table)?.isMerged(figure.lines) == false {
      wanted[figure.table, default: []].append(figure.lines)
    }
    return wanted
  }

  /// What tables under other methods say; `nil` for tables that withhold cells.
  private func methodValues(_ tables: [CountTable]) throws(DisclosureError) -> [MethodValues?] {
    var values: [MethodValues?] = []
    for table in tables {
      switch table.table.method {
      case .suppress: values.append(nil)
      case .cellKey:
        let parameters = plan.cellKey
        values.append(
          try MethodValues(
            cellKey: .init(
              distance: parameters.distance,
              variance: parameters.variance,
              smallest: parameters.smallest,
              stay: parameters.stay
            ),
            table
          )
        )
      case .round:
        values.append(
          try MethodValues(rounding: SmallCountRounding(base: plan.roundingBase), table)
        )
      case .noise: throw .noiseIsDrawnApart(table: table.table.id)
      }
    }
    return values
  }
}
