import Cryptography

extension Keyring {
  /// Makes a keyring in a folder, with the roots that serve the whole line.
  ///
  /// - Parameters:
  ///   - directory: The folder, made with mode 0700; may be there when it is empty of keys.
  ///   - unlock: What seals it; `.none` only for a test-only keyring.
  ///   - isTestOnly: Whether it is for samples and tests.
  ///   - time: The creation time to write down, RFC 3339.
  ///   - outputs: Folders from which files leave; the keys may not lie inside one.
  ///   - cost: How slow a passphrase is made; the standard but in tests.
  /// - Returns: The keyring, open.
  /// - Throws: `KeyringError`.
  public static func create(
    at directory: String,
    unlock: KeyUnlock,
    isTestOnly: Bool = false,
    time: String,
    outputs: [String] = [],
    cost: Scrypt.Cost = .standard
  ) throws(KeyringError) -> Keyring {
    let folder = KeyFolder(path: directory)
    try folder.refuse(inside: outputs)
    let store = try KeyStore.create(folder, unlock: unlock, isTestOnly: isTestOnly, cost: cost)
    let keyring = Keyring(
      source: .store(store),
      roots: [],
      destroyed: [],
      time: time,
      isTestOnly: isTestOnly
    )
    for purpose in KeyPurpose.allCases where purpose.isForTheLine { _ = try keyring.root(purpose) }
    return keyring
  }

  /// Opens the keyring of a folder.
  ///
  /// - Parameters:
  ///   - directory: The folder.
  ///   - unlock: What opens it; `.none` where it is not sealed.
  ///   - time: The time given to roots that are made while it is open, RFC 3339.
  ///   - outputs: Folders from which files leave; the keys may not lie inside one.
  /// - Returns: The keyring.
  /// - Throws: `KeyringError`.
  public static func open(
    at directory: String,
    unlock: KeyUnlock = .none,
    time: String,
    outputs: [String] = []
  ) throws(KeyringError) -> Keyring {
    let folder = KeyFolder(path: directory)
    try folder.check()
    try folder.refuse(inside: outputs)
    let store = try KeyStore.open(folder, unlock: unlock)
    let (roots, destroyed) = try store.load()
    return Keyring(
      source: .store(store),
      roots: roots,
      destroyed: destroyed,
      time: time,
      isTestOnly: try KeyStore.readIndex(folder).isTestOnly
    )
  }

  /// How the keyring of a folder is sealed: `none`, `passphrase` or `key`; reads no secret.
  public static func sealing(at directory: String) throws(KeyringError) -> String {
    let folder = KeyFolder(path: directory)
    try folder.check()
    return try KeyStore.readIndex(folder).method
  }
}
