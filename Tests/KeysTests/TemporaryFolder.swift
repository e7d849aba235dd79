import Cryptography
import Glibc
import Keys
import Testing

/// A folder that is removed with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var name = Array("/tmp/luwte-keys-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { throw TestFailure.noFolder }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of the keyring's folder.
  var keys: String { "\(path)/keys" }

  deinit { Self.remove(path) }

  /// The names in a folder, sorted.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func mode(_ path: String) -> UInt32 {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return 0 }
    return status.st_mode & 0o7777
  }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    for byte in bytes { unsafe fputc(Int32(byte), file) }
    unsafe fclose(file)
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { remove("\(path)/\(name)") }
    if unsafe rmdir(path) != 0 { unsafe unlink(path) }
  }
}

enum TestFailure: Error {
  case noFolder
}

/// A passphrase of a test.
func passphrase(_ text: String = "een zin voor een test") throws -> KeyUnlock {
  let bytes = Array(text.utf8)
  return .passphrase(try SecureBytes(copying: bytes.span))
}

/// A cost that makes tests quick.
let quick = Scrypt.Cost(n: 16, r: 1, p: 1)

let noon = "2026-11-24T12:00:00Z"
let later = "2026-12-01T12:00:00Z"

extension Keyring {
  /// A test-only keyring in a folder, not sealed.
  static func plain(_ folder: TemporaryFolder) throws -> Keyring {
    try .create(at: folder.keys, unlock: .none, isTestOnly: true, time: noon)
  }

  /// A contact's token.
  func contact(_ id: String) throws -> String {
    let bytes = Array(id.utf8)
    return try contactToken(of: bytes.span)
  }

  /// A name's token in a contact.
  func name(_ value: String, period: String = "2021-Q3", contact: String = "c-1") throws -> String {
    let bytes = Array(value.utf8)
    return try textTokens(period: period, contact: Array(contact.utf8), identities: 10)
      .token(kind: "PERSON", value: bytes.span)
  }

  /// A visitor's link token.
  func link(_ value: String) throws -> String {
    let bytes = Array(value.utf8)
    return try linkToken(kind: "EMAIL_ADDRESS", value: bytes.span)
  }

  /// A person's row key in a release.
  func row(_ value: String, recipient: String, release: String) throws -> String {
    let bytes = Array(value.utf8)
    return try releaseToken(recipient: recipient, release: release, person: bytes.span)
  }
}
