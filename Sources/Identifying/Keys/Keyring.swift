import Cryptography
import Synchronization

/// The pseudonym keys of a line: the only place where their bytes exist.
///
/// Shared between threads. Roots of the line exist from the start; the others are made when their
/// scope is first met and are on disk before a token of theirs is handed out.
public final class Keyring: Sendable {
  /// Where roots come from and go to.
  enum Source: Sendable {
    /// A folder; a new root is written before it is used.
    case store(KeyStore)
    /// Memory; a new root lives as long as the process.
    case memory
    /// A worker's share: what is not in it can't be made.
    case share
    /// A seed of a test: every root follows from it.
    case seed(SecureBytes)
  }

  struct Name: Hashable {
    let purpose: KeyPurpose
    let scope: String
  }

  private struct Label: Hashable {
    let purpose: KeyPurpose
    let kind: String
  }

  private struct State {
    var active: [Name: Root] = [:]
    var inactive: [Root] = []
    var destroyed: [RootDescription] = []
    /// Authentication keys of the line's own labels, made once.
    var lineKeys: [Label: SecureBytes] = [:]
  }

  private let source: Source
  private let state: Mutex<State>
  /// The time of the run that opened it, given to new roots.
  private let time: String
  /// Whether the keyring is marked for samples and tests: nothing it makes may leave the house.
  public let isTestOnly: Bool

  init(
    source: Source,
    roots: [Root],
    destroyed: [RootDescription],
    time: String,
    isTestOnly: Bool
  ) {
    var state = State()
    for root in roots {
      let name = Name(purpose: root.description.purpose, scope: root.description.scope)
      switch root.description.state {
      case .active: state.active[name] = root
      default: state.inactive.append(root)
      }
    }
    state.destroyed = destroyed
    self.source = source
    self.state = Mutex(state)
    self.time = time
    self.isTestOnly = isTestOnly
  }

  /// Makes a keyring that lives in memory and ends with the process.
  public static func ephemeral() -> Keyring {
    Keyring(source: .memory, roots: [], destroyed: [], time: "", isTestOnly: true)
  }

  /// Makes the keyring of a test: every root follows from the seed, so tokens can be compared.
  ///
  /// For tests alone: roots that follow from a seed can't be destroyed one by one.
  public static func fixed(testSeed seed: String) throws(KeyringError) -> Keyring {
    let bytes = Array(seed.utf8)
    let secret = try KeyringError.wrap { () throws(CryptographyError) in
      try SecureBytes(copying: bytes.span)
    }
    return Keyring(source: .seed(secret), roots: [], destroyed: [], time: "", isTestOnly: true)
  }

  // MARK: Roots

  /// Every root that is or was, in order of purpose, scope and id; never their bytes.
  public var roots: [RootDescription] {
    let all = state.withLock { state in
      state.active.values.map(\.description) + state.inactive.map(\.description) + state.destroyed
    }
    return all.sorted {
      ($0.purpose.rawValue, $0.scope, $0.created, $0.id)
        < ($1.purpose.rawValue, $1.scope, $1.created, $1.id)
    }
  }

  /// The active root of a purpose and scope, made when it is first asked for.
  func root(_ purpose: KeyPurpose, scope: String = KeyPurpose.line) throws(KeyringError) -> Root {
    let name = Name(purpose: purpose, scope: scope)
    return try state.withLock { state throws(KeyringError) in
      if let root = state.active[name] { return root }
      if state.destroyed.contains(where: { $0.purpose == purpose && $0.scope == scope }) {
        throw .destroyed(purpose: purpose, scope: scope)
      }
      let root = try make(name)
      state.active[name] = root
      return root
    }
  }

  private func make(_ name: Name) throws(KeyringError) -> Root {
    switch source {
    case .store(let store):
      return try store.rootOnDisk(purpose: name.purpose, scope: name.scope, time: time)
    case .memory:
      return try Root.random(purpose: name.purpose, scope: name.scope, time: time)
    case .share:
      throw .missing(purpose: name.purpose, scope: name.scope)
    case .seed(let seed):
      return try Root.fixed(seed: seed, purpose: name.purpose, scope: name.scope)
    }
  }

  /// Every root that can open what was sealed for a purpose.
  func root(id: String) -> Root? {
    state.withLock { state in
      state.active.values.first { $0.description.id == id }
        ?? state.inactive.first { $0.description.id == id }
    }
  }

  /// The roots of a purpose that later ones replaced.
  func retired(_ purpose: KeyPurpose) -> [Root] {
    state.withLock { $0.inactive.filter { $0.description.purpose == purpose } }
  }

  /// A key of the line's own label, derived once.
  func lineKey(_ purpose: KeyPurpose, kind: String) throws(KeyringError) -> SecureBytes {
    let label = Label(purpose: purpose, kind: kind)
    if let known = state.withLock({ $0.lineKeys[label] }) { return known }
    let key = try root(purpose).key(kind: kind)
    state.withLock { $0.lineKeys[label] = key }
    return key
  }

  /// Forgets the bytes of what was retired or destroyed, and takes over what is there now.
  func replace(active: [Root], inactive: [Root], destroyed: [RootDescription]) {
    state.withLock { state in
      state.active = [:]
      for root in active {
        let description = root.description
        state.active[Name(purpose: description.purpose, scope: description.scope)] = root
      }
      state.inactive = inactive
      state.destroyed = destroyed
      state.lineKeys = [:]
    }
  }

  /// The folder behind the keyring; `nil` for one that lives in memory.
  var store: KeyStore? {
    if case .store(let store) = source { return store }
    return nil
  }

  /// Every root that has bytes, for a backup.
  var allRoots: [Root] {
    state.withLock { state in
      (Array(state.active.values) + state.inactive).sorted {
        $0.description.id < $1.description.id
      }
    }
  }

  /// The time of the run that opened it.
  var runTime: String { time }
}

extension Keyring: CustomStringConvertible, CustomReflectable {
  /// The count of roots only.
  public var description: String { "Keyring(\(roots.count) roots, withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Root {
  /// Draws a root from the system's random source.
  static func random(purpose: KeyPurpose, scope: String, time: String) throws(KeyringError) -> Root
  {
    let key = try KeyringError.wrap { () throws(CryptographyError) in
      try SecureBytes(random: Root.count)
    }
    let description = RootDescription(
      id: try newID(purpose),
      purpose: purpose,
      scope: scope,
      created: time,
      state: .active,
      ended: ""
    )
    return try Root(description, key: key)
  }

  /// Draws an id, which says nothing of the root's bytes.
  static func newID(_ purpose: KeyPurpose) throws(KeyringError) -> String {
    let name = try KeyringError.wrap { () throws(CryptographyError) in
      let bytes = try Random.bytes(32)
      return try SHA256.digest(of: bytes.span)
    }
    return "\(purpose.rawValue)-\(Crockford.encode(name, characters: 10))"
  }

  /// The root that follows from a test's seed.
  static func fixed(seed: SecureBytes, purpose: KeyPurpose, scope: String) throws(KeyringError)
    -> Root
  {
    let label = Array("luwte/v1|test|\(purpose.rawValue)|\(scope)".utf8)
    let key = try KeyringError.wrap { () throws(CryptographyError) in
      let none: [UInt8] = []
      return try HKDFSHA256.expand(
        try HKDFSHA256.extract(from: seed, salt: none.span),
        info: label.span
      )
    }
    let description = RootDescription(
      id: "\(purpose.rawValue)-TEST",
      purpose: purpose,
      scope: scope,
      created: "",
      state: .active,
      ended: ""
    )
    return try Root(description, key: key)
  }
}
