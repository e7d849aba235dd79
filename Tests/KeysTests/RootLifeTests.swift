import Cryptography
import Glibc
import Keys
import Testing

@Suite struct RootLifeTests {
  private func reopen(_ folder: TemporaryFolder) throws -> Keyring {
    try .open(at: folder.keys, time: later)
  }

  private func root(_ keyring: Keyring, _ purpose: KeyPurpose) throws -> RootDescription {
    try #require(keyring.roots.first { $0.purpose == purpose && $0.state == .active })
  }

  @Test func `a root carries its id, purpose, scope, creation time and state`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    _ = try keyring.name("zoe", period: "2021-Q3")
    let link = try root(keyring, .link)
    #expect(link.scope == "line")
    #expect(link.created == noon)
    #expect(link.ended.isEmpty)
    #expect(link.id.hasPrefix("link-"))
    #expect(try root(keyring, .text).scope == "2021-Q3")
    #expect(try reopen(folder).roots == keyring.roots)
    let line: Set<KeyPurpose> = [.link, .contact, .quarantine, .column, .digest, .tombstone]
    #expect(Set(keyring.roots.map(\.purpose)) == line.union([.text]))
  }

  @Test func `a root that was met once makes the same tokens when it is opened again`() throws {
    let folder = try TemporaryFolder()
    let token = try Keyring.plain(folder).name("zoe")
    #expect(try reopen(folder).name("zoe") == token)
  }

  @Test func `two open keyrings of one folder make one root`() throws {
    let folder = try TemporaryFolder()
    let first = try Keyring.plain(folder)
    let second = try reopen(folder)
    #expect(try first.name("zoe") == second.name("zoe"))
  }

  @Test func `after a period is closed its tokens can't be remade, nor new ones made`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let before = try keyring.name("zoe", period: "2021-Q4")
    _ = try keyring.name("zoe", period: "2021-Q3")
    let id = try #require(keyring.roots.first { $0.scope == "2021-Q3" }?.id)
    let done = try keyring.apply(.close(period: "2021-Q3"))
    #expect(done.destroyed.map(\.id) == [id])
    #expect(!TemporaryFolder.names(in: folder.keys).contains("\(id).root"))
    for keyring in [keyring, try reopen(folder)] {
      #expect(throws: KeyringError.destroyed(purpose: .text, scope: "2021-Q3")) {
        try keyring.name("zoe", period: "2021-Q3")
      }
      #expect(try keyring.name("zoe", period: "2021-Q4") == before)
    }
    #expect(throws: KeyringError.destroyed(purpose: .text, scope: "2021-Q3")) {
      try keyring.apply(.close(period: "2021-Q3"))
    }
  }

  @Test func `a period without contacts closes too`() throws {
    let folder = try TemporaryFolder()
    try Keyring.plain(folder).apply(.close(period: "2020-Q1"))
    #expect(throws: KeyringError.destroyed(purpose: .text, scope: "2020-Q1")) {
      try reopen(folder).name("zoe", period: "2020-Q1")
    }
  }

  @Test func `row keys of recipients and releases never meet, and end with their root`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let persons = (0..<50).map { "person \($0)" }
    var all: [String] = []
    for (recipient, release) in [("ckm", "2021"), ("ckm", "2022"), ("wodc", "2021")] {
      for person in persons {
        all.append(try keyring.row(person, recipient: recipient, release: release))
      }
    }
    #expect(Set(all).count == 150)
    #expect(try keyring.row("person 0", recipient: "ckm", release: "2021") == all[0])
    try keyring.apply(.endRelease(recipient: "ckm", release: "2021"))
    #expect(throws: KeyringError.destroyed(purpose: .release, scope: "ckm/2021")) {
      try keyring.row("person 0", recipient: "ckm", release: "2021")
    }
    #expect(try keyring.row("person 0", recipient: "ckm", release: "2022") == all[50])
  }

  @Test func `a rotated root opens what it sealed and makes nothing new`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let value = Array("stukje".utf8)
    let box = try keyring.sealForColumn(value.span)
    let token = try keyring.link("a@b.nl")
    let old = try root(keyring, .column)
    try keyring.apply(.rotate(.column))
    #expect(try keyring.openFromColumn(box.span) == value)
    #expect(try keyring.link("a@b.nl") == token)
    #expect(try keyring.sealForColumn(value.span).prefix(17) != box.prefix(17))
    try keyring.apply(.destroy(id: old.id))
    #expect(throws: KeyringError.notOurs) { try keyring.openFromColumn(box.span) }
    #expect(throws: KeyringError.notOurs) { try reopen(folder).openFromColumn(box.span) }
  }

  @Test func `after the look-back window no old link token can be remade`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let token = try keyring.link("a@b.nl")
    let old = try root(keyring, .link).id
    #expect(throws: KeyringError.stillNeeded(id: old)) { try keyring.apply(.destroy(id: old)) }
    try keyring.apply(.rotate(.link))
    #expect(try keyring.link("a@b.nl") != token)
    try keyring.apply(.destroy(id: old))
    #expect(keyring.roots.first { $0.id == old }?.state == .destroyed)
    #expect(keyring.roots.first { $0.id == old }?.ended == noon)
    #expect(throws: KeyringError.destroyed(purpose: .link, scope: "line")) {
      try keyring.apply(.destroy(id: old))
    }
  }

  @Test func `what a change would do is told without doing it`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    _ = try keyring.name("zoe")
    let before = keyring.roots
    let told = try keyring.consequences(of: .close(period: "2021-Q3"))
    #expect(told.destroyed.map(\.scope) == ["2021-Q3"])
    #expect(try keyring.consequences(of: .rotate(.link)).renewed == [.link])
    #expect(keyring.roots == before)
    #expect(throws: KeyringError.unknownRoot(id: "link-X")) {
      try keyring.consequences(of: .destroy(id: "link-X"))
    }
    #expect(throws: KeyringError.missing(purpose: .text, scope: "line")) {
      try keyring.consequences(of: .rotate(.text))
    }
  }

  @Test func `a crash between the mark and the deed is made good at the next opening`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    _ = try keyring.name("zoe")
    let id = try root(keyring, .text).id
    let file = "\(folder.keys)/\(id).root"
    let left = TemporaryFolder.bytes(file)
    try keyring.apply(.close(period: "2021-Q3"))
    TemporaryFolder.write(left, to: file)
    _ = unsafe chmod(file, 0o600)
    _ = try reopen(folder)
    #expect(!TemporaryFolder.names(in: folder.keys).contains("\(id).root"))
  }
}
