import Foundation
import Testing

@testable import Commands

struct ReleaseScanTests {
  /// Invented.
  @Test(arguments: [
    ("Research centre, 0653276801", "PHONE_NUMBER"),
    ("Research centre, noor@example.nl", "EMAIL_ADDRESS"),
  ])
  func `a release that holds an identifier is refused, and nothing of it is kept`(
    label: String,
    kind: String
  ) async throws {
    try await Place.withFolder { path in
      try FileManager.default.copyItem(
        atPath: try await SampleReleases.project.value,
        toPath: path
      )
      let file = "\(path)/governance.toml"
      let governance = try readText(file)
      let changed = governance.replacing("en = \"Public\"", with: "en = \"\(label)\"")
      #expect(changed != governance)
      try changed.write(toFile: file, atomically: true, encoding: .utf8)
      let said = await SampleReleases.release("2021", of: path, to: "public")
      #expect(said.status == .checkFailed)
      #expect(
        said.error.contains("2021-public: refused: its files hold what looks like identifiers")
      )
      #expect(said.error.contains(kind))
      #expect(!said.error.contains("0653276801") && !said.error.contains("example.nl"))
      #expect(!Folders.exists("\(path)/releases/2021-public"))
      #expect(!Folders.exists("\(path)/releases/2021-public.part"))
      try governance.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(await SampleReleases.release("2021", of: path, to: "public").status == .done)
    }
  }
}
