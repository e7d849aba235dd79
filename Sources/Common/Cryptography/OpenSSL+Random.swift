import COpenSSL

/// The system's random source, for what is public: nonces, salts, ids, noise.
///
/// Keys are drawn by `SecureBytes(random:)`.
public enum Random {
  /// Draws bytes.
  public static func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let status = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe RAND_bytes(bytes.baseAddress, Int32(bytes.count))
    }
    guard status == 1 || count == 0 else { throw .random(code: UInt(ERR_get_error())) }
    return bytes
  }
}
