import Compression
import JSON
import Pseudonymisation

/// Reads transcripts back, contact by contact, in bounded memory.
public final class TranscriptReader {
  private let lines: LineReader
  private let contacts: SanitizedContactReader

  /// Opens a file of transcripts.
  ///
  /// - Throws: `TranscriptFileError.system`.
  public init(path: String) throws(TranscriptFileError) {
    do {
      lines = LineReader(try InputFile(path: path), padding: JSONParser.padding)
    } catch { throw TranscriptFileError(error) }
    do { contacts = try SanitizedContactReader() } catch { throw .line(error) }
  }

  /// Gives the next contact; `nil` at the end.
  ///
  /// - Throws: `TranscriptFileError`; Luwte wrote the file, so any damage is an error here.
  public func next() throws(TranscriptFileError) -> SanitizedContact? {
    let line: LineReader.Line?
    do { line = try lines.next() } catch { throw TranscriptFileError(error) }
    switch line {
    case nil: return nil
    case .piece: throw .tooLong(line: lines.number)
    case .cut(_, let error): throw TranscriptFileError(error)
    case .whole(let range):
      do {
        return try contacts.contact(in: lines.buffer, range, line: lines.number)
      } catch { throw .line(error) }
    }
  }
}
