/// Why the lexicons could not be opened or compiled.
public enum LexiconError: Error, Equatable, Sendable {
  /// The file is not there or cannot be read; the code is the system's `errno`.
  case unreadable(file: String, code: Int32)
  /// The file is shorter than its header says, or no lexicon at all.
  case malformed(file: String)
  /// The file was compiled for another version of the format.
  case version(file: String, found: UInt32, expected: UInt32)
  /// A line of a source is not what its list asks for.
  case line(file: String, number: Int)
}
