import Commands
import Foundation
import Synchronization

/// The program, run in the test's own process.
enum Program {
  struct Result {
    let status: ExitStatus
    let output: [UInt8]
    let error: [UInt8]
  }

  /// Makes a folder that is gone afterwards.
  static func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "luwte-samples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  /// Runs one command line with a fixed clock.
  static func run(_ words: [String]) async -> Result {
    let said = Mutex<(output: [UInt8], error: [UInt8])>(([], []))
    let world = World(
      console: Console(
        output: { bytes in said.withLock { $0.output += bytes } },
        error: { bytes in said.withLock { $0.error += bytes } }
      ),
      shippedFiles: Samples.folder.deletingLastPathComponent().path,
      now: { 1_638_000_000 }
    )
    let status = await Luwte.run(words, in: world)
    return said.withLock { Result(status: status, output: $0.output, error: $0.error) }
  }
}
