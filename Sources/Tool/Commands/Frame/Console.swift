/// Standard output and standard error of a command.
public struct Console: Sendable {
  private let writeOutput: @Sendable ([UInt8]) -> Void
  private let writeError: @Sendable ([UInt8]) -> Void
  /// Tells whether standard error is a terminal, so that progress and names of files may be shown.
  public let showsProgress: Bool
  /// Tells whether standard output is a terminal, so that raw text may be shown to a person.
  public let isTerminal: Bool

  /// Makes a console of two sinks.
  public init(
    output: @escaping @Sendable ([UInt8]) -> Void,
    error: @escaping @Sendable ([UInt8]) -> Void,
    showsProgress: Bool = false,
    isTerminal: Bool = false
  ) {
    self.writeOutput = output
    self.writeError = error
    self.showsProgress = showsProgress
    self.isTerminal = isTerminal
  }

  /// What a complaint calls a file of the inbox: its path on a terminal, else what tells nothing.
  ///
  /// A file's name may identify, and off a terminal standard error is a log.
  func name(ofInput path: String, number: Int? = nil) -> String {
    showsProgress ? path : number.map { "input \($0)" } ?? "a file of the inbox"
  }

  /// Prints a line of text on standard output.
  public func print(_ line: String) { writeOutput(Array(line.utf8) + [UInt8(ascii: "\n")]) }

  /// Writes bytes on standard output.
  public func write(_ bytes: [UInt8]) { writeOutput(bytes) }

  /// Prints a line of text on standard error.
  public func complain(_ line: String) { writeError(Array(line.utf8) + [UInt8(ascii: "\n")]) }

  /// Shows how far a command is, on a terminal only; the next call overwrites it.
  public func progress(_ line: String) {
    guard showsProgress else { return }
    writeError(Array("\r\u{1B}[K\(line)".utf8))
  }

  /// Wipes the progress line.
  public func endProgress() {
    guard showsProgress else { return }
    writeError(Array("\r\u{1B}[K".utf8))
  }
}
