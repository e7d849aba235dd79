import Aggregation
import DisclosureControl

/// What a plan would lose, table by table, for the steward: it names no count.
struct TrialReport {
  let outcome: ReleaseTrial.Outcome

  /// A line for each table, one for the whole, and the reasons for a review.
  var lines: [String] {
    var lines = outcome.protected.tables.map { table in
      "\(table.id): \(table.cells.count) cells, " + loss(of: table)
    }
    let cells = outcome.protected.tables.reduce(0) { $0 + $1.cells.count }
    let withheld = outcome.protected.tables.reduce(0) { $0 + $1.withheldCount }
    lines.append(
      "all: \(withheld) of \(cells) cells withheld (\(Self.percent(withheld, of: cells))), "
        + "audit: \(outcome.protected.verdict.rawValue)"
    )
    return lines
  }

  /// What a file of rows is.
  static func line(of file: PlannedMicrodata) -> String {
    "\(file.id): rows of \(file.population), k \(file.leastAlike), l \(file.leastAnswers), "
      + "\(file.layouts) layouts of \(file.identifying.map(\.variable).joined(separator: ", "))"
  }

  /// What a file of rows would lose, a line a variable.
  static func lines(of release: ProtectedRelease) -> [String] {
    guard let file = release.microdata else { return [] }
    return [
      "\(file.id): \(file.rowsLeftOut) rows left out, audit: \(release.verdict.rawValue)"
    ]
      + file.columns.map { column in
        let lost = "\(column.lossTenths / 10).\(column.lossTenths % 10) % lost"
        guard let level = column.level else { return "  \(column.variable): left out, \(lost)" }
        return "  \(column.variable): as \(level), "
          + "\(Self.percent(column.suppressed, of: file.rows.count)) suppressed, \(lost)"
      }
  }

  private func loss(of table: ReleasableTable) -> String {
    guard table.protection.method == .suppress else {
      return "none withheld, all changed by \(table.protection.method.rawValue)"
    }
    let withheld = table.withheldCount
    var parts = ["\(withheld) withheld (\(Self.percent(withheld, of: table.cells.count)))"]
    let silent = table.cells.count { cell in
      cell.count.number != nil && cell.shareOfAll == nil && cell.shareOfKnown == nil
        && cell.lines.contains { $0 > 1 }
    }
    if table.measures.contains(where: { $0 == .shareOfAll || $0 == .shareOfKnown }), silent > 0 {
      parts.append("\(silent) without a share")
    }
    return parts.joined(separator: ", ")
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\(whole == 0 ? 0 : (200 * part + whole) / (2 * whole)) %"
  }
}
