import Cryptography
import JSON

extension Keyring {
  private static var backupHeader: String { "luwte-backup/v1\n" }

  /// Packs every root that has bytes, sealed, for a safe elsewhere.
  ///
  /// A backup outlives what it holds: destroy the backups of a root together with the root.
  ///
  /// - Parameters:
  ///   - unlock: What opens the backup; `.none` is refused but for a test-only keyring.
  ///   - cost: How slow a passphrase is made; the standard but in tests.
  /// - Returns: The bytes of the file: a line that says how it is sealed, then the box.
  /// - Throws: `KeyringError`.
  public func backup(unlock: KeyUnlock, cost: Scrypt.Cost = .standard) throws(KeyringError)
    -> [UInt8]
  {
    if case .none = unlock { throw .mustBeSealed }
    let salt = try KeyringError.wrap { () throws(CryptographyError) in try Random.bytes(16) }
    guard let sealing = try unlock.sealingKey(salt: salt, cost: cost) else { throw .mustBeSealed }
    let header = KeyIndex(
      isTestOnly: isTestOnly,
      method: unlock.method,
      salt: salt,
      cost: cost,
      check: [],
      roots: roots.filter { $0.state == .destroyed }
    ).bytes
    let parcel = try KeyParcel.pack(allRoots, header: Self.backupHeader)
    let box = try KeyringError.wrap { () throws(CryptographyError) in
      try AESGCM.seal(parcel, key: sealing, context: header.span)
    }
    return header + box
  }

  /// Refuses a backup beside the keys that it shall outlive, or where files leave.
  ///
  /// - Parameters:
  ///   - path: Where the backup shall be.
  ///   - keys: The keyring's folder.
  ///   - outputs: Folders from which files leave.
  /// - Throws: `KeyringError.insideOutput`.
  public static func checkBackup(at path: String, keys: String, outputs: [String])
    throws(KeyringError)
  {
    for folder in outputs + [keys] { try KeyFolder(path: path).refuse(below: folder) }
  }

  /// Brings back the roots of a backup that a keyring's folder lacks.
  ///
  /// What the folder or the backup knows as destroyed stays destroyed. Where another root of the
  /// same purpose and scope is active, the restored one is retired.
  ///
  /// - Parameters:
  ///   - backup: The bytes of the file.
  ///   - unlock: What opens the backup.
  /// - Returns: The roots that came back.
  /// - Throws: `KeyringError`.
  @discardableResult
  public func restore(_ backup: [UInt8], unlock: KeyUnlock) throws(KeyringError)
    -> [RootDescription]
  {
    guard let store else { throw .absent(path: "") }
    let (restored, destroyed) = try Self.open(backup, unlock: unlock)
    var added: [RootDescription] = []
    try store.update { index, store throws(KeyringError) in
      for description in destroyed {
        if let place = index.roots.firstIndex(where: { $0.id == description.id }) {
          index.roots[place].state = .destroyed
        } else {
          index.roots.append(description)
        }
      }
      for root in restored where !index.roots.contains(where: { $0.id == root.description.id }) {
        var description = root.description
        let same = index.roots.filter {
          $0.purpose == description.purpose && $0.scope == description.scope
        }
        if description.state == .active, !same.isEmpty { description.state = .retired }
        try store.write(root.with(description))
        index.roots.append(description)
        added.append(description)
      }
    }
    try reload(from: store)
    return added
  }

  /// Makes a keyring in a folder from a backup, without roots of its own.
  ///
  /// - Parameters:
  ///   - backup: The bytes of the file.
  ///   - unlock: What opens the backup.
  ///   - directory: The folder; there may be no keyring in it.
  ///   - sealing: What seals the new folder.
  ///   - time: The time given to roots that are made while it is open, RFC 3339.
  ///   - outputs: Folders from which files leave; the keys may not lie inside one.
  ///   - cost: How slow a passphrase is made; the standard but in tests.
  /// - Returns: The keyring, open.
  /// - Throws: `KeyringError`.
  public static func recover(
    from backup: [UInt8],
    unlock: KeyUnlock,
    at directory: String,
    sealing: KeyUnlock,
    time: String,
    outputs: [String] = [],
    cost: Scrypt.Cost = .standard
  ) throws(KeyringError) -> Keyring {
    let (_, _) = try open(backup, unlock: unlock)
    let folder = KeyFolder(path: directory)
    try folder.refuse(inside: outputs)
    let isTestOnly = try header(of: backup).index.isTestOnly
    let store = try KeyStore.create(folder, unlock: sealing, isTestOnly: isTestOnly, cost: cost)
    let keyring = Keyring(
      source: .store(store),
      roots: [],
      destroyed: [],
      time: time,
      isTestOnly: isTestOnly
    )
    try keyring.restore(backup, unlock: unlock)
    return keyring
  }

  private static func header(of backup: [UInt8]) throws(KeyringError)
    -> (index: KeyIndex, bytes: ArraySlice<UInt8>)
  {
    guard let end = backup.firstIndex(of: UInt8(ascii: "\n")) else {
      throw .damaged(path: "", reason: "not a backup")
    }
    return (try KeyIndex(reading: Array(backup[..<end]), path: ""), backup[...end])
  }

  private static func open(_ backup: [UInt8], unlock: KeyUnlock) throws(KeyringError)
    -> (roots: [Root], destroyed: [RootDescription])
  {
    let (index, header) = try header(of: backup)
    guard index.method == unlock.method,
      let sealing = try unlock.sealingKey(salt: index.salt, cost: index.cost)
    else { throw .wrongUnlock(path: "") }
    let context = Array(header)
    let box = Array(backup[header.endIndex...])
    let parcel: SecureBytes
    do throws(CryptographyError) {
      parcel = try AESGCM.openSecret(box.span, key: sealing, context: context.span)
    } catch .notAuthentic, .sealedBoxTooShort {
      throw .wrongUnlock(path: "")
    } catch {
      throw .cryptography(error)
    }
    guard let roots = try KeyParcel.unpack(parcel, header: backupHeader) else {
      throw .damaged(path: "", reason: "not a backup")
    }
    return (roots, index.roots)
  }
}
