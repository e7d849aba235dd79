import CLinux
import Glibc

/// What the executable does first: nobody may dump or trace the process that holds keys.
public enum ProcessHardening {
  /// Forbids core dumps and, but for the superuser, reading the process's memory from outside.
  ///
  /// `RLIMIT_CORE` goes to 0 for this process and its children, `PR_SET_DUMPABLE` to 0 (see
  /// `prctl(2)`): no core file, no `ptrace`, no `/proc/PID/mem` by the same user. Also sets the
  /// file mode mask to 077, so that a file made without a thought is its owner's alone.
  public static func apply() throws(CryptographyError) {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
      throw .system(call: "setrlimit", code: errno)
    }
    guard luwte_set_dumpable(0) == 0 else { throw .system(call: "prctl", code: errno) }
    umask(0o077)
  }

  /// Whether the process can be dumped or traced by its own user.
  public static var isDumpable: Bool { luwte_get_dumpable() != 0 }
}
