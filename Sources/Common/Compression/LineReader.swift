/// A reader of lines with bounded memory.
///
/// A line is given as a range of `buffer`, without its line feed, valid until the next call; at
/// least `padding` readable bytes follow it, as `JSONParser` wants. A longer line than the limit
/// comes in pieces, so that nothing is held and nothing is lost.
public final class LineReader {
  /// What `next()` gives.
  public enum Line: Equatable, Sendable {
    /// A whole line.
    case whole(Range<Int>)
    /// A piece of a line above the limit; the last one may be empty.
    case piece(Range<Int>, isLast: Bool)
    /// The input is damaged behind here; the range holds what was read of the last line.
    case cut(Range<Int>, CompressionError)
  }

  /// The bytes that ranges point into.
  public private(set) var buffer: [UInt8]
  /// The number of the last given line, 1-based.
  public private(set) var number = 0
  /// Bytes given so far, decompressed, line feeds included.
  public private(set) var offset = 0

  private static let usualSize = 1 << 18
  private static let pieceSize = 4 << 20
  private let input: InputFile
  private let limit: Int
  private let padding: Int
  private var start = 0
  private var searched = 0
  private var end = 0
  private var isInsideLongLine = false
  private var damage: CompressionError?
  private var isAtEnd = false

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - input: Where the bytes come from.
  ///   - limit: The longest line that is given whole, in bytes.
  ///   - padding: How many readable bytes must follow a line.
  public init(_ input: InputFile, limit: Int = 64 << 20, padding: Int = 64) {
    self.input = input
    self.limit = limit
    self.padding = padding
    buffer = [UInt8](repeating: 0, count: min(limit + 1, Self.usualSize) + padding)
  }

  /// Gives the next line; `nil` at the end of the input.
  ///
  /// - Throws: `CompressionError.system` or `.outOfMemory`; damage of the input is given as a
  ///   line that is cut.
  public func next() throws(CompressionError) -> Line? {
    while true {
      if let feed = buffer.firstIndex(of: UInt8(ascii: "\n"), in: searched..<end) {
        return take(upTo: feed, dropping: 1)
      }
      searched = end
      if let damage {
        self.damage = nil
        isAtEnd = true
        number += isInsideLongLine ? 0 : 1
        let rest = start..<end
        start = end
        return .cut(rest, damage)
      }
      if isAtEnd {
        if start == end && !isInsideLongLine { return nil }
        return take(upTo: end, dropping: 0)
      }
      if end - start > (isInsideLongLine ? min(limit, Self.pieceSize) : limit) {
        number += isInsideLongLine ? 0 : 1
        isInsideLongLine = true
        offset += end - start
        let piece = start..<end
        start = end
        return .piece(piece, isLast: false)
      }
      try fill()
    }
  }

  private func take(upTo stop: Int, dropping feed: Int) -> Line {
    let range = start..<stop
    offset += range.count + feed
    start = stop + feed
    searched = start
    if isInsideLongLine {
      isInsideLongLine = false
      return .piece(range, isLast: true)
    }
    number += 1
    guard range.count <= limit else { return .piece(range, isLast: true) }
    return .whole(range)
  }

  /// Gives the memory of a long line back before the next call; the line's range is then void.
  public func release() {
    let usual = min(limit + 1, Self.usualSize) + padding
    guard buffer.count > Self.pieceSize + padding, end - start < usual - padding else { return }
    var smaller = [UInt8](repeating: 0, count: usual)
    smaller.copy(buffer, start..<end, to: 0)
    buffer = smaller
    (start, searched, end) = (0, searched - start, end - start)
  }

  private func fill() throws(CompressionError) {
    release()
    if start > 0 {
      buffer.moveToFront(start..<end)
      end -= start
      start = 0
      searched = end
    }
    if end == buffer.count - padding {
      let wanted = min(buffer.count * 2, limit + 1 + padding)
      var larger = [UInt8](repeating: 0, count: wanted)
      larger.copy(buffer, 0..<end, to: 0)
      buffer = larger
    }
    do {
      let count = try input.read(into: &buffer, from: end, upTo: buffer.count - padding)
      end += count
      if count == 0 { isAtEnd = true }
    } catch {
      guard error.isDamage else { throw error }
      damage = error
    }
  }
}
