/// The command line of Luwte.
public enum Luwte {
  /// Runs one command.
  ///
  /// - Parameter arguments: The words after the program's name.
  /// - Returns: The exit status.
  public static func run(_ arguments: [String]) -> Int32 { 0 }
}
