import COpenSSL
import Glibc

/// Secret bytes in the secure heap: they do not print, compare in constant time, end as zeros.
///
/// Immutable once made, so it may be shared between threads.
@safe
public final class SecureBytes: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  /// The count of bytes.
  public let count: Int

  /// Takes zeroed memory and lets `fill` write it; what `fill` throws leaves nothing behind.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) throws(CryptographyError) -> Void)
    throws(CryptographyError)
  {
    guard SecureHeap.isAvailable else { throw .noSecureHeap }
    guard let start = unsafe CRYPTO_secure_zalloc(max(count, 1), #fileID, #line) else {
      throw .secureHeapFull(wanted: count)
    }
    unsafe self.start = unsafe start
    self.count = count
    try unsafe fill(UnsafeMutableRawBufferPointer(start: start, count: count))
  }

  deinit {
    unsafe CRYPTO_secure_clear_free(start, max(count, 1), #fileID, #line)
  }

  /// Copies bytes; the caller's own copy stays the caller's to clear.
  public convenience init(copying bytes: Span<UInt8>) throws(CryptographyError) {
    try unsafe self.init(count: bytes.count) { target throws(CryptographyError) in
      for index in 0..<bytes.count { unsafe target[index] = bytes[index] }
    }
  }

  /// Draws bytes from the system's random source.
  public convenience init(random count: Int) throws(CryptographyError) {
    try unsafe self.init(count: count) { target throws(CryptographyError) in
      guard unsafe RAND_priv_bytes(target.baseAddress, Int32(target.count)) == 1 else {
        throw .random(code: UInt(ERR_get_error()))
      }
    }
  }

  /// Reads all bytes of an open file, at most `limit`, straight into the secure heap.
  ///
  /// - Parameters:
  ///   - descriptor: An open file, socket or pipe, read to its end and left open.
  ///   - limit: The most bytes to accept.
  /// - Throws: `CryptographyError`.
  public convenience init(reading descriptor: Int32, limit: Int) throws(CryptographyError) {
    let whole = try unsafe SecureBytes(count: limit + 1, fill: { _ in })
    var filled = 0
    while filled <= limit {
      let count = unsafe read(descriptor, whole.start + filled, limit + 1 - filled)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(call: "read", code: errno) }
      if count == 0 { break }
      filled += count
    }
    guard filled <= limit else { throw .keyLength(found: filled, wanted: limit) }
    try unsafe self.init(count: filled) { target throws(CryptographyError) in
      unsafe target.copyMemory(from: UnsafeRawBufferPointer(start: whole.start, count: filled))
    }
  }

  /// Writes all bytes to an open file.
  public func write(to descriptor: Int32) throws(CryptographyError) {
    var written = 0
    while written < count {
      let step = unsafe Glibc.write(descriptor, start + written, count - written)
      if step < 0 && errno == EINTR { continue }
      guard step > 0 else { throw .system(call: "write", code: errno) }
      written += step
    }
  }

  /// Calls `body` with the bytes, which must not be copied out.
  public func withBytes<Result, Failure>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try unsafe body(Span(_unsafeBytes: bytes))
  }

  /// The same bytes for a call of OpenSSL.
  func withUnsafeBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The bytes of a range, in the secure heap.
  public func slice(_ range: Range<Int>) throws(CryptographyError) -> SecureBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return try unsafe SecureBytes(count: range.count) { target throws(CryptographyError) in
      unsafe target.copyMemory(
        from: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
      )
    }
  }

  /// Joins parts, in the secure heap.
  public static func joined(_ parts: [SecureBytes]) throws(CryptographyError) -> SecureBytes {
    let total = parts.reduce(0) { $0 + $1.count }
    return try unsafe SecureBytes(count: total) { target throws(CryptographyError) in
      var offset = 0
      for part in parts {
        unsafe part.withUnsafeBytes { bytes in
          unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset...])
            .copyMemory(from: bytes)
        }
        offset += part.count
      }
    }
  }

  /// Whether two secrets are equal, in a time that depends on their length alone.
  public func isEqual(to other: SecureBytes) -> Bool {
    count == other.count && (unsafe CRYPTO_memcmp(start, other.start, count) == 0)
  }
}

extension SecureBytes: CustomStringConvertible, CustomReflectable {
  /// The count of bytes only.
  public var description: String { "SecureBytes(\(count) bytes, withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
