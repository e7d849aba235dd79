import Aggregation
import Cryptography
import Ledger

extension Verb {
  static let close = Verb(
    name: "close",
    summary: "closes a period that is over: its persons are counted once and for all",
    operands: .one("PERIOD"),
    options: [.project, .unlockFile],
    details: """
      PERIOD is a year (2021) or a quarter (2021-Q3). The keys of its transcripts are destroyed: no
      token of theirs can be made again. A contact of the period that comes in later waits in
      quarantine and never changes a figure. Only closed periods are released. Refused while
      transcripts are held (luwte blocked). It is written into the ledger's log.
      """,
    run: close
  )

  private static func close(_ call: Invocation) throws -> ExitStatus {
    let text = call.operands[0]
    guard let period = Period(text), period.parts.count == 1 else {
      throw Complaint.notClosable(text)
    }
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let now = Timestamp.text(call.world.now())
    guard period.isOver(on: String(now.prefix(10))) else { throw Complaint.notOver(text) }
    let held = HeldNight.all(of: project)
    guard held.isEmpty else { throw Complaint.stillHeld(held.map(\.name)) }
    let keyring = try workshop.keyring(time: now)
    let codebook = try workshop.codebook()
    let plan = try project.tablePlan(codebook: codebook)
    let records = try keyring.recordKeys(plan: plan.programme, period: text)
    let ledger = try Ledger.open(path: project.place("ledger"))
    let closed = try ledger.close(
      period,
      codebook: codebook,
      codebookDigest: try SHA256.digest(of: codebook.source.span).hexadecimal,
      at: now,
      openLinks: { box in
        guard !box.isEmpty else { return OpenLinks(certain: []) }
        guard let opened = try? keyring.openFromColumn(box.span) else { return nil }
        return LinkColumn.links(in: opened)
      },
      recordKey: { person in try? records.key(of: Array(person.utf8).span) }
    )
    try KeyLog(ledger: ledger, time: now).endText(of: ledger.closedQuarters(), keyring)
    call.world.console.print(
      "\(text) is closed: \(closed.contacts) contacts up to its end, "
        + "\(closed.persons) persons came into view in it, "
        + "\(closed.personsAtLeast) if all who share a nickname are one (thresholds count these)."
    )
    return .done
  }
}

extension Period {
  /// Tells whether the period lies wholly before a day, `2021-12-31`.
  func isOver(on day: String) -> Bool {
    let next = last + 1
    let first = "\(next / 4)-\(["01", "04", "07", "10"][next % 4])-01"
    return day >= first
  }
}
