import Compression
import Pseudonymisation

/// A file of transcripts that could not be written or read.
public enum TranscriptFileError: Error, Equatable, Sendable {
  /// The system refused; carries its `errno`.
  case system(code: Int32)
  /// A file of that night is already there; nights are never written over.
  case exists
  /// A name that cannot be a file's: it is empty, hidden, or has a slash.
  case unusableName
  /// The gzip stream is damaged, at this byte of the file.
  case damaged(offset: Int)
  /// A line is no transcript.
  case line(TranscriptError)
  /// A draft does not hold what was written into it.
  case notAsWritten
  /// A line is longer than any transcript.
  case tooLong(line: Int)

  init(_ error: CompressionError) {
    switch error {
    case .system(let code): self = .system(code: code)
    case .truncated(let offset), .corrupt(let offset, _), .checksum(let offset):
      self = .damaged(offset: offset)
    case .outOfMemory: self = .system(code: 12)
    }
  }
}
