import Glibc

/// Says what is wrong on standard error and ends the process.
func fail(_ message: String, _ status: Int32) -> Never {
  let bytes = Array((message + "\n").utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}
