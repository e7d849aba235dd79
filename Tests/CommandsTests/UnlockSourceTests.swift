import Foundation
import Testing

@testable import Commands

struct UnlockSourceTests {
  @Test(arguments: [
    ("fd:3", UnlockSource.descriptor(3)), ("fd:1023", .descriptor(1_023)),
    ("/etc/x", .file("/etc/x")),
    ("fd", .file("fd")), ("./fd:3", .file("./fd:3")),
  ])
  func `fd and a number is a descriptor, all else a file`(text: String, source: UnlockSource) throws
  {
    #expect(try UnlockSource(text) == source)
  }

  @Test(arguments: ["fd:", "fd:-1", "fd:1024", "fd:x"])
  func `a descriptor that is none is refused with the range`(text: String) {
    let complaint = #expect(throws: Complaint.self) { try UnlockSource(text) }
    #expect(
      complaint?.line
        == "luwte: --unlock-file \(text): a descriptor is fd: and a number from 0 to 1023"
    )
  }

  @Test func `keys that a descriptor sealed open by a descriptor and by a file alike`() async throws
  {
    try await Place.withFolder { path in
      #expect(await luwte("init", path, shippedFiles: Place.repository).status == .done)
      try FileManager.default.removeItem(atPath: "\(path)/keys")
      let unlock = "\(path).unlock"
      defer { try? FileManager.default.removeItem(atPath: unlock) }
      _ = FileManager.default.createFile(
        atPath: unlock,
        contents: Data((0..<32).map { UInt8($0) }),
        attributes: [.posixPermissions: 0o600]
      )
      let words = ["--project", path, "--unlock-file"]
      let made = try Program.run(["keys", "create"] + words + ["fd:0"], input: unlock)
      #expect(made.split(separator: "\n").count == 6)
      #expect(try Program.run(["keys", "list"] + words + ["fd:0"], input: unlock) == made)
      #expect(try Program.run(["keys", "list"] + words + [unlock], input: unlock) == made)
    }
  }
}
