extension Keyring {
  /// Says what a change would do, and changes nothing.
  ///
  /// - Throws: `KeyringError` where the change is refused.
  public func consequences(of change: KeyChange) throws(KeyringError) -> KeyConsequences {
    try Self.consequences(of: change, roots: roots)
  }

  /// Changes the keyring, on disk first.
  ///
  /// Tokens that a destroyed root made stay what they are; nobody can make them again. A keyring
  /// in memory, a worker's share and a test's keyring refuse with `absent`.
  ///
  /// - Throws: `KeyringError` where the change is refused.
  @discardableResult
  public func apply(_ change: KeyChange) throws(KeyringError) -> KeyConsequences {
    guard let store else { throw .absent(path: "") }
    var consequences = KeyConsequences()
    let time = runTime
    try store.update { index, store throws(KeyringError) in
      consequences = try Self.consequences(of: change, roots: index.roots)
      let retired = Set(consequences.retired.map(\.id))
      let destroyed = Set(consequences.destroyed.map(\.id))
      for place in index.roots.indices {
        let id = index.roots[place].id
        guard retired.contains(id) || destroyed.contains(id) else { continue }
        index.roots[place].state = destroyed.contains(id) ? .destroyed : .retired
        index.roots[place].ended = time
      }
      let known = Set(index.roots.map(\.id))
      for description in consequences.destroyed where !known.contains(description.id) {
        var mark = description
        mark.ended = time
        index.roots.append(mark)
      }
      for purpose in consequences.renewed {
        let root = try Root.random(purpose: purpose, scope: KeyPurpose.line, time: time)
        try store.write(root)
        index.roots.append(root.description)
      }
    }
    try reload(from: store)
    return consequences
  }

  /// Ends the text roots of closed periods; one that ended before stays ended.
  ///
  /// A keyring without a folder keeps its roots: they end with the process.
  ///
  /// - Parameter periods: Quarters, such as `2021-Q3`.
  /// - Returns: The roots whose bytes went.
  /// - Throws: `KeyringError`.
  @discardableResult
  public func endText(of periods: [String]) throws(KeyringError) -> [RootDescription] {
    guard store != nil else { return [] }
    var ended: [RootDescription] = []
    for period in periods {
      let known = roots.filter { $0.purpose == .text && $0.scope == period }
      guard known.isEmpty || known.contains(where: { $0.state != .destroyed }) else { continue }
      ended += try apply(.close(period: period)).destroyed
    }
    return ended
  }

  /// Takes over what is on disk now.
  func reload(from store: KeyStore) throws(KeyringError) {
    let (roots, destroyed) = try store.load()
    replace(
      active: roots.filter { $0.description.state == .active },
      inactive: roots.filter { $0.description.state != .active },
      destroyed: destroyed
    )
  }

  private static func consequences(of change: KeyChange, roots: [RootDescription])
    throws(KeyringError) -> KeyConsequences
  {
    var consequences = KeyConsequences()
    switch change {
    case .rotate(let purpose):
      guard purpose.isForTheLine else { throw .missing(purpose: purpose, scope: KeyPurpose.line) }
      consequences.retired = roots.filter { $0.purpose == purpose && $0.state == .active }
      consequences.renewed = [purpose]
    case .destroy(let id):
      guard let root = roots.first(where: { $0.id == id }) else { throw .unknownRoot(id: id) }
      guard root.state != .destroyed else {
        throw .destroyed(purpose: root.purpose, scope: root.scope)
      }
      guard root.state == .retired || !root.purpose.isForTheLine else { throw .stillNeeded(id: id) }
      consequences.destroyed = [root]
    case .close(let period):
      consequences.destroyed = try ended(.text, scope: period, among: roots)
    case .endRelease(let recipient, let release):
      consequences.destroyed = try ended(
        .release,
        scope: Keyring.releaseScope(recipient: recipient, release: release),
        among: roots
      )
    }
    return consequences
  }

  /// The living roots of a scope; where there was never one, a mark that none may be made.
  private static func ended(_ purpose: KeyPurpose, scope: String, among roots: [RootDescription])
    throws(KeyringError) -> [RootDescription]
  {
    let all = roots.filter { $0.purpose == purpose && $0.scope == scope }
    let living = all.filter { $0.state != .destroyed }
    guard living.isEmpty else { return living }
    guard all.isEmpty else { throw .destroyed(purpose: purpose, scope: scope) }
    return [
      RootDescription(
        id: try Root.newID(purpose),
        purpose: purpose,
        scope: scope,
        created: "",
        state: .destroyed,
        ended: ""
      )
    ]
  }
}
