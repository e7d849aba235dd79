import Cryptography
import Glibc
import Keys
import Testing

@Suite struct KeyFolderTests {
  @Test func `the folder is its owner's alone, and so is every file in it`() throws {
    let folder = try TemporaryFolder()
    // A generous mask must not matter.
    _ = try Keyring.plain(folder).name("zoe")
    #expect(TemporaryFolder.mode(folder.keys) == 0o700)
    let names = TemporaryFolder.names(in: folder.keys)
    #expect(names.contains("keyring.json"))
    #expect(names.count == 8)
    for name in names { #expect(TemporaryFolder.mode("\(folder.keys)/\(name)") == 0o600) }
  }

  @Test(
    arguments: [
      0o640, 0o604, 0o660, 0o606, 0o601, 0o610, 0o622, 0o644,
    ] as [UInt32]
  )
  func `a file that others can reach is refused with its path and mode`(mode: UInt32) throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    for name in TemporaryFolder.names(in: folder.keys) {
      let path = "\(folder.keys)/\(name)"
      _ = unsafe chmod(path, mode)
      #expect(throws: KeyringError.openToOthers(path: path, mode: mode)) {
        try Keyring.open(at: folder.keys, time: noon)
      }
      _ = unsafe chmod(path, 0o600)
    }
    _ = try Keyring.open(at: folder.keys, time: noon)
  }

  @Test(arguments: [0o750, 0o705, 0o711, 0o770, 0o707, 0o755] as [UInt32])
  func `a folder that others can reach is refused with its path and mode`(mode: UInt32) throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    _ = unsafe chmod(folder.keys, mode)
    #expect(throws: KeyringError.openToOthers(path: folder.keys, mode: mode)) {
      try Keyring.open(at: folder.keys, time: noon)
    }
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a file or folder of another user is refused`() throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    for path in ["\(folder.keys)/keyring.json", folder.keys] {
      _ = unsafe chown(path, 12_345, 12_345)
      #expect(throws: KeyringError.ownedByAnother(path: path, owner: 12_345)) {
        try Keyring.open(at: folder.keys, time: noon)
      }
      _ = unsafe chown(path, 0, 0)
    }
  }

  @Test func `a link in place of a folder or file is refused`() throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    let link = "\(folder.path)/link"
    #expect(unsafe symlink(folder.keys, link) == 0)
    #expect(throws: KeyringError.notPlain(path: link)) { try Keyring.open(at: link, time: noon) }
    let index = "\(folder.keys)/keyring.json"
    #expect(unsafe rename(index, "\(folder.path)/elsewhere") == 0)
    #expect(unsafe symlink("\(folder.path)/elsewhere", index) == 0)
    #expect(throws: KeyringError.notPlain(path: index)) {
      try Keyring.open(at: folder.keys, time: noon)
    }
  }

  @Test func `keys inside an output, or an output inside the keys, are refused`() throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    let inside = folder.path
    let around = "\(folder.keys)/releases"
    for output in [inside, folder.keys, around, "\(folder.path)/./keys/../"] {
      #expect(throws: KeyringError.insideOutput(path: folder.keys, output: output)) {
        try Keyring.open(at: folder.keys, time: noon, outputs: [output])
      }
      #expect(throws: KeyringError.insideOutput(path: folder.keys, output: output)) {
        try Keyring.create(
          at: folder.keys,
          unlock: .none,
          isTestOnly: true,
          time: noon,
          outputs: [output]
        )
      }
    }
    let beside = ["\(folder.path)/inbox", "\(folder.path)/keys-not", "\(folder.path)/releases"]
    _ = try Keyring.open(at: folder.keys, time: noon, outputs: beside)
  }

  @Test func `a link that leads into an output is followed`() throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    let link = "\(folder.path)/out"
    #expect(unsafe symlink(folder.path, link) == 0)
    #expect(throws: KeyringError.insideOutput(path: folder.keys, output: link)) {
      try Keyring.open(at: folder.keys, time: noon, outputs: [link])
    }
  }

  @Test func `where there is no keyring, none is opened; where there is one, none is made`() throws
  {
    let folder = try TemporaryFolder()
    #expect(throws: KeyringError.absent(path: folder.keys)) {
      try Keyring.open(at: folder.keys, time: noon)
    }
    _ = try Keyring.plain(folder)
    let before = TemporaryFolder.names(in: folder.keys)
    #expect(throws: KeyringError.exists(path: folder.keys)) { try Keyring.plain(folder) }
    #expect(TemporaryFolder.names(in: folder.keys) == before)
  }

  @Test func `a missing, short or foreign file of a root is damage`() throws {
    let folder = try TemporaryFolder()
    let keyring = try Keyring.plain(folder)
    let id = try #require(keyring.roots.first?.id)
    let path = "\(folder.keys)/\(id).root"
    let whole = TemporaryFolder.bytes(path)
    for content in [[], Array(whole.dropLast()), whole + [0]] {
      TemporaryFolder.write(content, to: path)
      #expect(throws: KeyringError.damaged(path: path, reason: "wrong length")) {
        try Keyring.open(at: folder.keys, time: noon)
      }
    }
    #expect(unsafe unlink(path) == 0)
    #expect(throws: KeyringError.damaged(path: path, reason: "missing")) {
      try Keyring.open(at: folder.keys, time: noon)
    }
  }

  @Test(arguments: [
    "", "{", "[]", #"{"format":"luwte-keyring/v2"}"#,
    #"{"format":"luwte-keyring/v1","test_only":true,"sealed_by":"none","salt":"","check":"","#
      + #""scrypt":[16,1,1],"roots":[{"id":"../x","purpose":"link","scope":"line","created":"","#
      + #""state":"active","ended":""}]}"#,
  ])
  func `an index that is none is refused`(text: String) throws {
    let folder = try TemporaryFolder()
    _ = try Keyring.plain(folder)
    TemporaryFolder.write(Array(text.utf8), to: "\(folder.keys)/keyring.json")
    #expect(throws: KeyringError.self) { try Keyring.open(at: folder.keys, time: noon) }
  }
}
