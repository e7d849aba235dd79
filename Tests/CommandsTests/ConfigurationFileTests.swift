import Configuration
import Foundation
import Testing

@testable import Commands

/// The folder of the repository, and throw-away folders.
enum Place {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A path for a new folder; `body` may make it, and it is gone afterwards.
  static func withFolder<Result>(_ body: (String) async throws -> Result) async rethrows -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/luwte-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  static func schema(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: "\(repository)/Schemas/\(name).v1.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

struct ConfigurationFileTests {
  @Test func `the shipped files are read`() throws {
    let folder = Place.repository + "/Samples/project"
    let project = try ProjectFolder.open(folder)
    #expect(project.settings.timeZone == "Europe/Amsterdam")
    let governance = try Governance.read(try project.configuration("governance.toml"))
    #expect(governance.recipients.map(\.id) == ["public", "research-centre", "university"])
  }

  @Test func `the schema of luwte.toml has the keys that the reader knows`() throws {
    let properties = try #require(try Place.schema("luwte")["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == LineSettings.keys.sorted())
    let paths = try #require(
      (properties["paths"] as? [String: Any])?["properties"] as? [String: Any]
    )
    let known = LineSettings.defaultPaths.keys + LineSettings.optionalPaths
    #expect(paths.keys.sorted() == known.sorted())
  }

  @Test func `the schema of governance.toml has the keys that the reader knows`() throws {
    let properties = try #require(try Place.schema("governance")["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == Governance.keys.sorted())
  }

  @Test(arguments: [
    ("nme = \"x\"", "luwte.toml:1: nme: unknown key; did you mean \"name\"?"),
    (
      "name = \"x\"\ntime_zone = \"Mars\"",
      "luwte.toml:2: time_zone: \"Mars\" is not allowed; write one of: Europe/Amsterdam, "
        + "Europe/Brussels, UTC"
    ),
    (
      "name = \"x\"\n[paths]\nintbox = \"i\"",
      "luwte.toml:3: paths.intbox: unknown key; did you mean \"inbox\"?"
    ),
    (
      "name = \"x\"\nthreads = 1000",
      "luwte.toml:2: threads: 1000 is out of range; write a whole number from 0 to 256"
    ),
    ("name = ", "luwte.toml:1: "),
  ])
  func `a wrong setting is refused with file, line and remedy`(text: String, line: String) {
    #expect {
      _ = try LineSettings.read(try TOML.parse(text, file: "luwte.toml"))
    } throws: { error in
      Complaint(error).line.hasPrefix("luwte: " + line) && Complaint(error).status == .usage
    }
  }
}
