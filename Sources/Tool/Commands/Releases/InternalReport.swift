import DisclosureControl

/// The internal evidence of a release as text, for the ledger; it never leaves.
enum InternalReport {
  /// A line for each withheld cell and each sensitive cell's interval.
  static func text(_ evidence: InternalEvidence) -> String {
    let withheld = evidence.withheld.map { cell in
      "withheld\t\(cell.isPrimary ? "primary" : "companion")\t\(cell.key)\n"
    }
    let intervals = evidence.intervals.map { "interval\t\($0.key)\t\($0.lower)\t\($0.upper)\n" }
    let components = "components\t\(evidence.componentCount)\n"
    return withheld.joined() + intervals.joined() + components
  }
}
