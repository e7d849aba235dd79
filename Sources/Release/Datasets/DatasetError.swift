import Compression

/// A release that could not be written or read.
public enum DatasetError: Error, Equatable, Sendable {
  /// The system refused; carries its `errno` and the path inside the release.
  case system(path: String, code: Int32)
  /// Something already stands where the release shall be.
  case exists
  /// A digest could not be made.
  case digest
  /// A file of the release breaks its format; says where and why.
  case malformed(path: String, reason: String)

  init(_ error: CompressionError, path: String) {
    switch error {
    case .system(let code): self = .system(path: path, code: code)
    case .truncated, .corrupt, .checksum: self = .malformed(path: path, reason: "gzip is damaged")
    case .outOfMemory: self = .system(path: path, code: 12)
    }
  }
}
