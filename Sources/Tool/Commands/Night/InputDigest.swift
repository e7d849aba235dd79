import ChatLogs
import Compression
import Cryptography
import Keys

/// The keyed digest by which the ledger knows an input or a contact again.
///
/// Keyed, because a bare hash confirms a guessed chat to whoever reads the ledger.
enum InputDigest {
  /// The digests of a file's bytes as they lie on the disk, the active key's first.
  ///
  /// One under every digest key that has bytes: an input that an earlier key knew is no new one.
  static func ofFile(_ path: String, keyring: Keyring) throws -> [[UInt8]] {
    var hash = try SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    do {
      let file = try InputFile(asStored: path)
      while case let count = try file.read(into: &buffer, from: 0, upTo: buffer.count), count > 0 {
        try hash.update(buffer.span.extracting(0..<count))
      }
    } catch let error as CompressionError {
      throw Complaint.unreadable(path, error)
    }
    return try keyring.inputDigests(of: try hash.finish()).map(\.bytes)
  }

  /// The digest of a contact's line.
  static func ofLine(_ line: [UInt8], keyring: Keyring) throws -> [UInt8] {
    try keyring.inputDigest(of: try SHA256.digest(of: line.span)).bytes
  }
}

/// What tells a contact that came before, under every key that has bytes.
struct KnownAs: Sendable {
  /// The pseudonyms of its id.
  let tokens: [String]
  /// The digests of its line.
  let digests: [[UInt8]]

  init(_ contact: RawContact, keyring: Keyring) throws {
    tokens = try keyring.contactTokens(of: contact.id.bytes.span)
    digests = try keyring.inputDigests(of: try SHA256.digest(of: contact.line.bytes.span))
      .map(\.bytes)
  }
}
