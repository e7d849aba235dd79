import COpenSSL

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key: the keyed state is made once and reused.
///
/// Shared between threads: a tag works on copies, which are cleared behind it.
public final class HMACSHA256: @unchecked Sendable {
  // Changed when it is cleared only.
  private var states: KeyedStates

  /// Sets the key.
  public init(key: SecureBytes) throws(CryptographyError) {
    states = try key.withBytes { key throws(CryptographyError) in try KeyedStates(key: key) }
  }

  /// Sets the key that HKDF-Expand (RFC 5869, 2.3) makes of a pseudorandom key and a label.
  ///
  /// The same key as `HKDFSHA256.expand` with 32 bytes: its only block is a tag of the label and 1.
  ///
  /// - Parameters:
  ///   - pseudorandom: The tags of the pseudorandom key.
  ///   - label: What the key is for; HKDF's `info`.
  /// - Throws: `CryptographyError`.
  public init(expanding pseudorandom: HMACSHA256, label: [UInt8]) throws(CryptographyError) {
    let message = label + [1]
    var key = try pseudorandom.states.tag(of: message.span)
    defer { key.clear() }
    states = try KeyedStates(key: key)
  }

  deinit { states.clear() }

  /// The tag of one message.
  public func tag(of message: Span<UInt8>) throws(CryptographyError) -> Digest {
    try states.tag(of: message).digest
  }

  /// The tag of one message under a key that is used once.
  public static func tag(of message: Span<UInt8>, key: SecureBytes) throws(CryptographyError)
    -> Digest
  {
    var states = try key.withBytes { key throws(CryptographyError) in try KeyedStates(key: key) }
    defer { states.clear() }
    return try states.tag(of: message).digest
  }
}

/// The states behind a key's block under `ipad` and under `opad` (RFC 2104, section 2).
@safe
private struct KeyedStates {
  private var inner: SHA256State
  private var outer: SHA256State

  init(key: Span<UInt8>) throws(CryptographyError) {
    var block = InlineArray<64, UInt8>(repeating: 0)
    if key.count > block.count {
      let short = try SHA256.digest(of: key)
      for index in 0..<32 { block[index] = short[index] }
    } else {
      for index in 0..<key.count { block[index] = key[index] }
    }
    try self.init(padding: &block)
  }

  init(key: DigestBuffer) throws(CryptographyError) {
    var block = InlineArray<64, UInt8>(repeating: 0)
    for index in 0..<32 { block[index] = key[index] }
    try self.init(padding: &block)
  }

  /// Takes the key's block, and clears it.
  private init(padding block: inout InlineArray<64, UInt8>) throws(CryptographyError) {
    defer {
      unsafe withUnsafeMutableBytes(of: &block) { bytes in
        unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
      }
    }
    inner = try SHA256State()
    outer = inner
    for index in block.indices { block[index] ^= 0x36 }
    try inner.update(block.span)
    for index in block.indices { block[index] ^= 0x36 ^ 0x5C }
    try outer.update(block.span)
  }

  func tag(of message: Span<UInt8>) throws(CryptographyError) -> DigestBuffer {
    var copy = self
    defer { copy.clear() }
    try copy.inner.update(message)
    try copy.outer.update(try copy.inner.finish())
    return try copy.outer.finish()
  }

  /// Overwrites the states with zeros.
  mutating func clear() {
    inner.clear()
    outer.clear()
  }
}
