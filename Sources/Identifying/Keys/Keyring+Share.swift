import Cryptography

extension Keyring {
  private static var shareHeader: String { "luwte-keys/v1\n" }
  private static var purposesOfAShare: [KeyPurpose] { [.text, .link, .contact] }
  /// The most bytes of a share: some six hundred periods.
  private static var longestShare: Int { 65_536 }

  /// A worker's share of the keys: link and contact roots and the text roots of given periods.
  ///
  /// For a file descriptor of a worker, never for an engine's configuration, environment or
  /// command line. The share makes the same tokens; it can't make other roots.
  public func share(periods: [String]) throws(KeyringError) -> SecureBytes {
    var roots = [try root(.link), try root(.contact)]
    for period in periods.sorted() { roots.append(try root(.text, scope: period)) }
    return try KeyParcel.pack(roots, header: Self.shareHeader)
  }

  /// Opens a worker's share.
  public convenience init(share: SecureBytes) throws(KeyringError) {
    guard let roots = try KeyParcel.unpack(share, header: Self.shareHeader),
      roots.allSatisfy({
        Self.purposesOfAShare.contains($0.description.purpose) && $0.description.state == .active
      })
    else { throw .damaged(path: "", reason: "not a share of keys") }
    self.init(source: .share, roots: roots, destroyed: [], time: "", isTestOnly: false)
  }

  /// Reads a worker's share from an open file descriptor.
  public static func share(reading descriptor: Int32) throws(KeyringError) -> Keyring {
    let share = try KeyringError.wrap { () throws(CryptographyError) in
      try SecureBytes(reading: descriptor, limit: longestShare)
    }
    return try Keyring(share: share)
  }
}
