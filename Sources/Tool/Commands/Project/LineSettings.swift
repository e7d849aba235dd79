import Configuration

/// What `luwte.toml` says: the line's name, its clock, its folders.
struct LineSettings: Sendable {
  /// What the line is called in reports.
  let name: String
  /// The zone of local days and quarters.
  let timeZone: String
  /// Cores to use; 0 is all.
  let threads: Int
  /// For how many years a visitor is known again; then the link key must be rotated.
  let lookBackYears: Int
  /// Names of those who answer for the line.
  let counsellors: [String]
  /// Paths by their name in `[paths]`, as written.
  let paths: [String: String]

  /// The names of `[paths]` and what they are where nothing is said.
  static let defaultPaths = [
    "inbox": "inbox", "transcripts": "transcripts", "quarantine": "quarantine",
    "evidence": "evidence", "releases": "releases", "ledger": "ledger.db", "keys": "keys",
  ]
  /// The names of `[paths]` that stand for nothing where nothing is said.
  static let optionalPaths = ["lexicons", "model"]
  /// Every key of the file.
  static let keys = [
    "name", "time_zone", "threads", "look_back_years", "counsellors", "paths",
  ]
  /// The look-back window where nothing is said, in years.
  static let standardLookBack = 5
  static let timeZones = ["Europe/Amsterdam", "Europe/Brussels", "UTC"]

  /// The settings outside a project.
  static let standard = LineSettings(
    name: "",
    timeZone: timeZones[0],
    threads: 0,
    lookBackYears: standardLookBack,
    counsellors: [],
    paths: defaultPaths
  )

  /// Reads the root table of `luwte.toml`.
  static func read(_ table: ConfigurationTable) throws(ConfigurationError) -> LineSettings {
    try table.refuseKeys(otherThan: keys)
    var paths = defaultPaths
    if let section = try table.table("paths") {
      try section.refuseKeys(otherThan: defaultPaths.keys.sorted() + optionalPaths)
      for key in section.keys { paths[key] = try section.requiredString(key) }
    }
    return LineSettings(
      name: try table.requiredString("name"),
      timeZone: try table.word("time_zone", of: timeZones) ?? timeZones[0],
      threads: try table.integer("threads", in: 0...256) ?? 0,
      lookBackYears: try table.integer("look_back_years", in: 1...30) ?? standardLookBack,
      counsellors: try table.strings("counsellors"),
      paths: paths
    )
  }
}
