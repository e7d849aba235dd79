/// An output as bytes: a file made beside its place and then renamed, or standard output.
///
/// A path that ends in `.gz` is written as gzip. A file appears under its name only by `finish()`;
/// until then, and for ever when the output is dropped, its place is untouched. Mode 0600 unless
/// said otherwise. One thread at a time.
public final class OutputFile {
  private let descriptor: Descriptor
  private let place: String?
  private let draft: String?
  private let deflater: Deflater?
  private var buffer: [UInt8] = []
  private var isFinished = false
  private static let bufferSize = 1 << 18

  /// Opens an output at a path, or standard output for `-`.
  ///
  /// - Parameters:
  ///   - path: Where the file shall be; `-` is standard output, plain.
  ///   - effort: How hard gzip tries where the path ends in `.gz`.
  ///   - mode: The file's permissions.
  /// - Throws: `CompressionError.system`.
  public init(
    path: String,
    effort: GzipEffort = .fast,
    mode: UInt32 = 0o600
  ) throws(CompressionError) {
    deflater = path.hasSuffix(".gz") ? try Deflater(effort) : nil
    if path == "-" {
      descriptor = Descriptor(lent: 1)
      place = nil
      draft = nil
    } else {
      let draft = path + ".part"
      // A draft that is left over belongs to a run that was killed.
      FileSystem.remove(draft)
      descriptor = try Descriptor(creating: draft, mode: mode)
      place = path
      self.draft = draft
    }
  }

  /// Opens a file that holds just the bytes that are written, whatever its name.
  ///
  /// - Throws: `CompressionError.system`.
  public init(verbatim path: String, mode: UInt32 = 0o600) throws(CompressionError) {
    let draft = path + ".part"
    FileSystem.remove(draft)
    deflater = nil
    descriptor = try Descriptor(creating: draft, mode: mode)
    place = path
    self.draft = draft
  }

  deinit { if !isFinished, let draft { FileSystem.remove(draft) } }

  /// Writes bytes.
  public func write(_ bytes: [UInt8]) throws(CompressionError) {
    if bytes.count >= Self.bufferSize {
      try flush()
      try pass(bytes)
    } else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.bufferSize { try flush() }
    }
  }

  /// Writes text as UTF-8.
  public func write(_ text: String) throws(CompressionError) { try write(Array(text.utf8)) }

  /// Hands buffered bytes on, so that a reader of a plain pipe sees them.
  public func flush() throws(CompressionError) {
    try pass(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the output: bytes on the disk, then the file at its place.
  public func finish() throws(CompressionError) {
    try flush()
    if let deflater {
      try deflater.finish { (bytes, range) throws(CompressionError) in
        try self.descriptor.write(bytes, in: range)
      }
    }
    if let place, let draft {
      try descriptor.synchronize()
      try FileSystem.rename(draft, to: place)
    }
    isFinished = true
  }

  private func pass(_ bytes: [UInt8]) throws(CompressionError) {
    guard let deflater else { return try descriptor.write(bytes, in: 0..<bytes.count) }
    try deflater.write(bytes, in: 0..<bytes.count) { (part, range) throws(CompressionError) in
      try self.descriptor.write(part, in: range)
    }
  }
}
