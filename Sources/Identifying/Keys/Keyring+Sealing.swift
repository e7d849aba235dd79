import Cryptography

extension Keyring {
  /// Seals a damaged contact for the steward.
  ///
  /// The box names the root that opens it: its id, a zero byte, then nonce, ciphertext and tag.
  public func sealForQuarantine(_ bytes: Span<UInt8>) throws(KeyringError) -> [UInt8] {
    try seal(bytes, purpose: .quarantine)
  }

  /// Opens what was sealed for the steward, also under a retired root.
  public func openFromQuarantine(_ box: Span<UInt8>) throws(KeyringError) -> [UInt8] {
    try open(box, purpose: .quarantine)
  }

  /// Seals a value of the ledger's column of link tokens.
  public func sealForColumn(_ bytes: Span<UInt8>) throws(KeyringError) -> [UInt8] {
    try seal(bytes, purpose: .column)
  }

  /// Opens a value of the ledger's column of link tokens.
  public func openFromColumn(_ box: Span<UInt8>) throws(KeyringError) -> [UInt8] {
    try open(box, purpose: .column)
  }

  /// What every box begins with that a root sealed.
  public static func mark(of root: RootDescription) -> [UInt8] { Array(root.id.utf8) + [0] }

  private func seal(_ bytes: Span<UInt8>, purpose: KeyPurpose) throws(KeyringError) -> [UInt8] {
    let key = try lineKey(purpose, kind: "SEAL")
    let id = try root(purpose).description.id
    let context = Self.context(id: id, purpose: purpose)
    do throws(CryptographyError) {
      return Array(id.utf8) + [0] + (try AESGCM.seal(bytes, key: key, context: context.span))
    } catch {
      throw .cryptography(error)
    }
  }

  private func open(_ box: Span<UInt8>, purpose: KeyPurpose) throws(KeyringError) -> [UInt8] {
    var name: [UInt8] = []
    var at = 0
    while at < box.count, at < 80, box[at] != 0 {
      name.append(box[at])
      at += 1
    }
    let id = String(decoding: name, as: UTF8.self)
    guard at < box.count, box[at] == 0 else { throw .notOurs }
    let root = root(id: id) ?? (try? self.root(purpose))
    guard let root, root.description.id == id, root.description.purpose == purpose else {
      throw .notOurs
    }
    let key = try root.key(kind: "SEAL")
    let context = Self.context(id: id, purpose: purpose)
    do throws(CryptographyError) {
      return try AESGCM.open(box.extracting((at + 1)...), key: key, context: context.span)
    } catch .notAuthentic {
      throw .notOurs
    } catch {
      throw .cryptography(error)
    }
  }

  private static func context(id: String, purpose: KeyPurpose) -> [UInt8] {
    Array("luwte/v1|\(purpose.rawValue)|\(id)".utf8)
  }
}
