import Aggregation
import Codebook

extension DisclosureControl {
  /// Makes a file of rows safe, and proves it together with everything that left before.
  ///
  /// The rows are one table of all their variables. What it says of each combination joins the system
  /// of all tables; then nobody may find out a cell that a table withheld, at the threshold of whoever
  /// it was withheld from, nor the value that a row lost.
  ///
  /// - Parameters:
  ///   - counted: The persons by combination.
  ///   - context: Counted tables that left before and say something of the same persons.
  ///   - earlier: Every cell that left before, to anyone, oldest first.
  ///   - rows: What files of rows said before, to anyone.
  ///   - patternCost: As for tables.
  /// - Returns: A release of the file alone.
  /// - Throws: `DisclosureError.rowsNotAnonymous`, `.rowsGiveAway`, `.rowsAreOut`, and as for tables.
  public func protect(
    _ counted: CountedRows,
    context: [CountTable],
    earlier: [PublishedCell],
    rows: KnownRows,
    patternCost: (CellKey) -> UInt64
  ) throws(DisclosureError) -> ProtectedRelease {
    let file = counted.planned.id
    guard let layout = MicrodataSearch(counted, codebook: codebook).best() else {
      throw .rowsNotAnonymous(file: file)
    }
    let sums = layout.sums
    let before = rows.sums.filter {
      $0.file == file && $0.period == counted.period.description
    }
    // The same file may go to another recipient; another file of the same persons may not.
    let other = rows.sums.first { sum in
      Period(sum.period)?.overlaps(counted.period) ?? true
        && (sum.file != file || sum.period != counted.period.description)
    }
    if let other { throw .rowsAreOut(file: other.file, period: other.period) }
    guard before.isEmpty || before == sums else {
      throw .rowsAreOut(file: file, period: counted.period.description)
    }
    let history = try ReleaseHistory(earlier)
    let known = before.isEmpty ? rows.joined(KnownRows(sums, counts: layout.counts)) : rows
    let audited: (system: LineSystem, safe: SafePattern)
    do throws(DisclosureError) {
      audited = try audit(
        [],
        context: context,
        history: history,
        windows: history.windows,
        rows: known,
        threshold: ThresholdRule(
          threshold: plan.threshold(for: reach),
          thresholdOfWithheld: max(plan.publicThreshold, plan.contractThreshold)
        ),
        patternCost: patternCost
      )
    } catch .infeasible(_, let exposed, _) {
      throw .rowsGiveAway(file: file, exposed: exposed)
    }
    return ReleaseAssembly(
      control: self,
      tables: [],
      methods: [],
      system: audited.system,
      safe: audited.safe,
      history: history
    )
    .release(
      of: ReleasableMicrodata(layout, codebook: codebook),
      sums: sums,
      earlierCellCount: earlier.count
    )
  }
}

extension ReleaseAssembly {
  /// The release of a file of rows.
  func release(
    of microdata: ReleasableMicrodata,
    sums: [PublishedSum],
    earlierCellCount: Int
  ) -> ProtectedRelease {
    ProtectedRelease(
      tables: [],
      figures: [],
      verdict: safe.reasons.isEmpty ? .pass : .review,
      reasons: safe.reasons,
      publishedCells: sums.compactMap(\.single).sorted { $0.key < $1.key },
      microdata: microdata,
      publishedSums: sums,
      earlierCellCount: earlierCellCount,
      evidence: evidence
    )
  }
}
