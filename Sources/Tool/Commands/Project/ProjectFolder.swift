import Aggregation
import Codebook
import Compression
import Configuration
import FoundationEssentials

/// A project folder on disk, and its settings.
struct ProjectFolder: Sendable {
  /// The folder, as given.
  let path: String
  /// What `luwte.toml` says.
  let settings: LineSettings

  /// Opens the folder that holds `luwte.toml`.
  ///
  /// - Throws: `Complaint`, or `ConfigurationError`.
  static func open(_ path: String) throws -> ProjectFolder {
    guard let project = try openIfPresent(path) else { throw Complaint.noProject(path) }
    return project
  }

  /// Opens the folder; `nil` where it holds no `luwte.toml`.
  static func openIfPresent(_ path: String) throws -> ProjectFolder? {
    let file = path + "/luwte.toml"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let table = try TOML.parse(try readText(file), file: file)
    return ProjectFolder(path: path, settings: try LineSettings.read(table))
  }

  /// The place of a part, by its name in `[paths]`.
  func place(_ part: String) -> String {
    let written = settings.paths[part] ?? part
    return written.hasPrefix("/") ? written : path + "/" + written
  }

  /// The folders from which files leave: keys may not lie inside one.
  var outputFolders: [String] {
    ["inbox", "transcripts", "quarantine", "evidence", "releases"].map(place)
  }

  /// The table plan.
  func tablePlan(codebook: Codebook) throws -> TablePlan {
    try TablePlan.read(try configuration("tableplan.toml"), codebook: codebook)
  }

  /// A configuration file of this folder, such as `redaction.toml`.
  func configuration(_ name: String) throws -> ConfigurationTable {
    try TOML.parse(try readText(path + "/" + name), file: path + "/" + name)
  }
}

/// The text of a file.
///
/// - Throws: `Complaint.unreadable`.
func readText(_ path: String) throws(Complaint) -> String {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw .unreadable(path, FileManager.default.fileExists(atPath: path) ? "no right" : "missing")
  }
  guard let text = String(validating: data, as: UTF8.self) else {
    throw .unreadable(path, "it is not UTF-8")
  }
  return text
}

/// The bytes of a file, as stored.
///
/// - Throws: `Complaint.unreadable`.
func readBytes(_ path: String) throws(Complaint) -> [UInt8] {
  do throws(CompressionError) {
    return try InputFile(asStored: path).readAll()
  } catch {
    throw .unreadable(path, error)
  }
}
