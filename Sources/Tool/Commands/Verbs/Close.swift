import Aggregation
import Codebook
import Keys
import Ledger

extension Verb {
  private static let revise = Option(
    "--revise",
    help: "count the persons of a closed period anew, as a revision of its own (2021-r1)"
  )

  static let close = Verb(
    name: "close",
    summary: "closes a period that is over: its persons are counted once and for all",
    operands: .one("PERIOD"),
    options: [.project, revise, .unlockFile],
    details: """
      PERIOD is a year (2021) or a quarter (2021-Q3). The keys of its transcripts are destroyed: no
      token of theirs can be made again. A contact of the period that comes in later waits in
      quarantine and never changes a figure. Only closed periods are released. Refused while
      transcripts are held (luwte blocked). It is written into the ledger's log.

      What is out never changes. --revise counts a closed period's persons once more, from what the
      ledger holds now: without those who were erased, with links and codes that came later. The
      revision, 2021-r1 and so on, is a period of its own for luwte release; 2021 stays as it is.
      Refused where fewer persons differ than the plan's largest threshold, so that nobody can be
      told apart by a difference.
      """,
    run: close
  )

  private static func close(_ call: Invocation) throws -> ExitStatus {
    let text = call.operands[0]
    guard let period = Period(text), period.parts.count == 1, period.revision == 0 else {
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
    let openLinks = { (box: [UInt8]) -> OpenLinks? in
      guard !box.isEmpty else { return OpenLinks(certain: []) }
      guard let opened = try? keyring.openFromColumn(box.span) else { return nil }
      return LinkColumn.links(in: opened)
    }
    let recordKey = { (person: String) in try? records.key(of: Array(person.utf8).span) }
    if call.has(revise) {
      let revised = try ledger.revise(
        period,
        smallest: max(plan.publicThreshold, plan.contractThreshold),
        difference: CountingDifference(plan: plan, codebook: codebook, layout: RowLayout(codebook)),
        codebook: codebook,
        codebookDigest: try codebook.fingerprint(),
        at: now,
        openLinks: openLinks,
        recordKey: recordKey
      )
      call.world.console.print(
        "\(revised.counting.period) is made: \(revised.counting.persons) persons, at least "
          + "\(revised.changed) of them other than before; what left of \(text) stays as it is. "
          + "Next: luwte release --period \(revised.counting.period)"
      )
      return .done
    }
    let closed = try ledger.close(
      period,
      codebook: codebook,
      codebookDigest: try codebook.fingerprint(),
      at: now,
      openLinks: openLinks,
      recordKey: recordKey
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
