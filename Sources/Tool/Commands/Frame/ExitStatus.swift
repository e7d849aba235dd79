/// What the program tells its caller; when several hold, the first of this list is given.
public enum ExitStatus: Int32, Comparable, Sendable {
  /// The machine failed (disk full, unreadable file); nothing is lost.
  case machineFailed = 4
  /// The command line or the configuration is wrong.
  case usage = 2
  /// A check found something: a leak, a failed verification, a refused release.
  case checkFailed = 1
  /// Done, but some input is in quarantine.
  case quarantined = 3
  /// Done.
  case done = 0

  private var rank: Int {
    switch self {
    case .machineFailed: 4
    case .usage: 3
    case .checkFailed: 2
    case .quarantined: 1
    case .done: 0
    }
  }

  /// Orders by precedence, not by number: a failed check outranks quarantined input.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }
}
