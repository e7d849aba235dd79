import Compression

/// An input that the machine could not read; damage inside an input is an item instead.
public enum ChatLogError: Error, Equatable, Sendable {
  /// The system refused; carries its `errno`.
  case unreadable(code: Int32)
  /// There is no memory left to read it.
  case outOfMemory

  init(_ error: CompressionError) {
    switch error {
    case .system(let code): self = .unreadable(code: code)
    default: self = .outOfMemory
    }
  }
}
