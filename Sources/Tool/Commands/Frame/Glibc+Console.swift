import Cryptography
import Glibc

extension World {
  /// The world of a real process: its descriptors, its clock, the files beside its binary.
  public static func process() -> World {
    // Nothing that this process holds may reach a core dump or a tracer. Failing closed: without
    // this the program does not start.
    do { try ProcessHardening.apply() } catch {
      writeAll(Array("luwte: core dumps cannot be switched off\n".utf8), to: STDERR_FILENO)
      exit(ExitStatus.machineFailed.rawValue)
    }
    // A reader that goes away is not an error: `luwte detect … | head` ends quietly.
    _ = signal(SIGPIPE, SIG_IGN)
    return World(
      console: Console(
        output: { Self.writeAll($0, to: STDOUT_FILENO) },
        error: { Self.writeAll($0, to: STDERR_FILENO) },
        showsProgress: isatty(STDERR_FILENO) == 1,
        isTerminal: isatty(STDOUT_FILENO) == 1
      ),
      shippedFiles: ShippedFiles.find(from: Self.executableFolder()),
      cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      input: { Self.readAll(STDIN_FILENO) },
      now: { Int64(time(nil)) }
    )
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { exit(ExitStatus.done.rawValue) }
      guard count > 0 else { exit(ExitStatus.machineFailed.rawValue) }
      written += count
    }
  }

  /// The folder of the running binary, by the kernel's own link.
  private static func executableFolder() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count], as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
