import Cryptography

/// A root's bytes and what is known of it.
final class Root: Sendable {
  static let count = 32

  let description: RootDescription
  /// The random bytes, kept for sealing, backup and workers.
  let key: SecureBytes
  /// HKDF's pseudorandom key of the bytes; every label expands it.
  private let pseudorandom: SecureBytes

  init(_ description: RootDescription, key: SecureBytes) throws(KeyringError) {
    guard key.count == Self.count else {
      throw .cryptography(.keyLength(found: key.count, wanted: Self.count))
    }
    self.description = description
    self.key = key
    let none: [UInt8] = []
    self.pseudorandom = try KeyringError.wrap { () throws(CryptographyError) in
      try HKDFSHA256.extract(from: key, salt: none.span)
    }
  }

  /// The same root in another state.
  func with(_ description: RootDescription) throws(KeyringError) -> Root {
    try Root(description, key: key)
  }

  /// What every label of a scope begins with: `luwte/v1|<purpose>|<scope>|`; the kind follows.
  ///
  /// Neither purpose nor kind holds a `|`, so the label reads one way only whatever the scope.
  func label(scope: Span<UInt8>) -> [UInt8] {
    var label = Array("luwte/v1|\(description.purpose.rawValue)|".utf8)
    label.reserveCapacity(label.count + scope.count + 24)
    for index in 0..<scope.count { label.append(scope[index]) }
    label.append(UInt8(ascii: "|"))
    return label
  }

  /// The key of the root's own scope and a kind.
  func key(kind: String) throws(KeyringError) -> SecureBytes {
    let scope = Array(description.scope.utf8)
    let label = label(scope: scope.span) + Array(kind.utf8)
    return try KeyringError.wrap { () throws(CryptographyError) in
      try HKDFSHA256.expand(pseudorandom, info: label.span)
    }
  }

  /// What makes the keys of many labels.
  func expander() throws(KeyringError) -> HMACSHA256 {
    let pseudorandom = pseudorandom
    return try KeyringError.wrap { () throws(CryptographyError) in
      try HMACSHA256(key: pseudorandom)
    }
  }
}
