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
  ///   - earlier: Every cell that left before, to anyone.
  ///   - patternCost: The cost of withholding a cell for others: HMAC(K_pattern, cell), so that
  ///     the choice does not depend on counts.
  /// - Returns: The tables with the verdict and the evidence.
  /// - Throws: `DisclosureError.infeasible` when the wanted cells would give others away;
  ///   `.doesNotAddUp`, `.revisionNotDeclared`, `.solverStopped`.
  public func protect(
    _ tables: [CountTable],
    earlier: [PublishedCell],
    patternCost: (CellKey) -> UInt64
  ) throws(DisclosureError) -> ProtectedRelease {
    let history = try Self.history(earlier)
    var wanted: [String: [[String]]] = [:]
    for figure in plan.figures
    where plan.table(figure.table)?.isMerged(figure.lines) == false {
      wanted[figure.table, default: []].append(figure.lines)
    }
    let system = try LineSystem(
      tables,
      wanted: wanted,
      exemptions: codebook.groupDisclosureExemptions,
      earlier: history
    )
    for cell in system.cells where cell.isDisplayed {
      if case .published(let count) = cell.earlier, count != cell.count {
        throw .revisionNotDeclared(cell.key)
      }
    }
    let threshold = plan.threshold(for: reach)
    let finder = PatternFinder(
      rules: PrimaryRules(threshold: ThresholdRule(threshold: threshold)),
      merges: MergeRule(tables, system),
      costs: system.cells.map { patternCost($0.key) }
    )
    let outcome = try SafePattern(finder, system)
    return release(tables, system, outcome, earlier, threshold)
  }

  /// What was said of each cell before; published beats withheld.
  private static func history(
    _ earlier: [PublishedCell]
  ) throws(DisclosureError) -> [CellKey: LineSystem.EarlierValue] {
    var history: [CellKey: LineSystem.EarlierValue] = [:]
    for cell in earlier {
      switch (history[cell.key], cell.count) {
      case (.published(let before)?, let now?) where before != now:
        throw .revisionNotDeclared(cell.key)
      case (_, let now?): history[cell.key] = .published(now)
      case (nil, nil): history[cell.key] = .withheld
      case (_?, nil): continue
      }
    }
    return history
  }

  private func release(
    _ tables: [CountTable],
    _ system: LineSystem,
    _ safe: SafePattern,
    _ earlier: [PublishedCell],
    _ threshold: Int
  ) -> ProtectedRelease {
    let outcome = safe.outcome
    var values: [CellKey: CellValue] = [:]
    var published: [PublishedCell] = []
    var withheld: [InternalEvidence.Withheld] = []
    for (place, cell) in system.cells.enumerated() where cell.isDisplayed {
      let isWithheld = outcome.pattern.isWithheld[place]
      values[cell.key] = isWithheld ? .withheld : .count(cell.count)
      published.append(PublishedCell(key: cell.key, count: isWithheld ? nil : cell.count))
      if isWithheld {
        withheld.append(.init(key: cell.key, isPrimary: outcome.needs[place] != nil))
      }
    }
    var before: [CellKey: Int] = [:]
    for cell in earlier { if let count = cell.count { before[cell.key] = count } }
    let builder = TableBuilder(
      values: values,
      earlier: before,
      codebook: codebook,
      minimumBase: plan.minimumBase,
      threshold: threshold
    )
    let releasable = tables.map { builder.table($0) }
    return ProtectedRelease(
      tables: releasable,
      figures: plan.figures.compactMap { builder.figure($0, in: releasable) },
      verdict: safe.reasons.isEmpty ? .pass : .review,
      reasons: safe.reasons,
      publishedCells: published,
      earlierCellCount: earlier.count,
      evidence: InternalEvidence(
        withheld: withheld,
        intervals: outcome.findings.compactMap { finding in
          guard finding.known == nil, let interval = finding.interval else { return nil }
          return .init(
            key: system.cells[finding.cell].key,
            lower: interval.lowerBound,
            upper: interval.upperBound
          )
        }
        .sorted { $0.key < $1.key },
        componentCount: safe.componentCount
      )
    )
  }
}
