import Cryptography

/// Roots with their bytes, as one secret: for a worker's share and a backup.
///
/// A header line, then for each root its six fields, each ended by a zero byte, and its 32 bytes.
enum KeyParcel {
  /// Packs roots.
  static func pack(_ roots: [Root], header: String) throws(KeyringError) -> SecureBytes {
    try KeyringError.wrap { () throws(CryptographyError) in
      let start = Array(header.utf8)
      var parts = [try SecureBytes(copying: start.span)]
      for root in roots {
        let fields: [UInt8] = Self.fields(of: root.description).flatMap { Array($0.utf8) + [0] }
        parts.append(try SecureBytes(copying: fields.span))
        parts.append(root.key)
      }
      return try SecureBytes.joined(parts)
    }
  }

  /// Unpacks roots; `nil` where the parcel is damaged or has another header.
  static func unpack(_ parcel: SecureBytes, header: String) throws(KeyringError) -> [Root]? {
    let start = Array(header.utf8)
    let isOurs = parcel.withBytes { bytes in
      bytes.count >= start.count && start.indices.allSatisfy { bytes[$0] == start[$0] }
    }
    guard isOurs else { return nil }
    var roots: [Root] = []
    var at = start.count
    while at < parcel.count {
      let found = parcel.withBytes { bytes in entry(in: bytes, at: at) }
      guard let found, found.end + Root.count <= parcel.count else { return nil }
      let key = try KeyringError.wrap { () throws(CryptographyError) in
        try parcel.slice(found.end..<(found.end + Root.count))
      }
      roots.append(try Root(found.description, key: key))
      at = found.end + Root.count
    }
    return roots
  }

  private static func fields(of description: RootDescription) -> [String] {
    [
      description.id, description.purpose.rawValue, description.scope, description.created,
      description.state.rawValue, description.ended,
    ]
  }

  private static func entry(in bytes: Span<UInt8>, at start: Int)
    -> (description: RootDescription, end: Int)?
  {
    var fields: [String] = []
    var field: [UInt8] = []
    var at = start
    while at < bytes.count, fields.count < 6 {
      if bytes[at] == 0 {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(bytes[at])
      }
      at += 1
    }
    guard fields.count == 6, RootDescription.isPlainID(fields[0]),
      let purpose = KeyPurpose(rawValue: fields[1]),
      let state = RootDescription.State(rawValue: fields[4])
    else { return nil }
    let description = RootDescription(
      id: fields[0],
      purpose: purpose,
      scope: fields[2],
      created: fields[3],
      state: state,
      ended: fields[5]
    )
    return (description, at)
  }
}
