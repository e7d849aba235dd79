/// An input or output that could not be read or written.
///
/// Offsets count bytes of the file as it lies on disk, so compressed bytes for gzip.
public enum CompressionError: Error, Equatable, Sendable {
  /// The system refused; carries its `errno`.
  case system(code: Int32)
  /// A gzip stream ends inside a member.
  case truncated(offset: Int)
  /// A gzip stream breaks RFC 1951 or RFC 1952; carries the decoder's code.
  case corrupt(offset: Int, code: Int32)
  /// A member's bytes do not match its CRC-32 or length.
  case checksum(offset: Int)
  /// The library had no memory for its state.
  case outOfMemory

  /// Tells whether the input's own bytes are at fault, not the machine.
  public var isDamage: Bool {
    switch self {
    case .truncated, .corrupt, .checksum: true
    case .system, .outOfMemory: false
    }
  }
}
