import Commands
import Synchronization

/// A console that keeps what a command says.
final class RecordingConsole: Sendable {
  private let said = Mutex<(output: [UInt8], error: [UInt8])>(([], []))

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var outputBytes: [UInt8] { said.withLock { $0.output } }
  var error: String { String(decoding: said.withLock { $0.error }, as: UTF8.self) }

  /// A world with a fixed clock that writes here.
  func world(
    shippedFiles: String? = nil,
    isTerminal: Bool = false,
    showsProgress: Bool = false,
    input: String = ""
  ) -> World {
    World(
      console: Console(
        output: { bytes in self.said.withLock { $0.output += bytes } },
        error: { bytes in self.said.withLock { $0.error += bytes } },
        showsProgress: showsProgress,
        isTerminal: isTerminal
      ),
      shippedFiles: shippedFiles,
      input: { Array(input.utf8) },
      now: { 1_641_000_000 }
    )
  }
}

/// Runs one command line and gives its status and what it said.
func luwte(
  _ words: String...,
  shippedFiles: String? = nil
) async -> (status: ExitStatus, output: String, error: String) {
  let console = RecordingConsole()
  let status = await Luwte.run(words, in: console.world(shippedFiles: shippedFiles))
  return (status, console.output, console.error)
}
