import Attestation

/// What is said of a release that does not hold.
extension Complaint {
  static func finding(_ finding: ReleaseFinding, in folder: String) -> Complaint {
    let place = place(of: finding)
    return Complaint(
      .checkFailed,
      place.isEmpty ? folder : "\(folder): \(place)",
      sentence(for: finding)
    )
  }

  /// The file or cell that a finding is about.
  static func place(of finding: ReleaseFinding) -> String {
    switch finding {
    case .noManifest: "MANIFEST.json"
    case .missing(let path), .extra(let path), .notAFile(let path), .altered(let path),
      .packageDisagrees(let path), .malformed(let path, _):
      path
    case .belowThreshold(let cell, _), .baseTooSmall(let cell, _), .miscalculated(let cell, _),
      .contradiction(let cell), .derivable(let cell, _, _):
      "\(cell.table) \(cell.lines.joined(separator: " / "))"
    case .riskDiffers: "risk.json"
    case .totalsDiffer(let table, let other): "\(table) and \(other)"
    case .tooFewAlike(let file, _, _), .tooFewAnswers(let file, _, _), .rowsNotInOrder(let file):
      file
    }
  }

  private static func sentence(for finding: ReleaseFinding) -> String {
    switch finding {
    case .noManifest: "there is none, or it cannot be read; ask the sender again"
    case .missing: "the manifest names this file, and it is not there; ask the sender again"
    case .extra: "the manifest does not name this file; do not use it"
    case .notAFile: "a link or special file has no place in a release"
    case .altered: "this file was changed after the release was made; ask the sender again"
    case .packageDisagrees: "datapackage.json gives another size or hash than the manifest"
    case .malformed(_, let reason): "its format is broken: \(reason)"
    case .belowThreshold(_, let threshold):
      "a number below the threshold of \(threshold) is shown; do not use it, tell the sender"
    case .baseTooSmall(_, let base): "a share stands on a base of \(base), too few"
    case .miscalculated(_, let measure): "\(measure) is not what its numbers give"
    case .contradiction: "the numbers of the table contradict each other here"
    case .derivable(_, let from, let to):
      "a withheld number can be derived: it lies between \(from) and \(to); tell the sender"
    case .tooFewAlike(_, let rows, let least):
      "only \(rows) rows look alike where \(least) should; do not use it, tell the sender"
    case .tooFewAnswers(_, let answers, let least):
      "rows that look alike give \(answers) answers where \(least) should differ; do not use it, "
        + "tell the sender"
    case .rowsNotInOrder:
      "rows are not in the order of their values, so their order may tell something"
    case .riskDiffers: "it does not say what the tables give; do not use it, tell the sender"
    case .totalsDiffer: "tables of one population have different totals"
    }
  }
}
