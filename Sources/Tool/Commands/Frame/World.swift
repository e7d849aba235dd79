/// What a command takes from outside: where it writes, what time it is, where its files lie.
///
/// Tests hand in their own, so that no verb reads a clock or a terminal by itself.
public struct World: Sendable {
  /// Standard output and standard error.
  public let console: Console
  /// The folder that holds `Lexicons/` and `Samples/`; `nil` where none was found.
  public let shippedFiles: String?
  /// How many cores there are.
  public let cores: Int
  /// Reads standard input to its end: what must not stand on a command line.
  public let input: @Sendable () -> [UInt8]
  /// Seconds since 1970-01-01T00:00:00Z, for the log only: no output depends on it.
  public let now: @Sendable () -> Int64

  /// Makes a world.
  public init(
    console: Console,
    shippedFiles: String?,
    cores: Int = 1,
    input: @escaping @Sendable () -> [UInt8] = { [] },
    now: @escaping @Sendable () -> Int64
  ) {
    self.console = console
    self.shippedFiles = shippedFiles
    self.cores = cores
    self.input = input
    self.now = now
  }
}
