import Codebook
import Cryptography

extension Codebook {
  /// SHA-256 of the file, in hexadecimal.
  func fingerprint() throws -> String { try SHA256.digest(of: source.span).hexadecimal }

  /// The version as the steward wrote it, and the fingerprint's beginning: `0.2+1a2b3c4d`.
  ///
  /// The form is that of build metadata in Semantic Versioning 2.0; any change of the file changes
  /// it, whether or not the steward thought of the version.
  func edition() throws -> String { "\(version)+\(Self.short(try fingerprint()))" }

  /// The part of a fingerprint that people read.
  static func short(_ fingerprint: String) -> String { String(fingerprint.prefix(8)) }
}
