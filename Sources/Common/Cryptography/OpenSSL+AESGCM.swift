import COpenSSL

/// AES-256-GCM (NIST SP 800-38D): seals bytes so that only the key opens them, unchanged.
///
/// A sealed box is 12 random nonce bytes, the ciphertext, 16 tag bytes. Random nonces keep one key
/// safe for 2^32 boxes (SP 800-38D section 8.3).
public enum AESGCM {
  /// The bytes of a nonce.
  public static let nonceCount = 12
  /// The bytes of a tag.
  public static let tagCount = 16
  /// The bytes of a key.
  public static let keyCount = 32

  /// Seals bytes under a fresh nonce of the system's random source.
  ///
  /// - Parameters:
  ///   - plaintext: What to seal; may be empty.
  ///   - key: 32 bytes.
  ///   - context: What the box belongs to; bound to it, not stored in it.
  /// - Returns: The box.
  /// - Throws: `CryptographyError`.
  public static func seal(_ plaintext: Span<UInt8>, key: SecureBytes, context: Span<UInt8>)
    throws(CryptographyError) -> [UInt8]
  {
    try seal(plaintext, key: key, nonce: Random.bytes(nonceCount), context: context)
  }

  static func seal(
    _ plaintext: Span<UInt8>,
    key: SecureBytes,
    nonce: [UInt8],
    context: Span<UInt8>
  ) throws(CryptographyError) -> [UInt8] {
    let cipher = try GCMContext(key: key, nonce: nonce.span, sealing: true)
    try cipher.authenticate(context)
    var box = nonce
    box.append(contentsOf: repeatElement(0, count: plaintext.count + tagCount))
    var failure: CryptographyError?
    unsafe box.withUnsafeMutableBytes { box in
      let body = unsafe UnsafeMutableRawBufferPointer(rebasing: box[nonce.count...])
      do throws(CryptographyError) {
        try unsafe plaintext.withUnsafeBytes { plaintext throws(CryptographyError) in
          try unsafe cipher.update(plaintext, into: body)
        }
        try unsafe cipher.finishSealing(
          tag: UnsafeMutableRawBufferPointer(rebasing: body[plaintext.count...])
        )
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return box
  }

  /// Opens a box.
  ///
  /// - Throws: `notAuthentic` for another key, another context or a changed box.
  public static func open(_ box: Span<UInt8>, key: SecureBytes, context: Span<UInt8>)
    throws(CryptographyError) -> [UInt8]
  {
    let count = try plaintextCount(of: box)
    var plaintext = [UInt8](repeating: 0, count: count)
    var failure: CryptographyError?
    unsafe plaintext.withUnsafeMutableBytes { target in
      do throws(CryptographyError) {
        try unsafe open(box, key: key, context: context, into: target)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return plaintext
  }

  /// Seals a secret under a fresh nonce.
  public static func seal(_ secret: SecureBytes, key: SecureBytes, context: Span<UInt8>)
    throws(CryptographyError) -> [UInt8]
  {
    try secret.withBytes { bytes throws(CryptographyError) in
      try seal(bytes, key: key, context: context)
    }
  }

  /// Opens a box into the secure heap.
  public static func openSecret(_ box: Span<UInt8>, key: SecureBytes, context: Span<UInt8>)
    throws(CryptographyError) -> SecureBytes
  {
    let count = try plaintextCount(of: box)
    return try unsafe SecureBytes(count: count) { target throws(CryptographyError) in
      try unsafe open(box, key: key, context: context, into: target)
    }
  }

  private static func plaintextCount(of box: Span<UInt8>) throws(CryptographyError) -> Int {
    let count = box.count - nonceCount - tagCount
    guard count >= 0 else { throw .sealedBoxTooShort(bytes: box.count) }
    return count
  }

  private static func open(
    _ box: Span<UInt8>,
    key: SecureBytes,
    context: Span<UInt8>,
    into target: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    let body = nonceCount..<(box.count - tagCount)
    let cipher = try GCMContext(key: key, nonce: box.extracting(..<nonceCount), sealing: false)
    try cipher.authenticate(context)
    try unsafe box.extracting(body).withUnsafeBytes { body throws(CryptographyError) in
      try unsafe cipher.update(body, into: target)
    }
    guard try cipher.finishOpening(tag: box.extracting(body.upperBound...)) else {
      // Nothing of a box that is not authentic is handed on.
      if let start = target.baseAddress { unsafe OPENSSL_cleanse(start, target.count) }
      throw .notAuthentic
    }
  }
}

/// One sealing or opening.
@safe
private struct GCMContext: ~Copyable {
  private let context: OpaquePointer

  init(key: SecureBytes, nonce: Span<UInt8>, sealing: Bool) throws(CryptographyError) {
    guard key.count == AESGCM.keyCount else {
      throw .keyLength(found: key.count, wanted: AESGCM.keyCount)
    }
    guard let cipher = unsafe Algorithm.aes256GCM.pointer else {
      throw .openSSL(call: "EVP_CIPHER_fetch", code: 0)
    }
    guard let context = unsafe EVP_CIPHER_CTX_new() else {
      throw .openSSL(call: "EVP_CIPHER_CTX_new", code: 0)
    }
    let flag: Int32 = sealing ? 1 : 0
    let status = unsafe key.withUnsafeBytes { key in
      unsafe nonce.withUnsafeBytes { nonce in
        guard unsafe EVP_CipherInit_ex(context, cipher, nil, nil, nil, flag) == 1,
          unsafe EVP_CIPHER_CTX_ctrl(
            context,
            EVP_CTRL_AEAD_SET_IVLEN,
            Int32(nonce.count),
            nil
          ) == 1
        else { return Int32(0) }
        return unsafe EVP_CipherInit_ex(
          context,
          nil,
          nil,
          key.baseAddress?.assumingMemoryBound(to: UInt8.self),
          nonce.baseAddress?.assumingMemoryBound(to: UInt8.self),
          flag
        )
      }
    }
    guard status == 1 else {
      unsafe EVP_CIPHER_CTX_free(context)
      throw .openSSL(call: "EVP_CipherInit_ex", code: UInt(ERR_get_error()))
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_CIPHER_CTX_free(context) }

  /// OpenSSL counts in 32 bits: longer input goes in steps of 1 GiB.
  private static var longestStep: Int { 1 << 30 }

  borrowing func authenticate(_ bytes: Span<UInt8>) throws(CryptographyError) {
    guard bytes.count > 0 else { return }
    guard bytes.count <= Self.longestStep else { throw .parameters("context") }
    var count: Int32 = 0
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe EVP_CipherUpdate(
        context,
        nil,
        &count,
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        Int32(bytes.count)
      )
    }
    guard status == 1 else { throw failed("EVP_CipherUpdate") }
  }

  borrowing func update(
    _ source: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  )
    throws(CryptographyError)
  {
    guard let from = source.baseAddress, let to = target.baseAddress else { return }
    var done = 0
    while done < source.count {
      let step = min(source.count - done, Self.longestStep)
      var count: Int32 = 0
      let status = unsafe EVP_CipherUpdate(
        context,
        (to + done).assumingMemoryBound(to: UInt8.self),
        &count,
        (from + done).assumingMemoryBound(to: UInt8.self),
        Int32(step)
      )
      guard status == 1, Int(count) == step else { throw failed("EVP_CipherUpdate") }
      done += step
    }
  }

  borrowing func finishSealing(tag: UnsafeMutableRawBufferPointer) throws(CryptographyError) {
    var count: Int32 = 0
    var none: UInt8 = 0
    guard unsafe EVP_CipherFinal_ex(context, &none, &count) == 1,
      unsafe EVP_CIPHER_CTX_ctrl(
        context,
        EVP_CTRL_AEAD_GET_TAG,
        Int32(AESGCM.tagCount),
        tag.baseAddress
      ) == 1
    else { throw failed("EVP_CipherFinal_ex") }
  }

  /// Whether the tag is right.
  borrowing func finishOpening(tag: Span<UInt8>) throws(CryptographyError) -> Bool {
    let status = unsafe tag.withUnsafeBytes { tag in
      unsafe EVP_CIPHER_CTX_ctrl(
        context,
        EVP_CTRL_AEAD_SET_TAG,
        Int32(tag.count),
        UnsafeMutableRawPointer(mutating: tag.baseAddress)
      )
    }
    guard status == 1 else { throw failed("EVP_CIPHER_CTX_ctrl") }
    var count: Int32 = 0
    var none: UInt8 = 0
    return unsafe EVP_CipherFinal_ex(context, &none, &count) == 1
  }

  private borrowing func failed(_ call: String) -> CryptographyError {
    .openSSL(call: call, code: UInt(ERR_get_error()))
  }
}
