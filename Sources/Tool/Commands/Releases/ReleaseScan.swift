import Compression
import Detection

/// The last look at a release before it has its place: no byte of it may look like an identifier.
///
/// Its columns hold codes of the codebook and numbers, by type. What words could stand for (names,
/// places, handles, ages, dates) stands in labels on purpose; numbers and addresses of persons do not.
struct ReleaseScan {
  let detector: Detector

  /// The kinds that have no business in a release.
  static let kinds: Set<EntityKind> = [
    .phoneNumber, .emailAddress, .ibanCode, .nlBSN, .creditCard, .ipAddress, .licensePlate,
    .postalCode,
  ]

  /// Looks into files.
  ///
  /// - Parameter paths: The files; gzip is read as what it holds.
  /// - Returns: How often each kind was found, and nothing of what.
  /// - Throws: `Complaint.unreadable`.
  func findings(in paths: [String]) throws -> [EntityKind: Int] {
    var counts: [EntityKind: Int] = [:]
    for path in paths {
      let bytes: [UInt8]
      do throws(CompressionError) {
        bytes = try InputFile(path: path).readAll()
      } catch {
        throw Complaint.unreadable(path, error)
      }
      for value in Self.values(of: bytes) {
        for finding in detector.findings(in: Conversation([value]))
        where Self.kinds.contains(finding.kind) {
          counts[finding.kind, default: 0] += 1
        }
      }
    }
    return counts
  }

  /// The values of a table, a description or a report, each once: what stands between the signs that
  /// part them.
  ///
  /// Looked at one by one, because the counts of a row look like a number that somebody spelt.
  private static func values(of bytes: [UInt8]) -> [String] {
    let signs = Set(",;\"<>[]{}()|\r\n\t".utf8)
    let values = Set(
      bytes.split { signs.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    )
    return values.filter { !isDigest($0) }.sorted()
  }

  /// Whether a value is a SHA-256 digest in hexadecimal, also as `sha256:…`.
  private static func isDigest(_ value: String) -> Bool {
    let digest = value.hasPrefix("sha256:") ? value.dropFirst(7) : value[...]
    return digest.utf8.count == 64
      && digest.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      }
  }
}
