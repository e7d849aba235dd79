/// Where a contact stood: the input's number in this run and the line.
///
/// A file's name may identify, so positions carry numbers; only the terminal shows names.
public struct InputPosition: Hashable, Sendable, CustomStringConvertible {
  /// The input's number in this run, 1-based.
  public let input: Int
  /// The line, 1-based.
  public let line: Int

  /// Makes a position.
  public init(input: Int, line: Int) {
    self.input = input
    self.line = line
  }

  /// Such as `input 3, line 12`.
  public var description: String { "input \(input), line \(line)" }
}
