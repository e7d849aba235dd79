import Compression
import JSON
import Pseudonymisation

/// Reads transcripts back, contact by contact, in bounded memory.
public final class TranscriptReader {
  private let lines: LineReader
  private let contacts: SanitizedContactReader
  /// What must have been read at the end.
  private let receipt: TranscriptWriter.Receipt?
  /// Of the lines so far, where there is a receipt.
  private var checksum = Checksum()

  /// Opens a file of transcripts.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - receipt: What was written into it, where it was just written; the end of a file that
  ///     holds other bytes is an error, also where its lines are not read.
  /// - Throws: `TranscriptFileError.system`.
  public init(path: String, holding receipt: TranscriptWriter.Receipt? = nil)
    throws(TranscriptFileError)
  {
    self.receipt = receipt
    do {
      lines = LineReader(try InputFile(path: path), padding: JSONParser.padding)
    } catch { throw TranscriptFileError(error) }
    do { contacts = try SanitizedContactReader() } catch { throw .line(error) }
  }

  /// The bytes a batch aims at: memory is bounded by it and by the largest contact.
  private static let batchSize = 1 << 20

  /// Gives the next lines, to be read on any core; `nil` at the end.
  ///
  /// - Throws: `TranscriptFileError`.
  public func nextBatch() throws(TranscriptFileError) -> TranscriptBatch? {
    var batch = TranscriptBatch(first: lines.number + 1)
    while batch.size < Self.batchSize, let range = try nextLine() {
      batch.append(lines.buffer, range)
    }
    if batch.isEmpty { return nil }
    batch.pad()
    return batch
  }

  /// Gives the next contact; `nil` at the end.
  ///
  /// - Throws: `TranscriptFileError`; Luwte wrote the file, so any damage is an error here.
  public func next() throws(TranscriptFileError) -> SanitizedContact? {
    guard let range = try nextLine() else { return nil }
    do {
      return try contacts.contact(in: lines.buffer, range, line: lines.number)
    } catch { throw .line(error) }
  }

  private func nextLine() throws(TranscriptFileError) -> Range<Int>? {
    let line: LineReader.Line?
    do { line = try lines.next() } catch { throw TranscriptFileError(error) }
    switch line {
    case nil:
      if let receipt {
        guard (lines.number, lines.offset) == (receipt.contacts, receipt.bytes),
          checksum == receipt.checksum
        else { throw .notAsWritten }
      }
      return nil
    case .piece: throw .tooLong(line: lines.number)
    case .cut(_, let error): throw TranscriptFileError(error)
    case .whole(let range):
      // The line feed stands behind it; one that is missing at the end shows in the count of bytes.
      if receipt != nil {
        checksum.append(lines.buffer, in: range.lowerBound..<range.upperBound + 1)
      }
      return range
    }
  }
}
