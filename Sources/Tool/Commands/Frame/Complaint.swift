/// What a user is told when a command cannot go on: thing, value, allowed range, remedy.
public struct Complaint: Error, Equatable, Sendable {
  /// The exit status that goes with it.
  public let status: ExitStatus
  /// The thing with the value that was given, such as `--period 2021-13`; may be empty.
  public let thing: String
  /// What is wrong and what to do.
  public let text: String

  init(_ status: ExitStatus, _ thing: String, _ text: String) {
    self.status = status
    self.thing = thing
    self.text = text
  }

  /// The line shown on standard error.
  public var line: String { thing.isEmpty ? "luwte: \(text)" : "luwte: \(thing): \(text)" }
}
