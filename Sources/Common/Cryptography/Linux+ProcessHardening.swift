import CLinux
import Glibc

/// What the executable does first: nobody may dump or trace the process that holds keys.
public enum ProcessHardening {
  /// Forbids core dumps and, but for the superuser, reading the process's memory from outside.
  ///
  /// `RLIMIT_CORE` goes to 0 for this process and its children, `PR_SET_DUMPABLE` to 0 (see
  /// `prctl(2)`): no core file, no `ptrace`, no `/proc/PID/mem` by the same user. Also sets the
  /// file mode mask to 077, so that a file made without a thought is its owner's alone.
  ///
  /// Swift's runtime catches a crash and prints what the registers point at, sixteen bytes each:
  /// words of a chat, or of a key. Its handlers go, and a crash ends the process without a report.
  public static func apply() throws(CryptographyError) {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
      throw .system(call: "setrlimit", code: errno)
    }
    guard luwte_set_dumpable(0) == 0 else { throw .system(call: "prctl", code: errno) }
    // All zero: the kernel's own handling.
    var plain = sigaction()
    for number in crashSignals {
      guard unsafe sigaction(number, &plain, nil) == 0 else {
        throw .system(call: "sigaction", code: errno)
      }
    }
    umask(0o077)
  }

  /// The signals of a crash, as Swift's runtime catches them (`CrashHandlerLinux.cpp`).
  static let crashSignals = [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP]

  /// Whether the process can be dumped or traced by its own user.
  public static var isDumpable: Bool { luwte_get_dumpable() != 0 }
}
