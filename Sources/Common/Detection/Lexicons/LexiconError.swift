/// Why lexicons cannot be used.
public enum LexiconError: Error, Equatable, Sendable {
  /// A file cannot be read.
  case unreadable(file: String, code: Int32)
  /// A file is not what it should be.
  case malformed(file: String)
}
