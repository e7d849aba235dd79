import Cryptography

extension Keyring {
  private static var shareHeader: String { "luwte-keys/v1\n" }
  private static var purposesOfAShare: [KeyPurpose] { [.text, .link, .contact] }
  /// The most bytes of a share: a thousand periods.
  private static var longestShare: Int { 100_000 }

  /// A worker's share of the keys: link and contact roots and the text roots of given periods.
  ///
  /// For a file descriptor of a worker, never for an engine's configuration, environment or
  /// command line. The share makes the same tokens; it can't make other roots.
  public func share(periods: [String]) throws(KeyringError) -> SecureBytes {
    var roots = [try root(.link), try root(.contact)]
    for period in periods.sorted() { roots.append(try root(.text, scope: period)) }
    return try KeyringError.wrap { () throws(CryptographyError) in
      let header = Array(Self.shareHeader.utf8)
      var parts = [try SecureBytes(copying: header.span)]
      for root in roots {
        let name = Array(
          "\(root.description.purpose.rawValue)\0\(root.description.scope)\0".utf8
        )
        parts.append(try SecureBytes(copying: name.span))
        parts.append(root.key)
      }
      return try SecureBytes.joined(parts)
    }
  }

  /// Opens a worker's share.
  public convenience init(share: SecureBytes) throws(KeyringError) {
    var roots: [Root] = []
    var at = Self.shareHeader.utf8.count
    let isOurs = share.withBytes { bytes in
      bytes.count >= at
        && zip(0..., Self.shareHeader.utf8).allSatisfy { index, byte in bytes[index] == byte }
    }
    guard isOurs else { throw .unknownFormat(path: "") }
    while at < share.count {
      let name = share.withBytes { bytes in Self.name(in: bytes, at: at) }
      guard let name, let purpose = KeyPurpose(rawValue: name.purpose),
        Self.purposesOfAShare.contains(purpose), name.end + Root.count <= share.count
      else { throw .damaged(path: "", reason: "share") }
      let key = try KeyringError.wrap { () throws(CryptographyError) in
        try share.slice(name.end..<(name.end + Root.count))
      }
      roots.append(
        try Root(
          RootDescription(
            id: "\(purpose.rawValue)-SHARE-\(name.scope)",
            purpose: purpose,
            scope: name.scope,
            created: "",
            state: .active,
            ended: ""
          ),
          key: key
        )
      )
      at = name.end + Root.count
    }
    self.init(source: .share, roots: roots, destroyed: [], time: "", isTestOnly: false)
  }

  /// Reads a worker's share from an open file descriptor.
  public static func share(reading descriptor: Int32) throws(KeyringError) -> Keyring {
    let share = try KeyringError.wrap { () throws(CryptographyError) in
      try SecureBytes(reading: descriptor, limit: longestShare)
    }
    return try Keyring(share: share)
  }

  private static func name(in bytes: Span<UInt8>, at start: Int)
    -> (purpose: String, scope: String, end: Int)?
  {
    var parts: [String] = []
    var part: [UInt8] = []
    var at = start
    while at < bytes.count, parts.count < 2 {
      if bytes[at] == 0 {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      } else {
        part.append(bytes[at])
      }
      at += 1
    }
    return parts.count == 2 ? (parts[0], parts[1], at) : nil
  }
}
