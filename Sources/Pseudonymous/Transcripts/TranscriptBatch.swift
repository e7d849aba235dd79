import JSON
import Pseudonymisation

/// Some lines of a transcript, as many as one core takes at a time.
public struct TranscriptBatch: Sendable {
  /// A line as it stands in the file; made by reading one only.
  public struct Line {
    fileprivate let buffer: [UInt8]
    fileprivate let range: Range<Int>
    fileprivate let number: Int
    fileprivate let reader: SanitizedContactReader

    /// The line with its line feed.
    var bytes: ArraySlice<UInt8> { buffer[range.lowerBound...range.upperBound] }

    /// Whether a known value may stand in it; never `false` where one does.
    public func mayHold(_ watch: LeakWatch) -> Bool { watch.mayStand(inLine: buffer, range) }

    /// Reads the contact.
    ///
    /// - Throws: `TranscriptFileError.line`.
    public func contact() throws(TranscriptFileError) -> SanitizedContact {
      do {
        return try reader.contact(in: buffer, range, line: number)
      } catch { throw .line(error) }
    }
  }

  private var bytes: [UInt8] = []
  private var lines: [Range<Int>] = []
  private let first: Int

  /// Makes an empty batch whose first line has a number.
  init(first: Int) { self.first = first }

  /// How many bytes its lines have.
  private(set) var size = 0
  /// Whether it holds no line.
  var isEmpty: Bool { lines.isEmpty }

  mutating func append(_ buffer: [UInt8], _ range: Range<Int>) {
    lines.append(bytes.count..<bytes.count + range.count)
    bytes.append(contentsOf: buffer[range])
    bytes.append(UInt8(ascii: "\n"))
    size = bytes.count
  }

  /// Makes room behind the last line for the parser.
  mutating func pad() { bytes.append(contentsOf: repeatElement(0, count: JSONParser.padding)) }

  /// Gives each line, in order.
  ///
  /// - Parameter body: Takes the line.
  /// - Throws: `TranscriptFileError.line`, or what `body` throws.
  public func forEach(_ body: (Line) throws -> Void) throws {
    let reader: SanitizedContactReader
    do { reader = try SanitizedContactReader() } catch { throw TranscriptFileError.line(error) }
    for (place, range) in lines.enumerated() {
      try body(Line(buffer: bytes, range: range, number: first + place, reader: reader))
    }
  }
}
