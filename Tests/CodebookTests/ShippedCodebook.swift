import Codebook
import Foundation

/// The codebook that Luwte ships, as its users read it.
enum ShippedCodebook {
  static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/project/codebook.toml")

  static func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// Read once for all tests.
  private static let shared = Result { try Codebook.read(text: text(), file: "codebook.toml") }

  static func read() throws -> Codebook { try shared.get() }
}
