import COpenSSL

/// SHA-256 (FIPS 180-4), for content that is no secret; personal data takes `HMACSHA256`.
public struct SHA256: ~Copyable {
  private var state: SHA256State

  /// Starts an empty message.
  public init() throws(CryptographyError) { state = try SHA256State() }

  /// Appends bytes to the message.
  public mutating func update(_ bytes: Span<UInt8>) throws(CryptographyError) {
    try state.update(bytes)
  }

  /// Ends the message and starts an empty one.
  public mutating func finish() throws(CryptographyError) -> Digest {
    let digest = try state.finish()
    state = try SHA256State()
    return digest.digest
  }

  /// The digest of one message.
  public static func digest(of bytes: Span<UInt8>) throws(CryptographyError) -> Digest {
    var state = try SHA256State()
    try state.update(bytes)
    return try state.finish().digest
  }
}

/// Where a message stands: OpenSSL's plain state, copied like a number and without an allocation.
@safe
struct SHA256State {
  private var context = SHA256_CTX()

  /// Starts an empty message.
  init() throws(CryptographyError) {
    guard unsafe SHA256_Init(&context) == 1 else {
      throw .openSSL(call: "SHA256_Init", code: UInt(ERR_get_error()))
    }
  }

  /// Appends bytes to the message.
  mutating func update(_ bytes: Span<UInt8>) throws(CryptographyError) {
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }
    guard status == 1 else { throw .openSSL(call: "SHA256_Update", code: UInt(ERR_get_error())) }
  }

  /// Appends a digest to the message.
  mutating func update(_ digest: DigestBuffer) throws(CryptographyError) {
    let status = unsafe digest.withBytes { bytes in
      unsafe SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }
    guard status == 1 else { throw .openSSL(call: "SHA256_Update", code: UInt(ERR_get_error())) }
  }

  /// Ends the message; what is left is of no use.
  mutating func finish() throws(CryptographyError) -> DigestBuffer {
    var digest = DigestBuffer()
    let status = unsafe digest.withBuffer { buffer in unsafe SHA256_Final(buffer, &context) }
    guard status == 1 else { throw .openSSL(call: "SHA256_Final", code: UInt(ERR_get_error())) }
    return digest
  }

  /// Overwrites the state with zeros.
  mutating func clear() {
    unsafe withUnsafeMutableBytes(of: &context) { bytes in
      unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
    }
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

  func withBytes(_ body: (UnsafeRawBufferPointer) -> Int32) -> Int32 {
    unsafe withUnsafeBytes(of: words) { bytes in unsafe body(bytes) }
  }

  /// Overwrites the bytes with zeros.
  mutating func clear() {
    unsafe withUnsafeMutableBytes(of: &words) { bytes in
      unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
    }
  }

  /// A byte, 0...31.
  subscript(index: Int) -> UInt8 { digest[index] }

  var digest: Digest {
    Digest(
      words: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    )
  }
}
