import Keys

extension Verb {
  static let run = Verb(
    name: "run",
    summary: "the night: all that is new in the inbox -> transcripts, ledger, evidence",
    operands: .none,
    options: [.project, .policy, .threads, .unlockFile],
    details: """
      Reads the .jsonl and .jsonl.gz files of the inbox that the ledger does not know yet. A second
      run of the same night changes nothing. What cannot be read goes to quarantine, sealed; the
      rest of the night goes on, and the exit status is 3.
      """,
    run: night
  )

  private static func night(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let night = NightRun(
      workshop: workshop,
      project: project,
      keyring: keyring,
      line: try workshop.assemblyLine(keyring: keyring),
      console: call.world.console,
      now: call.world.now
    )
    let (report, status) = try await night.run()
    call.world.console.print(report.summary)
    return status
  }
}
