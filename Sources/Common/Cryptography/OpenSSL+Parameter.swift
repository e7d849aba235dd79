import COpenSSL

/// Parameters of OpenSSL's providers.
///
/// A parameter keeps pointers to its name and value; both are static or outlive the call. (OpenSSL's
/// own names are macros, whose Swift strings would be gone when the call that makes the parameter
/// returns.)
enum OpenSSLParameter {
  /// `digest` = `SHA256`.
  static var sha256: OSSL_PARAM {
    let value: StaticString = "SHA256"
    return unsafe OSSL_PARAM_construct_utf8_string(
      pointer("digest"),
      UnsafeMutablePointer(mutating: pointer(value)),
      0
    )
  }

  /// Bytes under a name; they must outlive the parameter.
  static func octets(_ name: StaticString, _ bytes: UnsafeRawBufferPointer) -> OSSL_PARAM {
    unsafe OSSL_PARAM_construct_octet_string(
      pointer(name),
      UnsafeMutableRawPointer(mutating: bytes.baseAddress),
      bytes.count
    )
  }

  /// A number under a name; it must outlive the parameter.
  static func integer(_ name: StaticString, _ value: UnsafeMutablePointer<Int32>) -> OSSL_PARAM {
    unsafe OSSL_PARAM_construct_int(pointer(name), value)
  }

  /// The end of a list of parameters.
  static var end: OSSL_PARAM { unsafe OSSL_PARAM_construct_end() }

  private static func pointer(_ text: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
