import JSON
import Pseudonymisation

/// Some lines of a transcript, as many as one core takes at a time.
public struct TranscriptBatch: Sendable {
  /// A line as it stands in the file; made by reading one only.
  public struct Line {
    let bytes: ArraySlice<UInt8>
  }

  private var bytes: [UInt8] = []
  private var lines: [Range<Int>] = []
  private let first: Int

  /// Makes an empty batch whose first line has a number.
  init(first: Int) { self.first = first }

  var size: Int { bytes.count }
  var isEmpty: Bool { lines.isEmpty }

  mutating func append(_ buffer: [UInt8], _ range: Range<Int>) {
    lines.append(bytes.count..<bytes.count + range.count)
    bytes.append(contentsOf: buffer[range])
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Makes room behind the last line for the parser.
  mutating func pad() { bytes.append(contentsOf: repeatElement(0, count: JSONParser.padding)) }

  /// Reads each contact, in order.
  ///
  /// - Parameter body: Takes the contact and its line.
  /// - Throws: `TranscriptFileError.line`, or what `body` throws.
  public func forEach(_ body: (SanitizedContact, Line) throws -> Void) throws {
    let reader: SanitizedContactReader
    do { reader = try SanitizedContactReader() } catch { throw TranscriptFileError.line(error) }
    for (place, range) in lines.enumerated() {
      let contact: SanitizedContact
      do {
        contact = try reader.contact(in: bytes, range, line: first + place)
      } catch { throw TranscriptFileError.line(error) }
      try body(contact, Line(bytes: bytes[range.lowerBound...range.upperBound]))
    }
  }
}
