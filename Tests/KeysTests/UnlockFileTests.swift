import Cryptography
import Glibc
import Keys
import Testing

@Suite struct UnlockFileTests {
  private func file(_ folder: TemporaryFolder, _ bytes: [UInt8], mode: UInt32 = 0o600) -> String {
    let path = "\(folder.path)/unlock"
    TemporaryFolder.write(bytes, to: path)
    _ = unsafe chmod(path, mode)
    return path
  }

  @Test func `a key file opens the keyring that it sealed`() throws {
    let folder = try TemporaryFolder()
    let path = file(folder, Array(0..<32))
    let unlock = try KeyUnlock.key(file: path, keys: folder.keys)
    let token = try Keyring.create(at: folder.keys, unlock: unlock, time: noon, cost: quick)
      .contact("c-1")
    let again = try KeyUnlock.opening(keys: folder.keys, file: path)
    #expect(try Keyring.open(at: folder.keys, unlock: again, time: later).contact("c-1") == token)
  }

  @Test func `a passphrase opens from a file with a line feed and from a descriptor`() throws {
    let folder = try TemporaryFolder()
    let token = try Keyring.create(at: folder.keys, unlock: passphrase(), time: noon, cost: quick)
      .contact("c-1")
    let text = Array("een zin voor een test\n".utf8)
    let path = file(folder, text)
    let first = try KeyUnlock.opening(keys: folder.keys, file: path)
    #expect(try Keyring.open(at: folder.keys, unlock: first, time: later).contact("c-1") == token)
    let descriptor = unsafe open(path, O_RDONLY)
    defer { close(descriptor) }
    let second = try KeyUnlock.opening(keys: folder.keys, descriptor: descriptor)
    #expect(try Keyring.open(at: folder.keys, unlock: second, time: later).contact("c-1") == token)
  }

  @Test(arguments: [0o640, 0o604, 0o666] as [UInt32])
  func `a key file that others can reach is refused`(mode: UInt32) throws {
    let folder = try TemporaryFolder()
    let path = file(folder, Array(0..<32), mode: mode)
    #expect(throws: KeyringError.openToOthers(path: path, mode: mode)) {
      try KeyUnlock.key(file: path, keys: folder.keys)
    }
  }

  @Test func `a key file beside the keys, or in an output, is refused`() throws {
    let folder = try TemporaryFolder()
    let path = file(folder, Array(0..<32))
    for place in [folder.path, "\(folder.path)/."] {
      #expect(throws: KeyringError.insideOutput(path: path, output: place)) {
        try KeyUnlock.key(file: path, keys: place)
      }
      #expect(throws: KeyringError.insideOutput(path: path, output: place)) {
        try KeyUnlock.key(file: path, keys: folder.keys, outputs: [place])
      }
    }
  }

  @Test func `a link or nothing in its place is refused`() throws {
    let folder = try TemporaryFolder()
    let path = file(folder, Array(0..<32))
    let link = "\(folder.path)/link"
    #expect(unsafe symlink(path, link) == 0)
    #expect(throws: KeyringError.notPlain(path: link)) {
      try KeyUnlock.key(file: link, keys: folder.keys)
    }
    #expect(throws: KeyringError.absent(path: "\(folder.path)/none")) {
      try KeyUnlock.key(file: "\(folder.path)/none", keys: folder.keys)
    }
  }
}
