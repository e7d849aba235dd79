/// Gzip (RFC 1952) of bytes in memory.
public enum Gzip {
  /// Compresses bytes into one member without name and with time 0.
  ///
  /// - Throws: `CompressionError.outOfMemory`.
  public static func compress(
    _ bytes: [UInt8],
    effort: GzipEffort = .small
  ) throws(CompressionError) -> [UInt8] {
    let deflater = try Deflater(effort)
    var result: [UInt8] = []
    let sink: ([UInt8], Range<Int>) throws(CompressionError) -> Void = { part, range in
      result.append(contentsOf: part[range])
    }
    try deflater.write(bytes, in: 0..<bytes.count, to: sink)
    try deflater.finish(to: sink)
    return result
  }

  /// Decompresses bytes; bytes without gzip's mark come back as they are.
  ///
  /// - Throws: `CompressionError` where the bytes are damaged.
  public static func decompress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    try InputFile(bytes: bytes).readAll()
  }
}
