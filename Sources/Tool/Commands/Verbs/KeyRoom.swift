import Keys

extension Option {
  static let unlockFile = Option(
    "--unlock-file",
    value: "FILE",
    help: "what opens sealed keys: a 0600 file outside keys and outputs, or fd:N, open"
  )
}

extension Verb {
  private static let sealFile = Option(
    "--seal-file",
    value: "FILE",
    help: "the key file, 32 random bytes or more, of a backup"
  )
  private static let backupFile = Option(
    "--output",
    short: "-o",
    value: "FILE",
    help: "backup: where to write it, away from the keys and from where files leave"
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
    operands: Operands(name: "ACTION [PURPOSE | ID | FILE]", count: 1...2),
    options: [.project, .unlockFile, sealFile, passphrase, backupFile, confirmed],
    details: """
      list               every key's id, purpose, scope, state and times; never its bytes
      create             keys of a real line, sealed by what --unlock-file holds
      rotate PURPOSE     a fresh key for link, contact, quarantine, column, digest or tombstone;
                         for link and column the ledger's column is sealed anew
      destroy ID         the bytes go; what the key made cannot be remade
      backup             every key, sealed by --seal-file, to -o FILE
      restore FILE       keys of a backup that are lacking here; destroyed ones stay destroyed
      recover FILE       where no keys are: all keys of a backup, sealed by what --unlock-file holds

      rotate, destroy and restore only tell what they would do unless --yes is given. Each change
      is written into the ledger's log. Keep an unlock file away from the keys, and destroy a key's
      backups with the key.
      """,
    run: keyRoom
  )

  private static func keyRoom(_ call: Invocation) throws -> ExitStatus {
    let action = try call.action(of: [
      "list": 1...1, "create": 1...1, "rotate": 2...2, "destroy": 2...2, "backup": 1...1,
      "restore": 2...2, "recover": 2...2,
    ])
    let custody = try KeyCustody(call)
    switch action {
    case "create": try custody.create(isPassphrase: call.has(passphrase))
    case "recover":
      try custody.recover(
        call.operands[1],
        sealFile: try given(sealFile, call),
        isPassphrase: call.has(passphrase)
      )
    case "list": custody.list(try custody.keyring().roots)
    case "rotate":
      guard let purpose = KeyPurpose(rawValue: call.operands[1]), purpose.isForTheLine else {
        throw Complaint.notAPurpose(
          call.operands[1],
          KeyPurpose.allCases.filter(\.isForTheLine).map(\.rawValue)
        )
      }
      try custody.rotate(purpose, isDone: call.has(confirmed))
    case "destroy": try custody.destroy(call.operands[1], isDone: call.has(confirmed))
    case "backup":
      try custody.backup(to: try given(backupFile, call), sealFile: try given(sealFile, call))
    default:
      try custody.restore(
        call.operands[1],
        sealFile: try given(sealFile, call),
        isDone: call.has(confirmed)
      )
    }
    return .done
  }

  private static func given(_ option: Option, _ call: Invocation) throws(Complaint) -> String {
    guard let value = call.value(option) else {
      throw Complaint.missingValue(option.name, "FILE")
    }
    return value
  }
}
