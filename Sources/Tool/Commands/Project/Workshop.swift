import ChatLogs
import Configuration
import Detection

/// What a verb works with: the project's settings where there is a project, else the shipped ones.
struct Workshop: Sendable {
  /// The project; `nil` outside one.
  let project: ProjectFolder?
  /// The shipped files.
  let shippedFiles: String
  /// How far detection goes.
  let policy: DetectionPolicy
  /// Cores to use.
  let threads: Int
  /// The call's own settings for reading.
  let reading: ChatLogSettings

  /// Opens the workshop that a call asks for.
  static func open(_ call: Invocation) throws -> Workshop {
    guard let shipped = call.world.shippedFiles else { throw Complaint.shippedFilesMissing }
    let project = try ProjectFolder.openIfPresent(call.projectPath)
    if project == nil, call.has(.project) { throw Complaint.noProject(call.projectPath) }
    let settings = project?.settings ?? .standard
    let asked = try call.integer(.threads, in: 1...256) ?? settings.threads
    return Workshop(
      project: project,
      shippedFiles: shipped,
      policy: call.value(.policy).flatMap(DetectionPolicy.init) ?? .balanced,
      threads: asked > 0 ? asked : call.world.cores,
      reading: ChatLogSettings(zone: CivilZone(rawValue: settings.timeZone) ?? .amsterdam)
    )
  }

  /// The folder of the lexicons.
  var lexiconFolder: String {
    if let project, project.settings.paths["lexicons"] != nil { return project.place("lexicons") }
    return shippedFiles + "/Lexicons"
  }

  /// The detector under the workshop's policy.
  func detector() throws -> Detector {
    try Detector(lexicons: try Lexicons.open(directory: lexiconFolder), policy: policy)
  }
}
