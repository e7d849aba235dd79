import COpenSSL

/// OpenSSL's algorithms, fetched once a process: a fetch takes locks and compares names.
///
/// They are read only and shared between threads (EVP_MAC(3), EVP_KDF(3)), and live as long as the
/// process.
@safe
struct Algorithm: @unchecked Sendable {
  /// `nil` where this OpenSSL lacks it.
  let pointer: OpaquePointer?

  static let hmac = unsafe Algorithm(pointer: EVP_MAC_fetch(nil, "HMAC", nil))
  static let hkdf = unsafe Algorithm(pointer: EVP_KDF_fetch(nil, "HKDF", nil))
}
