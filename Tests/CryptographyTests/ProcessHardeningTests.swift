import Glibc
import Testing

@testable import Cryptography

@Suite struct ProcessHardeningTests {
  /// Runs in a child, because what it does can't be undone for the process.
  @Test func `a hardened process can't be dumped or traced`() async {
    await #expect(processExitsWith: .success) {
      try ProcessHardening.apply()
      guard !ProcessHardening.isDumpable else { exit(10) }
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0,
        limit.rlim_cur == 0, limit.rlim_max == 0
      else { exit(11) }
      // The kernel gives the files of an undumpable process to the superuser (proc(5)).
      var status = stat()
      guard unsafe stat("/proc/self/mem", &status) == 0, status.st_uid == 0 else { exit(12) }
      guard umask(0) == 0o077 else { exit(13) }
    }
  }

  /// A stand-in for the runtime's handlers, which a test runs without: one for each signal of
  /// `signal(7)` that ends a program for its own fault, 3 to 8 and 11.
  @Test func `no handler of a crash is left`() async {
    await #expect(processExitsWith: .signal(SIGILL)) {
      let signals: [Int32] = [3, 4, 5, 6, 7, 8, 11]
      for number in signals { signal(number) { _ in _exit(20) } }
      try ProcessHardening.apply()
      for number in signals {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0,
          unsafe action.__sigaction_handler.sa_handler == nil
        else { exit(number) }
      }
      raise(SIGILL)
    }
  }

  /// The runtime's report of a crash holds what the registers point at.
  @Test func `a hardened process that crashes reports nothing`() async throws {
    let result = try await #require(
      processExitsWith: .failure,
      observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      try ProcessHardening.apply()
      for number in ProcessHardening.crashSignals {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0,
          unsafe action.__sigaction_handler.sa_handler == nil
        else { exit(EXIT_SUCCESS) }
      }
      raise(SIGSEGV)
    }
    let said = result.standardErrorContent + result.standardOutputContent
    #expect(said.firstRange(of: Array("Registers".utf8)) == nil)
    #expect(said.firstRange(of: Array("Backtrac".utf8)) == nil)
  }

  @Test func `a process that does nothing can be dumped`() {
    #expect(ProcessHardening.isDumpable)
  }
}
