import ChatLogs

extension Verb {
  static let forget = Verb(
    name: "forget",
    summary: "erases whoever an identifier on standard input names, and keeps them out",
    operands: .none,
    options: [.project, optOut, confirmed, .unlockFile],
    details: """
      Reads one identifier: a contact id, account, nickname, telephone number or mail address. The
      visitor it names, with every contact that is theirs for certain, goes from ledger,
      transcripts and quarantine, and no later figure counts them; keyed marks keep out what comes
      again. Published figures stay. The receipt is the same whether anyone was found or not: who
      asks may not be who they say. Not reached are inbox/, the line's own export and backups.
      With --opt-out nothing is erased: whoever the identifiers name, one a line, is not coded from
      the next night on. Nothing is done without --yes.
      """,
    run: forget
  )

  private static let optOut = Option(
    "--opt-out",
    help: "erase nothing; do not code what comes from now on"
  )
  private static let confirmed = Option("--yes", help: "do it")

  /// No identifier is longer, in bytes; a whole file is none.
  private static let longestIdentifier = 320

  private static func forget(_ call: Invocation) throws -> ExitStatus {
    let project = try ProjectFolder.open(call.projectPath)
    guard call.has(confirmed) else {
      call.world.console.print("Nothing was done; give --yes to do it.")
      return .done
    }
    let identifiers = try identifiers(call.world.input())
    let time = Timestamp.text(call.world.now())
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: time)
    let erasure = Erasure(
      workshop: workshop,
      project: project,
      keyring: keyring,
      line: try workshop.assemblyLine(keyring: keyring)
    )
    if call.has(optOut) {
      try erasure.optOut(identifiers, at: time)
      call.world.console.print(
        """
        Whoever these \(identifiers.count) identifiers name is not coded from the next night on.
        \(time)
        """
      )
      return .done
    }
    guard identifiers.count == 1 else { throw Complaint.notOneIdentifier(identifiers.count) }
    try erasure.erase(identifiers[0], at: time)
    call.world.console.print(
      """
      Whoever this identifier names is gone from ledger, transcripts and quarantine, if they were
      there; what comes again under it is not taken in. Published figures stay as they are. Not
      reached: inbox/, the line's own export, backups.
      \(time)
      """
    )
    return .done
  }

  private static func identifiers(_ input: [UInt8]) throws -> [Withheld] {
    let lines = input.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map(Withheld.trimmed)
      .filter { !$0.isEmpty }
    guard lines.allSatisfy({ $0.count <= longestIdentifier }) else {
      throw Complaint.identifierTooLong(longestIdentifier)
    }
    guard !lines.isEmpty else { throw Complaint.notOneIdentifier(0) }
    return lines.map { Withheld(bytes: $0) }
  }
}
