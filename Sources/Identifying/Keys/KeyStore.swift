import Cryptography

/// A keyring on disk: `keyring.json` without secrets, and a file of 32 bytes, sealed, for each root.
///
/// A root's file is on disk before the index names it; a destroyed root is marked in the index
/// before its file goes, and what a crash left over is removed at the next opening.
final class KeyStore: Sendable {
  let folder: KeyFolder
  private let sealing: SecureBytes?

  private init(folder: KeyFolder, sealing: SecureBytes?) {
    self.folder = folder
    self.sealing = sealing
  }

  // MARK: Making and opening

  static func create(
    _ folder: KeyFolder,
    unlock: KeyUnlock,
    isTestOnly: Bool,
    cost: Scrypt.Cost
  ) throws(KeyringError) -> KeyStore {
    if case .none = unlock, !isTestOnly { throw .mustBeSealed }
    if !isTestOnly && !SecureHeap.isLocked { throw .memoryNotLocked }
    try folder.make()
    let salt = try KeyringError.wrap { () throws(CryptographyError) in try Random.bytes(16) }
    let sealing = try unlock.sealingKey(salt: salt, cost: cost)
    var index = KeyIndex(
      isTestOnly: isTestOnly,
      method: unlock.method,
      salt: salt,
      cost: cost,
      check: [],
      roots: []
    )
    if let sealing {
      let nothing: [UInt8] = []
      index.check = try KeyringError.wrap { () throws(CryptographyError) in
        try AESGCM.seal(nothing.span, key: sealing, context: index.checked.span)
      }
    }
    let store = KeyStore(folder: folder, sealing: sealing)
    try folder.exclusively { () throws(KeyringError) in
      guard !folder.contains(KeyIndex.fileName) else { throw .exists(path: folder.path) }
      try folder.write(KeyIndex.fileName, bytes: index.bytes)
    }
    return store
  }

  static func open(_ folder: KeyFolder, unlock: KeyUnlock) throws(KeyringError) -> KeyStore {
    try folder.check()
    let index = try readIndex(folder)
    let path = folder.path(of: KeyIndex.fileName)
    if !index.isTestOnly && !SecureHeap.isLocked { throw .memoryNotLocked }
    guard index.method != "none" else {
      guard index.isTestOnly else { throw .mustBeSealed }
      return KeyStore(folder: folder, sealing: nil)
    }
    guard unlock.method == index.method else {
      if case .none = unlock { throw .sealed(path: path) }
      throw .wrongUnlock(path: path)
    }
    guard let sealing = try unlock.sealingKey(salt: index.salt, cost: index.cost) else {
      throw .sealed(path: path)
    }
    do throws(CryptographyError) {
      _ = try AESGCM.open(index.check.span, key: sealing, context: index.checked.span)
    } catch .notAuthentic, .sealedBoxTooShort {
      throw .wrongUnlock(path: path)
    } catch {
      throw .cryptography(error)
    }
    return KeyStore(folder: folder, sealing: sealing)
  }

  static func readIndex(_ folder: KeyFolder) throws(KeyringError) -> KeyIndex {
    let bytes = try folder.bytes(of: KeyIndex.fileName)
    return try KeyIndex(reading: bytes, path: folder.path(of: KeyIndex.fileName))
  }

  // MARK: Roots

  /// Every root that still has bytes, and what is known of the others.
  func load() throws(KeyringError) -> (roots: [Root], destroyed: [RootDescription]) {
    var roots: [Root] = []
    var destroyed: [RootDescription] = []
    for description in try Self.readIndex(folder).roots {
      if description.state == .destroyed {
        destroyed.append(description)
        let name = Self.fileName(description.id)
        if folder.contains(name) { try folder.destroy(name) }
      } else {
        roots.append(try read(description))
      }
    }
    return (roots, destroyed)
  }

  /// The active root of a purpose and scope, made when there is none yet.
  func rootOnDisk(purpose: KeyPurpose, scope: String, time: String) throws(KeyringError) -> Root {
    try folder.exclusively { () throws(KeyringError) in
      var index = try Self.readIndex(folder)
      let others = index.roots.filter { $0.purpose == purpose && $0.scope == scope }
      if let known = others.first(where: { $0.state == .active }) { return try read(known) }
      guard !others.contains(where: { $0.state == .destroyed }) else {
        throw .destroyed(purpose: purpose, scope: scope)
      }
      let root = try Root.random(purpose: purpose, scope: scope, time: time)
      try write(root)
      index.roots.append(root.description)
      try folder.write(KeyIndex.fileName, bytes: index.bytes)
      return root
    }
  }

  /// Changes the index; roots made by `change` are written first.
  func update(
    _ change: (inout KeyIndex, KeyStore) throws(KeyringError) -> Void
  ) throws(KeyringError) {
    try folder.exclusively { () throws(KeyringError) in
      var index = try Self.readIndex(folder)
      try change(&index, self)
      try folder.write(KeyIndex.fileName, bytes: index.bytes)
      for description in index.roots where description.state == .destroyed {
        let name = Self.fileName(description.id)
        if folder.contains(name) { try folder.destroy(name) }
      }
    }
  }

  func write(_ root: Root) throws(KeyringError) {
    let name = Self.fileName(root.description.id)
    if let sealing {
      let box = try KeyringError.wrap { () throws(CryptographyError) in
        try AESGCM.seal(root.key, key: sealing, context: root.description.context.span)
      }
      try folder.write(name, bytes: box)
    } else {
      try folder.write(name) { descriptor throws(KeyringError) in
        try KeyringError.wrap { () throws(CryptographyError) in
          try root.key.write(to: descriptor)
        }
      }
    }
  }

  private func read(_ description: RootDescription) throws(KeyringError) -> Root {
    let name = Self.fileName(description.id)
    let path = folder.path(of: name)
    do throws(KeyringError) {
      if let sealing {
        let box = try folder.bytes(of: name)
        let key = try KeyringError.wrap { () throws(CryptographyError) in
          try AESGCM.openSecret(box.span, key: sealing, context: description.context.span)
        }
        return try Root(description, key: key)
      }
      let key = try folder.reading(name) { descriptor throws(KeyringError) in
        try KeyringError.wrap { () throws(CryptographyError) in
          try SecureBytes(reading: descriptor, limit: Root.count)
        }
      }
      return try Root(description, key: key)
    } catch .cryptography(let error) {
      switch error {
      case .notAuthentic: throw .damaged(path: path, reason: "not authentic")
      case .sealedBoxTooShort, .keyLength: throw .damaged(path: path, reason: "wrong length")
      default: throw .cryptography(error)
      }
    } catch .absent {
      throw .damaged(path: path, reason: "missing")
    } catch {
      throw error
    }
  }

  static func fileName(_ id: String) -> String { "\(id).root" }
}

extension KeyIndex {
  /// What the check box is bound to.
  var checked: [UInt8] {
    Array("luwte/v1|check|\(isTestOnly)|\(method)|\(cost.n)|\(cost.r)|\(cost.p)".utf8)
  }
}
