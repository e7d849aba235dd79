import Compression
import Pseudonymisation

/// The transcripts of one night in the making: gzip JSON Lines, for the line's own server.
///
/// The file is made beside its place and appears by `finish()`; it is readable by its owner only
/// (0600). The same contacts in the same order give the same bytes. Transcripts are pseudonymous:
/// they are never packed for a recipient.
public final class TranscriptWriter {
  /// What was written.
  public struct Receipt: Equatable, Sendable {
    /// The file's name in the folder.
    public let file: String
    /// How many contacts.
    public let contacts: Int
    /// How many bytes before compression.
    public let bytes: Int
    /// What a reader's checksum must come to.
    let checksum: Checksum
  }

  private let output: OutputFile
  private let file: String
  private var contacts = 0
  private var bytes = 0
  private var checksum = Checksum()

  /// Begins the file of a night.
  ///
  /// - Parameters:
  ///   - folder: The project's `transcripts/`.
  ///   - night: The night's name, such as the run's number; becomes the file's name.
  ///   - isDraft: Whether the file is read once and then removed: it is not compressed.
  /// - Throws: `TranscriptFileError.exists`, `.unusableName` or `.system`.
  public init(folder: String, night: String, isDraft: Bool = false) throws(TranscriptFileError) {
    guard !night.isEmpty, !night.hasPrefix("."), !night.utf8.contains(UInt8(ascii: "/")),
      !night.utf8.contains(0)
    else { throw .unusableName }
    file = night + (isDraft ? TranscriptFolder.draftEnding : TranscriptFolder.ending)
    let path = folder + "/" + file
    if Folder.exists(path) { throw .exists }
    do {
      output = try OutputFile(path: path, effort: .fast, mode: 0o600)
    } catch { throw TranscriptFileError(error) }
  }

  /// Appends contacts.
  public func append(_ lines: TranscriptLines) throws(TranscriptFileError) {
    let written = lines.bytes
    do { try output.write(written) } catch { throw TranscriptFileError(error) }
    contacts += lines.contacts
    bytes += written.count
    checksum.append(written, in: written.indices)
  }

  /// Ends the file and gives it its place.
  public func finish() throws(TranscriptFileError) -> Receipt {
    do { try output.finish() } catch { throw TranscriptFileError(error) }
    return Receipt(file: file, contacts: contacts, bytes: bytes, checksum: checksum)
  }
}
