import CISAL

/// A running CRC-32 as gzip has it (RFC 1952, section 8), for bytes that are not compressed.
///
/// Finds out damage, not a forger. Wraps ISA-L's `crc32_gzip_refl`, some gigabytes a second.
public struct Checksum: Equatable, Sendable {
  /// The CRC-32 of the bytes so far.
  public private(set) var value: UInt32 = 0

  /// The checksum of no bytes.
  public init() {}

  /// Takes the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: A buffer that holds them.
  ///   - range: Which of it.
  public mutating func append(_ bytes: [UInt8], in range: Range<Int>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, !range.isEmpty else { return }
      precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      value = unsafe crc32_gzip_refl(value, start + range.lowerBound, UInt64(range.count))
    }
  }
}
