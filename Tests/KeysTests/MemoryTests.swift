import Cryptography
import Glibc
import Keys
import Testing

@Suite struct MemoryTests {
  /// What the kernel writes to a core file is every mapping that is not marked `dd` (core(5),
  /// madvise(2)); the child looks through its own.
  @Test func `no root's bytes lie where a core dump would find them`() async {
    await #expect(processExitsWith: .success) {
      let keyring = Keyring.ephemeral()
      for period in ["2021-Q3", "2021-Q4"] { _ = try keyring.name("zoe", period: period) }
      _ = try (keyring.link("a@b.nl"), keyring.contact("c-1"))
      let bytes: [UInt8] = [1, 2, 3]
      _ = try keyring.sealForQuarantine(bytes.span)
      // The roots of a share lie in the secure heap, the last 32 bytes are one of them.
      let share = try keyring.share(periods: ["2021-Q4"])
      let root = try share.slice((share.count - 32)..<share.count)
      guard try !DumpableMemory.contains(root) else { exit(20) }
      // The search is no use unless it finds what is there.
      let careless = root.withBytes { bytes in (0..<bytes.count).map { bytes[$0] } }
      guard try DumpableMemory.contains(root) else { exit(21) }
      guard careless.count == 32 else { exit(22) }
    }
  }

  /// Keys below the text root are made on the stack, not in the secure heap: nothing may stay there.
  @Test func `no key of a contact's tokens stays where a core dump would find it`() async {
    await #expect(processExitsWith: .success) {
      let label = Array("luwte/v1|text|2021-Q3|c-1|PERSON".utf8)
      let root = try SecureBytes(random: 32)
      let tags = try HMACSHA256(expanding: HMACSHA256(key: root), label: label)
      let value: [UInt8] = [1, 2, 3]
      guard try tags.tag(of: value.span).bytes.count == 32 else { exit(19) }
      let key = try HKDFSHA256.expand(root, info: label.span)
      guard try !DumpableMemory.contains(key) else { exit(20) }
      guard try !DumpableMemory.contains(root) else { exit(21) }
      // A digest as a number holds each eight bytes in the machine's order.
      let swapped = try SecureBytes.joined(
        (0..<32).map { place in try key.slice((place ^ 7)..<((place ^ 7) + 1)) }
      )
      guard try !DumpableMemory.contains(swapped) else { exit(22) }
    }
  }
}

/// The parts of this process's memory that a core dump would hold.
enum DumpableMemory {
  static func contains(_ secret: SecureBytes) throws -> Bool {
    let memory = unsafe open("/proc/self/mem", O_RDONLY)
    defer { close(memory) }
    var range: Range<Int>?
    for line in try text(of: "/proc/self/smaps").split(separator: "\n") {
      if let next = mapping(line) {
        range = next
      } else if line.hasPrefix("VmFlags:"), let here = range,
        !line.split(separator: " ").contains("dd"), line.contains(" rd "),
        find(secret, in: here, memory)
      {
        return true
      } else if line.hasPrefix("VmFlags:") {
        range = nil
      }
    }
    return false
  }

  private static func mapping(_ line: Substring) -> Range<Int>? {
    let parts = line.split(separator: " ")
    let ends = parts[0].split(separator: "-").compactMap { Int($0, radix: 16) }
    return parts.count >= 5 && ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }

  /// Reads a mapping in windows that overlap by the length of the secret.
  private static func find(_ secret: SecureBytes, in range: Range<Int>, _ memory: Int32) -> Bool {
    let window = 1 << 20
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: window, alignment: 16)
    defer {
      unsafe buffer.initializeMemory(as: UInt8.self, repeating: 0)
      unsafe buffer.deallocate()
    }
    // The buffer itself is left out: it holds what was read of other places.
    let own = Int(bitPattern: buffer.baseAddress)
    var at = range.lowerBound
    while at < range.upperBound {
      if (own..<(own + window)).contains(at) { at = own + window }
      let end = at < own ? min(own, range.upperBound) : range.upperBound
      guard at < end else { return false }
      let count = unsafe pread(memory, buffer.baseAddress, min(window, end - at), at)
      guard count > 0 else { return false }
      let isThere = secret.withBytes { bytes in
        unsafe bytes.withUnsafeBytes { needle in
          unsafe holds(UnsafeRawBufferPointer(rebasing: buffer[..<count]), needle)
        }
      }
      if isThere { return true }
      at += count == window ? count - secret.count + 1 : count
    }
    return false
  }

  private static func holds(_ hay: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer)
    -> Bool
  {
    guard let start = hay.baseAddress, let wanted = needle.baseAddress else { return false }
    var at = 0
    while at + needle.count <= hay.count {
      let left = hay.count - needle.count - at + 1
      guard let found = unsafe memchr(start + at, Int32(needle[0]), left) else { return false }
      if unsafe memcmp(found, wanted, needle.count) == 0 { return true }
      at = unsafe UnsafeRawPointer(found) - start + 1
    }
    return false
  }

  static func text(of path: String) throws -> String {
    String(decoding: TemporaryFolder.bytes(path), as: UTF8.self)
  }
}
