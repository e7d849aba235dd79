import Cryptography
import Keys
import Testing

@Suite struct SealedKeyringTests {
  private func create(_ folder: TemporaryFolder, _ unlock: KeyUnlock) throws -> Keyring {
    try .create(at: folder.keys, unlock: unlock, time: noon, cost: quick)
  }

  @Test func `a sealed keyring opens with its passphrase and makes the same tokens`() throws {
    let folder = try TemporaryFolder()
    let token = try create(folder, passphrase()).contact("c-1")
    #expect(
      try Keyring.open(at: folder.keys, unlock: passphrase(), time: later).contact("c-1") == token
    )
    #expect(try Keyring.sealing(at: folder.keys) == "passphrase")
  }

  @Test func `a sealed keyring opens with its key file`() throws {
    let folder = try TemporaryFolder()
    let key = try SecureBytes(random: 32)
    let token = try create(folder, .key(key)).contact("c-1")
    #expect(
      try Keyring.open(at: folder.keys, unlock: .key(key), time: later).contact("c-1") == token
    )
    #expect(throws: KeyringError.cryptography(.keyLength(found: 31, wanted: 32))) {
      try Keyring.open(at: folder.keys, unlock: .key(SecureBytes(random: 31)), time: later)
    }
  }

  @Test func `nothing else opens it`() throws {
    let folder = try TemporaryFolder()
    _ = try create(folder, passphrase())
    let path = "\(folder.keys)/keyring.json"
    #expect(throws: KeyringError.sealed(path: path)) {
      try Keyring.open(at: folder.keys, time: later)
    }
    let wrong = [try passphrase("een andere zin"), .key(try SecureBytes(random: 32))]
    for unlock in wrong {
      #expect(throws: KeyringError.wrongUnlock(path: path)) {
        try Keyring.open(at: folder.keys, unlock: unlock, time: later)
      }
    }
  }

  @Test func `only a test-only keyring may stay unsealed`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KeyringError.mustBeSealed) { try create(folder, .none) }
    // Nor does a keyring become one by the pen.
    _ = try create(folder, passphrase())
    let path = "\(folder.keys)/keyring.json"
    let text = String(decoding: TemporaryFolder.bytes(path), as: UTF8.self)
    let unsealed = text.split(separator: "passphrase", maxSplits: 1).joined(separator: "none")
    TemporaryFolder.write(Array(unsealed.utf8), to: path)
    #expect(throws: KeyringError.mustBeSealed) { try Keyring.open(at: folder.keys, time: later) }
    // Called test-only too, its sealed files are no roots.
    let both = unsealed.split(separator: #""test_only":false"#, maxSplits: 1)
      .joined(separator: #""test_only":true"#)
    TemporaryFolder.write(Array(both.utf8), to: path)
    #expect(throws: KeyringError.self) { try Keyring.open(at: folder.keys, time: later) }
    // Sealed but called test-only, it does not open either.
    let marked = text.split(separator: #""test_only":false"#, maxSplits: 1)
      .joined(separator: #""test_only":true"#)
    TemporaryFolder.write(Array(marked.utf8), to: path)
    #expect(throws: KeyringError.wrongUnlock(path: path)) {
      try Keyring.open(at: folder.keys, unlock: passphrase(), time: later)
    }
  }

  @Test func `a root's file put in another's place is refused`() throws {
    let folder = try TemporaryFolder()
    let ids = try create(folder, passphrase()).roots.map(\.id)
    let first = "\(folder.keys)/\(ids[0]).root"
    TemporaryFolder.write(TemporaryFolder.bytes("\(folder.keys)/\(ids[1]).root"), to: first)
    #expect(throws: KeyringError.damaged(path: first, reason: "not authentic")) {
      try Keyring.open(at: folder.keys, unlock: passphrase(), time: later)
    }
  }

  @Test func `no file of a sealed keyring holds a root's bytes`() throws {
    let folder = try TemporaryFolder()
    let share = try create(folder, passphrase()).share(periods: ["2021-Q3"])
    var files: [UInt8] = []
    for name in TemporaryFolder.names(in: folder.keys) {
      files += TemporaryFolder.bytes("\(folder.keys)/\(name)")
    }
    // Each root's 32 bytes end the share's entries: the last ones are the text root's.
    let root = share.withBytes { bytes in (0..<32).map { bytes[bytes.count - 32 + $0] } }
    #expect(!files.indices.dropLast(31).contains { files[$0..<($0 + 32)].elementsEqual(root) })
  }
}
