import COpenSSL

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key: the keyed state is made once and reused.
///
/// Not for two threads at once: each makes its own from the key.
@safe
public final class HMACSHA256 {
  private let context: OpaquePointer

  /// Sets the key.
  public init(key: SecureBytes) throws(CryptographyError) {
    guard let algorithm = unsafe Algorithm.hmac.pointer else {
      throw .openSSL(call: "EVP_MAC_fetch", code: 0)
    }
    guard let context = unsafe EVP_MAC_CTX_new(algorithm) else {
      throw .openSSL(call: "EVP_MAC_CTX_new", code: UInt(ERR_get_error()))
    }
    unsafe self.context = context
    var parameters = unsafe [OpenSSLParameter.sha256, OpenSSLParameter.end]
    let status = unsafe key.withUnsafeBytes { key in
      // A null key would mean "keep the key", so an empty key is a pointer with length zero.
      unsafe EVP_MAC_init(
        context,
        key.baseAddress?.assumingMemoryBound(to: UInt8.self),
        key.count,
        &parameters
      )
    }
    guard status == 1 else { throw .openSSL(call: "EVP_MAC_init", code: UInt(ERR_get_error())) }
  }

  deinit { unsafe EVP_MAC_CTX_free(context) }

  /// The tag of one message.
  public func tag(of message: Span<UInt8>) throws(CryptographyError) -> Digest {
    var digest = DigestBuffer()
    let status = unsafe message.withUnsafeBytes { message in
      unsafe digest.withBuffer { buffer in
        var count = 0
        guard unsafe EVP_MAC_init(context, nil, 0, nil) == 1,
          unsafe EVP_MAC_update(
            context,
            message.baseAddress?.assumingMemoryBound(to: UInt8.self),
            message.count
          ) == 1,
          unsafe EVP_MAC_final(context, buffer, &count, 32) == 1, count == 32
        else { return 0 }
        return 1
      }
    }
    guard status == 1 else { throw .openSSL(call: "EVP_MAC", code: UInt(ERR_get_error())) }
    return digest.digest
  }

  /// The tag of one message under a key that is used once.
  public static func tag(of message: Span<UInt8>, key: SecureBytes) throws(CryptographyError)
    -> Digest
  {
    try HMACSHA256(key: key).tag(of: message)
  }
}
