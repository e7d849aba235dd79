/// What is wrong in a configuration file: where, what stood there, and what may stand there.
public struct ConfigurationError: Error, Equatable, Sendable {
  /// The file as the caller named it.
  public let file: String
  /// The line, 1-based; 0 where the file as a whole is meant.
  public let line: Int
  /// The path of the key, such as `kinds.PERSON.operator`; empty for the file as a whole.
  public let path: String
  /// What is wrong, with the value that stood there.
  public let problem: String
  /// What to write instead.
  public let remedy: String

  /// Makes an error.
  public init(file: String, line: Int, path: String, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}
