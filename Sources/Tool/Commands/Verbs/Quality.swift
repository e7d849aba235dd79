import Aggregation
import Ledger

extension Verb {
  static let quality = Verb(
    name: "quality",
    summary: "the mirror of a period: filled fields, contradictions, coders, drift",
    operands: .one("PERIOD"),
    options: [.project, .json],
    details: """
      PERIOD is a year (2021), a quarter (2021-Q3) or years (2019..2021), closed or not. How often each
      variable is known and how often by a person; where a second coder differs; contacts whose codes
      do not go together, by token; shares that moved since the period before by more than chance
      explains. Small counts: for the line alone.
      """,
    run: quality
  )

  private static func quality(_ call: Invocation) throws -> ExitStatus {
    guard let period = Period(call.operands[0]) else {
      throw Complaint.notAPeriod("PERIOD", call.operands[0])
    }
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let ledger = try Ledger.open(path: project.place("ledger"))
    let report = QualityReport(
      period: period.description,
      previous: period.previous.description,
      quality: try ledger.quality(of: period, codebook: try workshop.codebook())
    )
    call.world.console.write(call.has(.json) ? report.json : Array(report.text.utf8))
    return .done
  }
}
