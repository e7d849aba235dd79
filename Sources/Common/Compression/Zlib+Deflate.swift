import CZlib

/// A writer of one gzip member: no name, time 0, so the same bytes for the same input.
///
/// Wraps zlib, whose output depends on its version and level and not on the processor, as ISA-L's
/// does (`Documentation/Decisions/0060-gzip-by-two-libraries.md`).
@safe
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var output: [UInt8]
  private var isOpen = true

  init(_ effort: GzipEffort, outputSize: Int = 1 << 16) throws(CompressionError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    output = [UInt8](repeating: 0, count: outputSize)
    // 15 window bits + 16 asks for a gzip wrapper; zlib writes time 0 and no name by itself.
    let code = unsafe deflateInit2_(
      stream,
      effort.level,
      Z_DEFLATED,
      15 + 16,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard code == Z_OK else {
      isOpen = false
      throw .outOfMemory
    }
  }

  deinit {
    if isOpen { unsafe deflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Compresses bytes and hands what is ready to `sink`.
  func write(
    _ bytes: [UInt8],
    in range: Range<Int>,
    to sink: ([UInt8], Range<Int>) throws(CompressionError) -> Void
  ) throws(CompressionError) {
    var start = range.lowerBound
    while start < range.upperBound {
      // zlib counts in 32 bits.
      let count = min(range.upperBound - start, 1 << 30)
      try run(bytes, start..<(start + count), flush: Z_NO_FLUSH, to: sink)
      start += count
    }
  }

  /// Ends the member.
  func finish(
    to sink: ([UInt8], Range<Int>) throws(CompressionError) -> Void
  ) throws(CompressionError) {
    try run([], 0..<0, flush: Z_FINISH, to: sink)
    unsafe deflateReset(stream)
  }

  private func run(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    flush: Int32,
    to sink: ([UInt8], Range<Int>) throws(CompressionError) -> Void
  ) throws(CompressionError) {
    var left = range.count
    while true {
      let start = range.upperBound - left
      let (code, written, remaining) = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
          unsafe stream.pointee.next_in = source.baseAddress.map {
            unsafe UnsafeMutablePointer(mutating: $0 + start)
          }
          unsafe stream.pointee.avail_in = UInt32(left)
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = UInt32(target.count)
          let code = unsafe deflate(stream, flush)
          return unsafe (
            code, target.count - Int(stream.pointee.avail_out), Int(stream.pointee.avail_in)
          )
        }
      }
      left = remaining
      if written > 0 { try sink(output, 0..<written) }
      if code == Z_STREAM_END { return }
      guard code == Z_OK || code == Z_BUF_ERROR else { throw .corrupt(offset: 0, code: code) }
      if flush == Z_NO_FLUSH && left == 0 && written < output.count { return }
    }
  }
}

/// How hard gzip tries: speed against size.
public enum GzipEffort: Sendable {
  /// For files that stay on the line's own server: zlib level 1.
  case fast
  /// For files that are sent: zlib level 9.
  case small

  fileprivate var level: Int32 {
    switch self {
    case .fast: 1
    case .small: 9
    }
  }
}
