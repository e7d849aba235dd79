import Keys
import Ledger

/// What the steward does with the keys of a project; every change is in the ledger's log.
struct KeyCustody {
  private let call: Invocation
  private let project: ProjectFolder
  private let folder: String
  private let time: String

  /// Takes charge of the keys of the call's project.
  init(_ call: Invocation) throws {
    self.call = call
    project = try ProjectFolder.open(call.projectPath)
    folder = project.place("keys")
    time = Timestamp.text(call.world.now())
  }

  /// The keys, open.
  func keyring() throws -> Keyring { try Workshop.open(call).keyring(time: time) }

  private func ledger() throws -> Ledger { try Ledger.open(path: project.place("ledger")) }

  private func log(_ event: KeyLog.Event, _ roots: [RootDescription]) throws {
    try KeyLog(ledger: ledger(), time: time).note(event, roots)
  }

  // MARK: Looking

  /// Prints what is known of roots; never their bytes.
  func list(_ roots: [RootDescription]) {
    for root in roots {
      let fields = [
        root.id, root.purpose.rawValue, root.scope, root.state.rawValue, root.created, root.ended,
      ]
      call.world.console.print(fields.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  private func tell(_ told: KeyConsequences, isDone: Bool) {
    let said = [
      (isDone ? "retired" : "would be retired", told.retired.map(\.id)),
      (isDone ? "destroyed" : "would be destroyed", told.destroyed.map(\.id)),
      (isDone ? "made anew" : "would be made anew", told.renewed.map(\.rawValue)),
    ]
    for (what, names) in said {
      for name in names { call.world.console.print("\(name) \(what)") }
    }
  }

  private func tellNothingWasDone() {
    call.world.console.print("Nothing was done; give --yes to do it.")
  }

  // MARK: Making

  func create(isPassphrase: Bool) throws {
    let keyring = try Keyring.create(
      at: folder,
      unlock: try sealing(isPassphrase: isPassphrase),
      time: time,
      outputs: project.outputFolders
    )
    try log(.created, keyring.roots)
    list(keyring.roots)
  }

  /// Makes the keys of a backup where none are.
  func recover(_ backup: String, sealFile: String, isPassphrase: Bool) throws {
    let keyring = try Keyring.recover(
      from: try readBytes(backup),
      unlock: try KeyUnlock.key(file: sealFile, keys: folder, outputs: project.outputFolders),
      at: folder,
      sealing: try sealing(isPassphrase: isPassphrase),
      time: time,
      outputs: project.outputFolders
    )
    try log(.restored, keyring.roots)
    list(keyring.roots)
  }

  private func sealing(isPassphrase: Bool) throws -> KeyUnlock {
    guard let file = call.value(.unlockFile) else {
      throw Complaint.missingValue(Option.unlockFile.name, "FILE")
    }
    let unlock = try UnlockSource(file).sealing(keys: folder, outputs: project.outputFolders)
    return try isPassphrase ? unlock.asPassphrase() : unlock
  }

  // MARK: Changing

  /// A fresh root; a fresh link root comes with a fresh seal of the ledger's column.
  func rotate(_ purpose: KeyPurpose, isDone: Bool) throws {
    let keyring = try keyring()
    let purposes = purpose == .link ? [.link, .column] : [purpose]
    for purpose in purposes {
      let change = KeyChange.rotate(purpose)
      let told = try isDone ? keyring.apply(change) : keyring.consequences(of: change)
      tell(told, isDone: isDone)
      guard isDone else { continue }
      try log(.retired, told.retired)
      try log(.created, keyring.roots.filter { $0.purpose == purpose && $0.state == .active })
    }
    guard isDone else { return tellNothingWasDone() }
    guard purposes.contains(.column) else { return }
    let sealed = try ledger().resealLinks { box in
      guard let links = try? keyring.openFromColumn(box.span) else { return nil }
      return try? keyring.sealForColumn(links.span)
    }
    call.world.console.print("\(sealed) contacts sealed anew in the ledger's column")
  }

  /// Destroys a root, unless something can be opened by it alone.
  func destroy(_ id: String, isDone: Bool) throws {
    let keyring = try keyring()
    let told = try keyring.consequences(of: .destroy(id: id))
    for root in told.destroyed {
      let mark = Keyring.mark(of: root)
      let isInUse =
        switch root.purpose {
        case .column: try ledger().holdsLinks(beginningWith: mark)
        case .quarantine:
          try Quarantine.holdsItems(beginningWith: mark, in: project.place("quarantine"))
        case .tombstone: try !ledger().tombstones().isEmpty
        default: false
        }
      guard !isInUse else { throw Complaint.stillSeals(root) }
    }
    tell(told, isDone: isDone)
    guard isDone else { return tellNothingWasDone() }
    try keyring.apply(.destroy(id: id))
    try log(.destroyed, told.destroyed)
  }

  // MARK: Saving

  func backup(to path: String, sealFile: String) throws {
    try Keyring.checkBackup(at: path, keys: folder, outputs: project.outputFolders)
    let keyring = try keyring()
    let bytes = try keyring.backup(
      unlock: try KeyUnlock.key(file: sealFile, keys: folder, outputs: project.outputFolders)
    )
    try Folders.write(bytes, to: path)
    try log(.saved, keyring.roots.filter { $0.state != .destroyed })
  }

  func restore(_ backup: String, sealFile: String, isDone: Bool) throws {
    let keyring = try keyring()
    let bytes = try readBytes(backup)
    let unlock = try KeyUnlock.key(file: sealFile, keys: folder, outputs: project.outputFolders)
    guard isDone else { return tellNothingWasDone() }
    let restored = try keyring.restore(bytes, unlock: unlock)
    try log(.restored, restored)
    list(restored)
  }
}
