import Cryptography
import Glibc

extension KeyUnlock {
  /// The most bytes of a key file or passphrase.
  private static var longest: Int { 4_096 }

  /// Reads the key of a key file: a file of its own outside the keys and outside every output, which
  /// only the caller can read.
  ///
  /// - Parameters:
  ///   - path: The file; a systemd credential is one.
  ///   - keys: The keyring's folder, in which the file may not lie.
  ///   - outputs: Folders from which files leave.
  /// - Returns: The key.
  /// - Throws: `KeyringError` with path and mode.
  public static func key(file path: String, keys: String, outputs: [String] = [])
    throws(KeyringError) -> KeyUnlock
  {
    .key(try secret(file: path, keys: keys, outputs: outputs))
  }

  /// Reads the key of an open file descriptor, to its end.
  public static func key(descriptor: Int32) throws(KeyringError) -> KeyUnlock {
    .key(
      try KeyringError.wrap { () throws(CryptographyError) in
        try SecureBytes(reading: descriptor, limit: longest)
      }
    )
  }

  /// Reads what opens a keyring from a file: the passphrase or key that its index asks for.
  ///
  /// - Parameters:
  ///   - keys: The keyring's folder, in which the file may not lie.
  ///   - path: The file; a line feed behind a passphrase does not count.
  ///   - outputs: Folders from which files leave.
  /// - Returns: What opens it.
  /// - Throws: `KeyringError` with path and mode.
  public static func opening(keys: String, file path: String, outputs: [String] = [])
    throws(KeyringError) -> KeyUnlock
  {
    let method = try Keyring.sealing(at: keys)
    return try unlock(method, try secret(file: path, keys: keys, outputs: outputs))
  }

  /// Reads what opens a keyring from an open file descriptor.
  ///
  /// - Parameters:
  ///   - keys: The keyring's folder.
  ///   - descriptor: The descriptor, read to its end and left open.
  /// - Returns: What opens it.
  /// - Throws: `KeyringError`.
  public static func opening(keys: String, descriptor: Int32) throws(KeyringError) -> KeyUnlock {
    let method = try Keyring.sealing(at: keys)
    let secret = try KeyringError.wrap { () throws(CryptographyError) in
      try SecureBytes(reading: descriptor, limit: longest)
    }
    return try unlock(method, secret)
  }

  /// Takes a secret as a passphrase, without the line feed behind it.
  public static func passphrase(withoutLineFeed secret: SecureBytes) throws(KeyringError)
    -> KeyUnlock
  {
    let count = secret.withBytes { bytes in
      var count = bytes.count
      while count > 0, bytes[count - 1] == 10 || bytes[count - 1] == 13 { count -= 1 }
      return count
    }
    return .passphrase(
      try KeyringError.wrap { () throws(CryptographyError) in try secret.slice(0..<count) }
    )
  }

  /// The same secret as a passphrase, where a file was read as a key.
  public func asPassphrase() throws(KeyringError) -> KeyUnlock {
    guard case .key(let secret) = self else { return self }
    return try Self.passphrase(withoutLineFeed: secret)
  }

  private static func unlock(_ method: String, _ secret: SecureBytes) throws(KeyringError)
    -> KeyUnlock
  {
    method == "passphrase" ? try passphrase(withoutLineFeed: secret) : .key(secret)
  }

  private static func secret(file path: String, keys: String, outputs: [String])
    throws(KeyringError) -> SecureBytes
  {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    let name = String(parts.last ?? "")
    let folder = KeyFolder(path: path.contains("/") ? (parent.isEmpty ? "/" : parent) : ".")
    for output in outputs + [keys] { try KeyFolder(path: path).refuse(below: output) }
    return try folder.reading(name) { descriptor throws(KeyringError) in
      try KeyringError.wrap { () throws(CryptographyError) in
        try SecureBytes(reading: descriptor, limit: longest)
      }
    }
  }
}
