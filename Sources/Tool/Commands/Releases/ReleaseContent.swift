/// What of the plan leaves in one release.
enum ReleaseContent {
  /// The tables that withhold or change cells.
  case tables
  /// The tables under noise.
  case noise
  /// A file of rows, by its id in the plan.
  case microdata(String)

  /// What is added to the release's name.
  var suffix: String {
    switch self {
    case .tables: ""
    case .noise: "-noise"
    case .microdata(let id): "-\(id)"
    }
  }
}
