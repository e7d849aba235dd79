import Classification
import Ledger

extension Verb {
  private static let confirmed = Option(
    "--yes",
    help: "do it; without, only tell what would change"
  )

  private static let closed = Option(
    "--closed",
    help: "also contacts of closed periods, for a revision (luwte close --revise)"
  )

  static let recode = Verb(
    name: "recode",
    summary: "codes the transcripts of open periods anew, under today's codebook",
    operands: .none,
    options: [.project, closed, confirmed],
    details: """
      Reads transcripts/, so no raw text is needed. Transcripts hold bands, not numbers: an age, a
      length of exploitation, minutes and messages keep the code that they got from a number, unless
      a person registered another. Forms that came late count as if they had come in time. What
      belongs to a closed period stays as it is; with --closed its contacts get other codes too, and
      its figures stay until it is revised. It is written into the ledger's log.
      """,
    run: recode
  )

  private static func recode(_ call: Invocation) throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let codebook = try workshop.codebook()
    let outcome = try RecodeRun(
      ledger: try Ledger.open(path: project.place("ledger")),
      coder: Coder(codebook: codebook, model: try workshop.model(for: codebook)),
      fingerprint: try codebook.fingerprint(),
      scope: call.has(closed) ? .allPeriods : .openPeriods
    ).run(
      project.place("transcripts"),
      isKept: call.has(confirmed),
      at: Timestamp.text(call.world.now())
    )
    let console = call.world.console
    console.print(
      "\(codebook.id) \(try codebook.edition()): \(outcome.recoded) contacts coded anew, "
        + "\(outcome.changed) with other codes; left as they are: \(outcome.closed) of closed "
        + "periods, \(outcome.withoutTranscript) without a transcript"
    )
    for variable in codebook.variables {
      if let changes = outcome.changes[variable.id] {
        console.print("  \(variable.id): \(changes) contacts")
      }
    }
    if !call.has(confirmed) { console.print("Nothing was changed; --yes does it.") }
    return .done
  }
}
