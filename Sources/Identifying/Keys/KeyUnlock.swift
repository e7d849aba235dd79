import Cryptography

/// What seals a keyring at rest.
public enum KeyUnlock: Sendable {
  /// Nothing: only for a keyring that is marked test-only.
  case none
  /// A passphrase, UTF-8, stretched by scrypt.
  case passphrase(SecureBytes)
  /// A key of at least 32 random bytes from a separate file, a file descriptor or a systemd
  /// credential, so that a night needs no person.
  case key(SecureBytes)

  /// The fewest bytes of a key file.
  public static let shortestKey = 32

  /// How the index names it.
  var method: String {
    switch self {
    case .none: "none"
    case .passphrase: "passphrase"
    case .key: "key"
    }
  }

  /// The key that seals the roots; `nil` for none.
  func sealingKey(salt: [UInt8], cost: Scrypt.Cost) throws(KeyringError) -> SecureBytes? {
    do throws(CryptographyError) {
      switch self {
      case .none: return nil
      case .passphrase(let passphrase):
        return try Scrypt.key(from: passphrase, salt: salt.span, cost: cost)
      case .key(let key):
        guard key.count >= Self.shortestKey else {
          throw .keyLength(found: key.count, wanted: Self.shortestKey)
        }
        let label = Array("luwte/v1|seal|keyring|ROOT".utf8)
        return try HKDFSHA256.expand(
          try HKDFSHA256.extract(from: key, salt: salt.span),
          info: label.span
        )
      }
    } catch {
      throw .cryptography(error)
    }
  }
}
