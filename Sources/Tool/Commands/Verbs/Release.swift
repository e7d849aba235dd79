import Aggregation

extension Verb {
  static let release = Verb(
    name: "release",
    summary: "makes the protected tables of a closed period for a recipient",
    operands: .none,
    options: [.project, period, recipient, acceptReview, noise, microdata, .unlockFile],
    details: """
      Counts the plan's tables, protects all cells together with everything that left before, audits
      the result, and only then writes releases/PERIOD-RECIPIENT/: tables, data package, report and
      manifest. One that left before is copied as it left. Refused, with nothing written and exit
      status 1, when a cell could be found out. With --microdata the rows leave as a release of their
      own (releases/PERIOD-RECIPIENT-ID/): k-anonymous and l-diverse, by coarser layouts and suppressed
      values, with the loss of each variable in the report; refused to the public, where no layout will
      do, and where rows and tables together would tell what a table withheld.
      """,
    run: release
  )

  private static let period = Option(
    "--period",
    value: "PERIOD",
    help: "a year (2021), a quarter (2021-Q3) or years (2019..2021), closed"
  )
  private static let recipient = Option(
    "--to",
    value: "RECIPIENT",
    help: "a recipient of governance.toml"
  )

  private static let acceptReview = Option(
    "--accept-review",
    help: "release although the audit asks for a person: you looked at the reasons"
  )

  private static let noise = Option(
    "--noise",
    help: "the plan's tables under noise, drawn once, as a release of their own"
  )

  private static let microdata = Option(
    "--microdata",
    value: "ID",
    help: "rows instead of tables: a file of [[microdata]], for recipients under contract"
  )

  private static func release(_ call: Invocation) throws -> ExitStatus {
    guard let text = call.value(period) else { throw Complaint.missingOption(period) }
    guard let period = Period(text) else { throw Complaint.notAPeriod("--period", text) }
    guard let to = call.value(recipient) else { throw Complaint.missingOption(recipient) }
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let governance = try Governance.read(try project.configuration("governance.toml"))
    guard let receiver = governance.recipients.first(where: { $0.id == to }) else {
      throw Complaint.unknownRecipient(to, known: governance.recipients.map(\.id))
    }
    if call.has(noise), call.value(microdata) != nil { throw Complaint.noiseOrRows }
    let now = Timestamp.text(call.world.now())
    let made = try ReleaseRun(
      project: project,
      keyring: try workshop.keyring(time: now),
      codebook: try workshop.codebook(),
      recipient: receiver,
      detector: try workshop.detector(),
      notice: governance.notice,
      isReviewed: call.has(acceptReview),
      content: call.has(noise)
        ? .noise : call.value(microdata).map(ReleaseContent.microdata) ?? .tables,
      time: now
    ).run(period)
    let rows = made.rows > 0 ? ", \(made.rows) rows" : ""
    call.world.console.print(
      "\(made.place): \(made.tables) tables\(rows), \(made.files) files, audit: \(made.verdict)"
    )
    return .done
  }
}
