import Cryptography
import Keys
import Testing

@Suite struct BackupTests {
  @Test func `a backup brings every token back in another folder`() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let keyring = try Keyring.plain(first)
    let tokens = [try keyring.name("zoe"), try keyring.link("a@b.nl"), try keyring.contact("c-1")]
    let backup = try keyring.backup(unlock: passphrase(), cost: quick)
    let recovered = try Keyring.recover(
      from: backup,
      unlock: passphrase(),
      at: second.keys,
      sealing: .none,
      time: later
    )
    #expect(
      try [recovered.name("zoe"), recovered.link("a@b.nl"), recovered.contact("c-1")] == tokens
    )
    #expect(recovered.roots == keyring.roots)
    #expect(recovered.isTestOnly)
  }

  @Test func `what was destroyed does not come back from a backup`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let token = try keyring.name("zoe")
    let backup = try keyring.backup(unlock: passphrase(), cost: quick)
    try keyring.apply(.close(period: "2021-Q3"))
    #expect(try keyring.restore(backup, unlock: passphrase()).isEmpty)
    #expect(throws: KeyringError.destroyed(purpose: .text, scope: "2021-Q3")) {
      try keyring.name("zoe")
    }
    // A later backup carries the mark to a folder that never knew.
    let other = try TemporaryFolder()
    let recovered = try Keyring.recover(
      from: keyring.backup(unlock: passphrase(), cost: quick),
      unlock: passphrase(),
      at: other.keys,
      sealing: .none,
      time: later
    )
    #expect(throws: KeyringError.destroyed(purpose: .text, scope: "2021-Q3")) {
      try recovered.name("zoe")
    }
    #expect(!token.isEmpty)
  }

  @Test func `a restored root does not push an active one aside`() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let backup = try Keyring.plain(first).backup(unlock: passphrase(), cost: quick)
    let keyring = try Keyring.plain(second)
    let token = try keyring.contact("c-1")
    let added = try keyring.restore(backup, unlock: passphrase())
    #expect(added.count == 6)
    #expect(added.allSatisfy { $0.state == .retired })
    #expect(try keyring.contact("c-1") == token)
  }

  @Test func `a backup opens with its own passphrase only, unchanged`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    var backup = try keyring.backup(unlock: passphrase(), cost: quick)
    #expect(throws: KeyringError.wrongUnlock(path: "")) {
      try keyring.restore(backup, unlock: passphrase("een andere zin"))
    }
    #expect(throws: KeyringError.mustBeSealed) { try keyring.backup(unlock: .none) }
    backup[backup.count - 1] ^= 1
    #expect(throws: KeyringError.wrongUnlock(path: "")) {
      try keyring.restore(backup, unlock: passphrase())
    }
    #expect(throws: KeyringError.damaged(path: "", reason: "not a backup")) {
      try keyring.restore([1, 2, 3], unlock: passphrase())
    }
  }
}
