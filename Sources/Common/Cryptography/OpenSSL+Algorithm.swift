import COpenSSL

/// OpenSSL's algorithms, fetched once a process: a fetch takes locks and compares names.
///
/// They are read only and shared between threads (EVP_CIPHER_fetch(3), EVP_KDF(3)), and live as long as the
/// process.
@safe
struct Algorithm: @unchecked Sendable {
  /// `nil` where this OpenSSL lacks it.
  let pointer: OpaquePointer?

  static let aes256GCM = unsafe Algorithm(pointer: EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
  static let hkdf = unsafe Algorithm(pointer: EVP_KDF_fetch(nil, "HKDF", nil))
}
