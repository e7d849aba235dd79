import COpenSSL

/// HKDF-SHA-256 (RFC 5869): keys below a root, one for each label.
public enum HKDFSHA256 {
  /// The longest output, 255 blocks of 32 bytes.
  public static let longestOutput = 8_160

  /// Draws the pseudorandom key of input keying material; no salt means 32 zero bytes.
  public static func extract(from material: SecureBytes, salt: Span<UInt8>)
    throws(CryptographyError) -> SecureBytes
  {
    let none: [UInt8] = []
    return try unsafe SecureBytes(count: 32) { target throws(CryptographyError) in
      try unsafe derive(
        into: target,
        mode: EVP_KDF_HKDF_MODE_EXTRACT_ONLY,
        key: material,
        salt: salt,
        info: none.span
      )
    }
  }

  /// Makes a key of a pseudorandom key and a label.
  public static func expand(_ key: SecureBytes, info: Span<UInt8>, count: Int = 32)
    throws(CryptographyError) -> SecureBytes
  {
    guard (1...longestOutput).contains(count) else { throw .parameters("count") }
    let none: [UInt8] = []
    return try unsafe SecureBytes(count: count) { target throws(CryptographyError) in
      try unsafe derive(
        into: target,
        mode: EVP_KDF_HKDF_MODE_EXPAND_ONLY,
        key: key,
        salt: none.span,
        info: info
      )
    }
  }

  private static func derive(
    into target: UnsafeMutableRawBufferPointer,
    mode: Int32,
    key: SecureBytes,
    salt: Span<UInt8>,
    info: Span<UInt8>
  ) throws(CryptographyError) {
    guard let algorithm = unsafe Algorithm.hkdf.pointer else {
      throw .openSSL(call: "EVP_KDF_fetch", code: 0)
    }
    guard let context = unsafe EVP_KDF_CTX_new(algorithm) else {
      throw .openSSL(call: "EVP_KDF_CTX_new", code: UInt(ERR_get_error()))
    }
    defer { unsafe EVP_KDF_CTX_free(context) }
    var mode = mode
    let status = unsafe key.withUnsafeBytes { key in
      unsafe salt.withUnsafeBytes { salt in
        unsafe info.withUnsafeBytes { info in
          unsafe withUnsafeMutablePointer(to: &mode) { mode in
            var parameters = unsafe [
              OpenSSLParameter.integer("mode", mode),
              OpenSSLParameter.sha256,
              OpenSSLParameter.octets("key", key),
            ]
            if salt.count > 0 { unsafe parameters.append(OpenSSLParameter.octets("salt", salt)) }
            if info.count > 0 { unsafe parameters.append(OpenSSLParameter.octets("info", info)) }
            unsafe parameters.append(OpenSSLParameter.end)
            return unsafe EVP_KDF_derive(
              context,
              target.baseAddress?.assumingMemoryBound(to: UInt8.self),
              target.count,
              &parameters
            )
          }
        }
      }
    }
    guard status == 1 else { throw .openSSL(call: "EVP_KDF_derive", code: UInt(ERR_get_error())) }
  }
}
