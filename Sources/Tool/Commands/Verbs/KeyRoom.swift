import Compression
import Keys

extension Option {
  static let unlockFile = Option(
    "--unlock-file",
    value: "FILE",
    help: "what opens sealed keys: a file of mode 0600 outside keys and outputs"
  )
}

extension Verb {
  private static let sealFile = Option(
    "--seal-file",
    value: "FILE",
    help: "the key file, 32 random bytes or more, of a backup"
  )
  private static let passphrase = Option(
    "--passphrase",
    help: "create: the unlock file holds a passphrase, not a key"
  )
  private static let confirmed = Option(
    "--yes",
    help: "do it; without, only tell what would be done"
  )

  static let keyRoom = Verb(
    name: "keys",
    summary: "lists, makes, rotates, destroys, saves and restores the pseudonym keys",
    operands: .some("ACTION"),
    options: [.project, .unlockFile, sealFile, passphrase, .output, confirmed],
    details: """
      list               every key's id, purpose, scope, state and times; never its bytes
      create             keys of a real line, sealed by what --unlock-file holds
      rotate PURPOSE     a fresh key for link, contact, quarantine, column, digest or tombstone
      destroy ID         the bytes go; what the key made cannot be remade
      backup             every key, sealed by --seal-file, to -o FILE
      restore FILE       keys of a backup that are lacking here; destroyed ones stay destroyed

      rotate, destroy and restore only tell what they would do unless --yes is given. Keep an
      unlock file away from the keys, and destroy a key's backups with the key.
      """,
    run: keyRoom
  )

  private static func keyRoom(_ call: Invocation) throws -> ExitStatus {
    let project = try ProjectFolder.open(call.projectPath)
    let folder = project.place("keys")
    let time = Timestamp.text(call.world.now())
    let action = call.operands[0]
    let actions = ["list": 1, "create": 1, "rotate": 2, "destroy": 2, "backup": 1, "restore": 2]
    guard let count = actions[action] else {
      throw Complaint.unknownKeyAction(action, actions.keys.sorted())
    }
    guard call.operands.count == count else {
      throw Complaint.wrongOperands(call.verb, call.operands.count)
    }
    if action == "create" {
      return try create(call, folder, time: time, outputs: project.outputFolders)
    }
    let keyring = try Workshop.open(call).keyring(time: time)
    switch action {
    case "list": list(keyring.roots, call)
    case "rotate":
      guard let purpose = KeyPurpose(rawValue: call.operands[1]), purpose.isForTheLine else {
        throw Complaint.notAPurpose(
          call.operands[1],
          KeyPurpose.allCases.filter(\.isForTheLine).map(\.rawValue)
        )
      }
      try change(.rotate(purpose), keyring, call)
    case "destroy": try change(.destroy(id: call.operands[1]), keyring, call)
    case "backup": try backup(keyring, call, folder, outputs: project.outputFolders)
    default: try restore(keyring, call, folder, outputs: project.outputFolders)
    }
    return .done
  }

  private static func create(
    _ call: Invocation,
    _ folder: String,
    time: String,
    outputs: [String]
  ) throws -> ExitStatus {
    guard let file = call.value(.unlockFile) else {
      throw Complaint.missingValue("--unlock-file", "FILE")
    }
    let unlock = try KeyUnlock.key(file: file, keys: folder, outputs: outputs)
    let keyring = try Keyring.create(
      at: folder,
      unlock: call.has(passphrase) ? unlock.asPassphrase() : unlock,
      time: time,
      outputs: outputs
    )
    list(keyring.roots, call)
    return .done
  }

  private static func list(_ roots: [RootDescription], _ call: Invocation) {
    for root in roots {
      let fields = [
        root.id, root.purpose.rawValue, root.scope, root.state.rawValue, root.created, root.ended,
      ]
      call.world.console.print(fields.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  private static func change(_ change: KeyChange, _ keyring: Keyring, _ call: Invocation) throws {
    let isDone = call.has(confirmed)
    let told = isDone ? try keyring.apply(change) : try keyring.consequences(of: change)
    let said = [
      (isDone ? "retired" : "would be retired", told.retired.map(\.id)),
      (isDone ? "destroyed" : "would be destroyed", told.destroyed.map(\.id)),
      (isDone ? "made anew" : "would be made anew", told.renewed.map(\.rawValue)),
    ]
    for (what, names) in said {
      for name in names { call.world.console.print("\(name) \(what)") }
    }
    if !isDone { call.world.console.print("Nothing was done; give --yes to do it.") }
  }

  private static func backup(
    _ keyring: Keyring,
    _ call: Invocation,
    _ folder: String,
    outputs: [String]
  ) throws {
    guard let path = call.value(.output) else { throw Complaint.missingValue("--output", "FILE") }
    let bytes = try keyring.backup(unlock: try seal(call, folder, outputs))
    do throws(CompressionError) {
      let output = try OutputFile(path: path)
      try output.write(bytes)
      try output.finish()
    } catch {
      throw Complaint.unwritable(path, error)
    }
  }

  private static func restore(
    _ keyring: Keyring,
    _ call: Invocation,
    _ folder: String,
    outputs: [String]
  ) throws {
    let path = call.operands[1]
    let bytes: [UInt8]
    do throws(CompressionError) {
      bytes = try InputFile(asStored: path).readAll()
    } catch {
      throw Complaint.unreadable(path, error)
    }
    let unlock = try seal(call, folder, outputs)
    guard call.has(confirmed) else {
      call.world.console.print("Nothing was done; give --yes to restore what is lacking here.")
      return
    }
    list(try keyring.restore(bytes, unlock: unlock), call)
  }

  private static func seal(_ call: Invocation, _ folder: String, _ outputs: [String]) throws
    -> KeyUnlock
  {
    guard let file = call.value(sealFile) else {
      throw Complaint.missingValue(sealFile.name, "FILE")
    }
    return try KeyUnlock.key(file: file, keys: folder, outputs: outputs)
  }
}
