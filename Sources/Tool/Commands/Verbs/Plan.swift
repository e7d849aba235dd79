import Aggregation
import Configuration
import DisclosureControl
import Ledger

extension Verb {
  private static let trialPeriod = Option(
    "--period",
    value: "PERIOD",
    help: "a closed period to count: 2021, 2021-Q3 or 2019..2021"
  )
  private static let audience = Option(
    "--audience",
    value: "WHO",
    allowed: ["public", "contract"],
    help: "for whom: public or contract (default: public)"
  )

  static let plan = Verb(
    name: "plan",
    summary: "previews what a table plan or a request would lose to protection",
    operands: Operands(name: "check [REQUEST]", count: 1...2),
    options: [.project, trialPeriod, audience, .unlockFile],
    details: """
      check              the project's tableplan.toml
      check REQUEST      a researcher's plan in the same format, on top of the project's

      Reads the plan and names the first fault with file, line and remedy: unknown codes, a share
      below base 30, more than 20 tables that cross one variable (request and plan together). With
      --period it counts and protects the tables together with all that left before, and tells how
      many cells of each would be withheld; for contract also what each file of rows would lose. No
      release is made and nothing counts as out. Exit status 1 where the audit would ask for a person
      or refuse. It names cells: for the line alone.
      """,
    run: plan
  )

  private static func plan(_ call: Invocation) throws -> ExitStatus {
    _ = try call.action(of: ["check": 1...2])
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let codebook = try workshop.codebook()
    var plan = try project.tablePlan(codebook: codebook)
    if call.operands.count == 2 {
      let file = call.operands[1]
      let request = try TablePlan.read(
        try TOML.parse(try readText(file), file: file),
        codebook: codebook
      )
      if let margin = TablePlan.crowdedMargin(of: plan.tables + request.tables) {
        throw Complaint.crowdedMargin(file, margin)
      }
      plan = request
    }
    let reach = call.value(audience).flatMap(PlannedTable.Reach.init) ?? .public
    let console = call.world.console
    guard let text = call.value(trialPeriod) else {
      for table in plan.tables(for: reach) {
        console.print("\(table.id): \(table.cellCount) cells, \(table.method.rawValue)")
      }
      for file in plan.microdata where reach == .contract {
        console.print(TrialReport.line(of: file))
      }
      return .done
    }
    guard let period = Period(text) else { throw Complaint.notAPeriod("--period", text) }
    let trial = ReleaseTrial(
      keyring: try workshop.keyring(time: Timestamp.text(call.world.now())),
      codebook: codebook,
      plan: plan,
      reach: reach
    )
    let ledger = try Ledger.open(path: project.place("ledger"))
    let outcome = try trial.run(period, in: ledger)
    for line in TrialReport(outcome: outcome).lines { console.print(line) }
    for reason in outcome.protected.reasons { console.print(Complaint.text(of: reason)) }
    var passes = outcome.protected.verdict == .pass
    for file in plan.microdata where reach == .contract {
      do {
        let protected = try trial.run(file, of: period, in: ledger)
        for line in TrialReport.lines(of: protected) { console.print(line) }
        for reason in protected.reasons { console.print(Complaint.text(of: reason)) }
        if protected.verdict != .pass { passes = false }
      } catch let error as DisclosureError {
        passes = false
        console.print(Complaint(error).line)
      }
    }
    return passes ? .done : .checkFailed
  }
}
