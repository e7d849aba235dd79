import Detection
import Foundation
import Testing

@testable import Commands

struct ReleaseScanTests {
  /// Numbers of the registers' own examples or of ranges that nobody has.
  @Test(arguments: [
    ("a,0653276801\n", [EntityKind.phoneNumber]), ("x;noor@example.nl", [.emailAddress]),
    ("\"NL91ABNA0417164300\"", [.ibanCode]), ("{\"bsn 111222333\"}", [.nlBSN]),
    ("|4111 1111 1111 1111|", [.creditCard]), ("<b>192.0.2.33</b>", [.ipAddress]),
    ("kenteken XX-99-XX\n", [.licensePlate]), ("postcode 1234 AB,", [.postalCode]),
    // What a release is made of: codes, counts, shares, periods, digests.
    ("gender,female,120,53.2\n2021,17,4,0\n", []), ("2019..2021", []), ("2021-Q3", []),
    ("sha256:" + String(repeating: "0653276801a", count: 5) + "012345678", []),
  ])
  func `each kind that has no business in a release is counted`(text: String, kinds: [EntityKind])
    async throws
  {
    try await Place.withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try text.write(toFile: "\(path)/table.csv", atomically: true, encoding: .utf8)
      let scan = ReleaseScan(detector: try Detector(lexicons: .empty))
      let found = try scan.findings(in: ["\(path)/table.csv"])
      #expect(found == Dictionary(uniqueKeysWithValues: kinds.map { ($0, 1) }))
    }
  }

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
