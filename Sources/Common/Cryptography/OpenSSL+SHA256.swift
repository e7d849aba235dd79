import COpenSSL

/// SHA-256 (FIPS 180-4), for content that is no secret; personal data takes `HMACSHA256`.
@safe
public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Starts an empty message.
  public init() throws(CryptographyError) {
    guard let context = unsafe EVP_MD_CTX_new() else {
      throw .openSSL(call: "EVP_MD_CTX_new", code: 0)
    }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw .openSSL(call: "EVP_DigestInit_ex", code: UInt(ERR_get_error()))
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Appends bytes to the message.
  public mutating func update(_ bytes: Span<UInt8>) throws(CryptographyError) {
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
    guard status == 1 else {
      throw .openSSL(call: "EVP_DigestUpdate", code: UInt(ERR_get_error()))
    }
  }

  /// Ends the message and starts an empty one.
  public mutating func finish() throws(CryptographyError) -> Digest {
    var digest = DigestBuffer()
    let status = unsafe digest.withBuffer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer, nil)
    }
    guard status == 1, unsafe EVP_DigestInit_ex(context, nil, nil) == 1 else {
      throw .openSSL(call: "EVP_DigestFinal_ex", code: UInt(ERR_get_error()))
    }
    return digest.digest
  }

  /// The digest of one message.
  public static func digest(of bytes: Span<UInt8>) throws(CryptographyError) -> Digest {
    var hash = try SHA256()
    try hash.update(bytes)
    return try hash.finish()
  }
}

/// The 32 bytes that OpenSSL writes a digest to.
struct DigestBuffer {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  mutating func withBuffer(_ body: (UnsafeMutablePointer<UInt8>) -> Int32) -> Int32 {
    unsafe withUnsafeMutableBytes(of: &words) { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe body(start.assumingMemoryBound(to: UInt8.self))
    }
  }

  var digest: Digest {
    Digest(
      words: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    )
  }
}
