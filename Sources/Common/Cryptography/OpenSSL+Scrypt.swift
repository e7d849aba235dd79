import COpenSSL

/// scrypt (RFC 7914): a key from a passphrase, made slow and large on purpose.
public enum Scrypt {
  /// How slow and how large.
  public struct Cost: Equatable, Sendable {
    /// N, a power of two.
    public let n: Int
    /// The block size r.
    public let r: Int
    /// The parallelism p.
    public let p: Int

    /// Makes a cost.
    public init(n: Int, r: Int, p: Int) {
      self.n = n
      self.r = r
      self.p = p
    }

    /// N = 2^17, r = 8, p = 1: 128 MiB and about half a second.
    ///
    /// Source: OWASP Password Storage Cheat Sheet, the first of its scrypt settings.
    public static let standard = Cost(n: 1 << 17, r: 8, p: 1)

    /// The bytes of memory it takes.
    public var bytes: Int { 128 * n * r + 128 * r * p + 4_096 }
  }

  /// The most memory accepted, so that a damaged file can't exhaust the machine.
  public static let memoryLimit = 1 << 30

  /// Derives a key.
  ///
  /// - Parameters:
  ///   - passphrase: The passphrase, UTF-8.
  ///   - salt: At least 16 random bytes, stored beside the box.
  ///   - cost: How slow; at most `memoryLimit` bytes.
  ///   - count: The bytes of the key.
  /// - Returns: The key.
  /// - Throws: `CryptographyError`.
  public static func key(
    from passphrase: SecureBytes,
    salt: Span<UInt8>,
    cost: Cost = .standard,
    count: Int = 32
  ) throws(CryptographyError) -> SecureBytes {
    guard cost.n > 1, cost.n <= 1 << 24, cost.n & (cost.n - 1) == 0 else { throw .parameters("n") }
    guard (1...64).contains(cost.r) else { throw .parameters("r") }
    guard (1...64).contains(cost.p) else { throw .parameters("p") }
    guard cost.bytes <= memoryLimit else { throw .parameters("memory") }
    return try unsafe SecureBytes(count: count) { target throws(CryptographyError) in
      let status = unsafe passphrase.withUnsafeBytes { passphrase in
        unsafe salt.withUnsafeBytes { salt in
          unsafe EVP_PBE_scrypt(
            passphrase.baseAddress?.assumingMemoryBound(to: CChar.self),
            passphrase.count,
            salt.baseAddress?.assumingMemoryBound(to: UInt8.self),
            salt.count,
            UInt64(cost.n),
            UInt64(cost.r),
            UInt64(cost.p),
            UInt64(memoryLimit) + 1_048_576,
            target.baseAddress?.assumingMemoryBound(to: UInt8.self),
            target.count
          )
        }
      }
      guard status == 1 else {
        throw .openSSL(call: "EVP_PBE_scrypt", code: UInt(ERR_get_error()))
      }
    }
  }
}
