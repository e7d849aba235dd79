/// An input as bytes, decompressed where it is gzip: a file, standard input or bytes in memory.
///
/// Gzip is told by its first two bytes (RFC 1952: 1f 8b), whatever the name; a name that ends in
/// `.gz` demands it. Reads stream: memory does not grow with the input. One thread at a time.
public final class InputFile {
  private enum Source {
    case descriptor(Descriptor)
    case memory([UInt8], position: Int)
  }

  private var source: Source
  private let demandsGzip: Bool
  private let inflates: Bool
  private var inflater: Inflater?
  private var head: [UInt8] = []
  private var isOpened = false

  /// Bytes read so far as they lie on disk.
  public private(set) var bytesRead = 0

  /// Tells whether the input is gzip; `false` before the first read.
  public var isCompressed: Bool { inflater != nil }

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: `CompressionError.system`, also for a folder at the first read.
  public init(path: String) throws(CompressionError) {
    source = .descriptor(
      path == "-" ? Descriptor(lent: 0) : try Descriptor(reading: path)
    )
    demandsGzip = path.hasSuffix(".gz")
    inflates = true
  }

  /// Opens a file for its bytes as they lie on disk, gzip or not.
  ///
  /// - Throws: `CompressionError.system`, also for a folder at the first read.
  public init(asStored path: String) throws(CompressionError) {
    source = .descriptor(try Descriptor(reading: path))
    demandsGzip = false
    inflates = false
  }

  /// Reads a descriptor that the caller closes.
  public init(descriptor: Int32) {
    source = .descriptor(Descriptor(lent: descriptor))
    demandsGzip = false
    inflates = true
  }

  /// Reads bytes in memory.
  public init(bytes: [UInt8]) {
    source = .memory(bytes, position: 0)
    demandsGzip = false
    inflates = true
  }

  /// Fills `buffer` behind `start` with at least one byte, unless the input ended.
  ///
  /// - Parameters:
  ///   - buffer: What is filled; its size does not change.
  ///   - start: Where the bytes go.
  ///   - end: The end of the room for them.
  /// - Returns: How many bytes were put; 0 at the end of the input.
  /// - Throws: `CompressionError`; bytes given before a damage stay valid.
  public func read(
    into buffer: inout [UInt8],
    from start: Int,
    upTo end: Int
  ) throws(CompressionError) -> Int {
    precondition(start < end && end <= buffer.count, "no room to read into")
    if !isOpened { try openStream() }
    guard let inflater else { return try readPlain(into: &buffer, start..<end) }
    while true {
      if case .wrote(let count) = try inflater.drain(into: &buffer, start..<end) { return count }
      let count = try inflater.feed { (input, room) throws(CompressionError) in
        try self.readPlain(into: &input, room)
      }
      if count == 0 {
        if inflater.isBetweenMembers { return 0 }
        throw .truncated(offset: inflater.offset)
      }
    }
  }

  /// Reads all that is left; for inputs known to be small.
  public func readAll() throws(CompressionError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
      let more = try read(into: &bytes, from: count, upTo: bytes.count)
      if more == 0 { break }
      count += more
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func openStream() throws(CompressionError) {
    isOpened = true
    guard inflates else { return }
    var first = [UInt8](repeating: 0, count: 2)
    var count = 0
    while count < 2 {
      let more = try readPlain(into: &first, count..<2)
      if more == 0 { break }
      count += more
    }
    head = Array(first[..<count])
    if head == [0x1F, 0x8B] {
      inflater = Inflater()
    } else if demandsGzip {
      throw count < 2 ? .truncated(offset: count) : .corrupt(offset: 0, code: 0)
    }
  }

  private func readPlain(
    into buffer: inout [UInt8],
    _ room: Range<Int>
  ) throws(CompressionError) -> Int {
    if isOpened && !head.isEmpty {
      let count = min(head.count, room.count)
      for index in 0..<count { buffer[room.lowerBound + index] = head[index] }
      head.removeFirst(count)
      return count
    }
    let count: Int
    switch source {
    case .descriptor(let descriptor):
      count = try descriptor.read(into: &buffer, room)
    case .memory(let bytes, let position):
      count = min(bytes.count - position, room.count)
      buffer.copy(bytes, position..<(position + count), to: room.lowerBound)
      source = .memory(bytes, position: position + count)
    }
    bytesRead += count
    return count
  }
}
