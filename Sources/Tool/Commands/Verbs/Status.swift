import JSON
import Ledger

extension Verb {
  static let status = Verb(
    name: "status",
    summary: "the last nights, what waits in the inbox, what waits in quarantine",
    operands: .none,
    options: [.project, .json, .unlockFile],
    details: """
      Counts only. Exit status 3 while something waits in quarantine and 1 while transcripts are
      held or the link key is older than the look-back window, so that a monitor sees it.
      """,
    run: status
  )

  private static func status(_ call: Invocation) throws -> ExitStatus {
    let project = try ProjectFolder.open(call.projectPath)
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    var runs: [Run] = []
    var backlog = Inbox(project.place("inbox")).inputs
    if Folders.exists(project.place("ledger")) {
      let ledger = try Ledger.open(path: project.place("ledger"))
      runs = try ledger.runs()
      backlog = try backlog.filter {
        try InputDigest.ofFile($0, keyring: keyring)
          .allSatisfy { try ledger.inputNumber($0) == nil }
      }
    }
    let quarantined = Quarantine.items(in: project.place("quarantine")).count
    let held = HeldNight.all(of: project).count
    let window = LookBackWindow(years: project.settings.lookBackYears)
    let ended = window.ended(keyring.roots, at: Timestamp.text(call.world.now()))
    for key in ended { call.world.console.complain(Complaint.windowEnded(key, window.years).line) }
    if call.has(.json) {
      call.world.console.write(
        json(runs, backlog: backlog.count, quarantined: quarantined, held: held)
      )
    } else {
      for run in runs.suffix(5) {
        call.world.console.print(
          "night \(run.number), \(run.started): \(run.fates.total) contacts in, "
            + "\(run.fates.coded) coded, \(run.fates.quarantined) quarantined, "
            + "\(run.fates.duplicates) duplicates"
        )
      }
      if runs.isEmpty { call.world.console.print("no night yet: luwte run makes the first") }
      call.world.console.print("inbox: \(backlog.count) files wait for the next night")
      call.world.console.print("quarantine: \(quarantined) items wait for the steward")
      if held > 0 {
        call.world.console.print("held: \(held) nights; luwte blocked list names them")
      }
    }
    return max(
      quarantined > 0 ? .quarantined : .done,
      held > 0 || !ended.isEmpty ? .checkFailed : .done
    )
  }

  private static func json(_ runs: [Run], backlog: Int, quarantined: Int, held: Int) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("runs")
    json.beginArray()
    for run in runs {
      json.object([
        ("number", .integer(run.number)), ("started", .string(run.started)),
        ("ended", .string(run.ended)), ("in", .integer(run.fates.total)),
        ("coded", .integer(run.fates.coded)), ("quarantined", .integer(run.fates.quarantined)),
        ("duplicates", .integer(run.fates.duplicates)),
        ("opted_out", .integer(run.fates.optedOut)), ("erased", .integer(run.fates.erased)),
      ])
    }
    json.endArray()
    json.key("backlog")
    json.integer(backlog)
    json.key("quarantine")
    json.integer(quarantined)
    json.key("held")
    json.integer(held)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
