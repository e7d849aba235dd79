import Cryptography
import Glibc
import Testing

@Suite struct SecureBytesTests {
  @Test func `a secret prints its length and nothing else`() throws {
    let secret = try secret("00112233445566778899aabbccddeeff")
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped] {
      #expect(text.contains("SecureBytes(16 bytes, withheld)"))
      #expect(!text.contains("33"))
      #expect(!text.contains("51"))
    }
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test func `secrets are equal when all their bytes are`() throws {
    #expect(try secret("0011").isEqual(to: secret("0011")))
    #expect(try !secret("0011").isEqual(to: secret("0012")))
    #expect(try !secret("0011").isEqual(to: secret("001100")))
    #expect(try secret("").isEqual(to: secret("")))
  }

  @Test func `drawn secrets differ`() throws {
    #expect(try !SecureBytes(random: 32).isEqual(to: SecureBytes(random: 32)))
  }

  @Test func `what a pipe holds is read up to the limit`() throws {
    for (count, limit, isRead) in [(32, 32, true), (0, 32, true), (33, 32, false)] {
      let pipe = try Pipe()
      try SecureBytes(random: count).write(to: pipe.write)
      pipe.closeWriter()
      if isRead {
        #expect(try SecureBytes(reading: pipe.read, limit: limit).count == count)
      } else {
        #expect(throws: CryptographyError.keyLength(found: 33, wanted: 32)) {
          try SecureBytes(reading: pipe.read, limit: limit)
        }
      }
    }
  }

  @Test func `parts join and slice in the secure heap`() throws {
    let joined = try SecureBytes.joined([secret("0011"), secret(""), secret("22")])
    #expect(shown(joined) == "001122")
    #expect(shown(try joined.slice(1..<3)) == "1122")
  }

  /// `VmFlags` of `/proc/self/smaps`: `lo` is locked, `dd` is left out of dumps (proc_pid_smaps(5)).
  @Test func `the pages of a secret are locked and left out of core dumps`() throws {
    let secret = try SecureBytes(random: 32)
    let address = secret.withBytes { bytes in
      unsafe bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    }
    let flags = try #require(try MemoryMap.flags(at: address))
    #expect(flags.contains("lo"))
    #expect(flags.contains("dd"))
    #expect(SecureHeap.isLocked)
  }
}

/// A pipe that closes with the test.
final class Pipe {
  let read: Int32
  private(set) var write: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw CryptographyError.system(call: "pipe", code: errno) }
    (read, write) = (ends[0], ends[1])
  }

  func closeWriter() {
    if write >= 0 { close(write) }
    write = -1
  }

  deinit {
    close(read)
    closeWriter()
  }
}

/// The map of this process's memory, from `/proc/self/smaps`.
enum MemoryMap {
  /// The flags of the mapping that holds an address.
  static func flags(at address: UInt) throws -> [Substring]? {
    var isInside = false
    for line in try text(of: "/proc/self/smaps").split(separator: "\n") {
      if let range = range(of: line) { isInside = range.contains(address) }
      if isInside, line.hasPrefix("VmFlags:") { return line.split(separator: " ").dropFirst() + [] }
    }
    return nil
  }

  private static func range(of line: Substring) -> Range<UInt>? {
    let parts = line.prefix { $0 != " " }.split(separator: "-")
    guard parts.count == 2, let start = UInt(parts[0], radix: 16),
      let end = UInt(parts[1], radix: 16), start < end
    else { return nil }
    return start..<end
  }

  static func text(of path: String) throws -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw CryptographyError.system(call: "open", code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
