import Aggregation

/// Puts a release together from what passed.
struct ReleaseAssembly {
  let control: DisclosureControl
  let tables: [CountTable]
  let methods: [MethodValues?]
  let system: LineSystem
  let safe: SafePattern
  let history: ReleaseHistory

  /// The release.
  func release(earlierCellCount: Int) -> ProtectedRelease {
    let builder = TableBuilder(
      earlier: history.numbers,
      codebook: control.codebook,
      minimumBase: control.plan.minimumBase
    )
    let exact = exactValues
    var published: [CellKey: PublishedCell.Saying] = [:]
    var releasable: [ReleasableTable] = []
    for (table, method) in zip(tables, methods) {
      let values = method.map { self.values($0, table) } ?? exact
      releasable.append(builder.table(table, values, method?.protection ?? suppression))
      for place in 0..<table.table.cellCount {
        let key = key(place, table)
        if let method {
          if published[key] == nil, let window = method.windows[place] {
            published[key] = .range(window)
          }
        } else if let value = exact[key] {
          published[key] = value.number.map(PublishedCell.Saying.number) ?? .withheld
        }
      }
    }
    return ProtectedRelease(
      tables: releasable,
      figures: control.plan.figures.compactMap { builder.figure($0, in: releasable) },
      verdict: safe.reasons.isEmpty ? .pass : .review,
      reasons: safe.reasons,
      publishedCells: published.keys.sorted().map {
        PublishedCell(key: $0, saying: published[$0] ?? .withheld)
      },
      earlierCellCount: earlierCellCount,
      evidence: evidence
    )
  }

  private var suppression: Protection {
    let threshold = control.plan.threshold(for: control.reach)
    return Protection(
      .suppress,
      [("threshold", "\(threshold)"), ("minimum_base", "\(control.plan.minimumBase)")]
    )
  }

  private func key(_ place: Int, _ table: CountTable) -> CellKey {
    table.table.key(of: table.table.coordinates(of: place), period: table.period.description)
  }

  /// The value of each cell that a table shows exactly or withholds.
  private var exactValues: [CellKey: CellValue] {
    var values: [CellKey: CellValue] = [:]
    for (place, cell) in system.cells.enumerated() where cell.isDisplayed {
      values[cell.key] =
        safe.outcome.pattern.isWithheld[place] ? .withheld : .count(cell.count)
    }
    return values
  }

  private func values(_ method: MethodValues, _ table: CountTable) -> [CellKey: CellValue] {
    var values: [CellKey: CellValue] = [:]
    for (place, number) in method.numbers.enumerated() {
      values[key(place, table)] = .count(number)
    }
    return values
  }

  var evidence: InternalEvidence {
    let outcome = safe.outcome
    return InternalEvidence(
      withheld: system.cells.indices.filter { outcome.pattern.isWithheld[$0] }.map {
        .init(key: system.cells[$0].key, isPrimary: outcome.needs[$0] != nil)
      },
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
  }
}
