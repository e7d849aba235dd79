import CISAL

/// A decoder of gzip (RFC 1952): many members, each checked against its CRC-32 and length.
///
/// Wraps ISA-L's `igzip`. Fed with `feed(_:)`, drained with `drain(into:from:)`.
@safe
final class Inflater {
  /// What a drain came to.
  enum Progress: Equatable {
    /// So many bytes were written; more may follow.
    case wrote(Int)
    /// All fed bytes are used; feed more, or the stream ends here.
    case needsInput
  }

  // Room in front of the input for the bytes that the decoder read ahead of a member's end.
  private static let headroom = 16

  private let state: UnsafeMutablePointer<inflate_state>
  private var input: [UInt8]
  private var position = Inflater.headroom
  private var end = Inflater.headroom
  private var consumed = 0
  private var phase = Phase.between

  private enum Phase {
    case between
    case header(GzipHeader)
    case body
  }

  init(inputSize: Int = 1 << 16) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: inflate_state())
    input = [UInt8](repeating: 0, count: Self.headroom + inputSize)
    unsafe isal_inflate_init(state)
  }

  deinit { unsafe state.deallocate() }

  /// Bytes of the compressed stream used so far.
  var offset: Int { consumed }

  /// Tells whether the stream may end here: between two members.
  var isBetweenMembers: Bool {
    guard case .between = phase else { return false }
    return position == end
  }

  /// Fills the empty input through `body`, which gets the room and returns how much it filled.
  func feed(
    _ body: (inout [UInt8], Range<Int>) throws(CompressionError) -> Int
  ) throws(CompressionError) -> Int {
    position = Self.headroom
    let count = try body(&input, Self.headroom..<input.count)
    end = Self.headroom + count
    return count
  }

  /// Decodes into a range of `buffer`.
  func drain(into buffer: inout [UInt8], _ range: Range<Int>) throws(CompressionError) -> Progress {
    precondition(range.upperBound <= buffer.count, "a read past the buffer")
    while true {
      switch phase {
      case .between:
        if position == end { return .needsInput }
        phase = .header(GzipHeader())
      case .header(var header):
        try read(&header)
        if !header.isComplete {
          phase = .header(header)
          return .needsInput
        }
        unsafe isal_inflate_reset(state)
        // The body is decoded, and CRC-32 and length behind it are checked.
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
        phase = .body
      case .body:
        let written = try step(into: &buffer, range)
        if written > 0 { return .wrote(written) }
        if case .body = phase, position == end { return .needsInput }
      }
    }
  }

  private func read(_ header: inout GzipHeader) throws(CompressionError) {
    while position < end, !header.isComplete {
      do {
        try header.take(input[position])
      } catch {
        switch error {
        case .malformed: throw .corrupt(offset: consumed, code: Int32(ISAL_INVALID_WRAPPER))
        case .checksum: throw .checksum(offset: consumed)
        }
      }
      position += 1
      consumed += 1
    }
  }

  private func step(into buffer: inout [UInt8], _ range: Range<Int>) throws(CompressionError) -> Int
  {
    let room = range.count
    let available = end - position
    let (code, written, left) = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe buffer.withUnsafeMutableBufferPointer { target in
        unsafe state.pointee.next_in = source.baseAddress.map { unsafe $0 + position }
        unsafe state.pointee.avail_in = UInt32(available)
        unsafe state.pointee.next_out = target.baseAddress.map { unsafe $0 + range.lowerBound }
        unsafe state.pointee.avail_out = UInt32(room)
        let code = unsafe isal_inflate(state)
        return unsafe (
          code, room - Int(state.pointee.avail_out), Int(state.pointee.avail_in)
        )
      }
    }
    consumed += available - left
    position = end - left
    guard code == ISAL_DECOMP_OK || code == ISAL_END_INPUT else {
      if code == ISAL_INCORRECT_CHECKSUM { throw .checksum(offset: consumed) }
      throw .corrupt(offset: consumed, code: code)
    }
    if unsafe state.pointee.block_state == ISAL_BLOCK_FINISH {
      giveBackReadAhead()
      phase = .between
    }
    return written
  }

  /// Puts whole bytes that the decoder holds in its bit buffer in front of the input again.
  private func giveBackReadAhead() {
    let bits = unsafe Int(state.pointee.read_in_length)
    let count = bits / 8
    guard count > 0 else { return }
    var word = unsafe state.pointee.read_in >> UInt64(bits % 8)
    for index in 0..<count {
      input[position - count + index] = UInt8(truncatingIfNeeded: word)
      word >>= 8
    }
    position -= count
    consumed -= count
    unsafe state.pointee.read_in_length = 0
  }
}
