import ChatLogs
import Keys
import Ledger
import Transcripts

/// One night: everything new in the inbox becomes transcripts, ledger rows and evidence.
///
/// Nothing is kept until the end: transcripts and evidence are made beside their places, moved,
/// and only then the ledger's one transaction is closed. A night that is killed and run again
/// writes the same files under the same names.
struct NightRun {
  let workshop: Workshop
  let project: ProjectFolder
  let keyring: Keyring
  let line: AssemblyLine
  let console: Console
  let now: @Sendable () -> Int64

  /// Runs the night.
  ///
  /// - Returns: What happened, and the gravest status.
  func run() async throws -> (report: NightReport, status: ExitStatus) {
    let started = Timestamp.text(now())
    let ledger = try Ledger.open(path: project.place("ledger"))
    let night = try ledger.beginNight()
    let number = (try ledger.runs().last?.number ?? 0) + 1
    let name = "night-" + String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number)"
    let inbox = Inbox(project.place("inbox"))
    // A transcript of this number belongs to a night that was killed before the ledger kept it.
    try Folders.remove("\(project.place("transcripts"))/\(name)\(TranscriptFolder.ending)")
    let transcript = try TranscriptWriter(folder: project.place("transcripts"), night: name)
    var report = NightReport()
    var status = ExitStatus.done
    for stranger in inbox.strangers {
      console.complain(Complaint.stranger(stranger).line)
      status = max(status, .quarantined)
    }
    for (index, path) in inbox.inputs.enumerated() {
      console.progress("input \(index + 1) of \(inbox.inputs.count)")
      let digest: [UInt8]
      do {
        digest = try InputDigest.ofFile(path, keyring: keyring)
      } catch let complaint as Complaint {
        // One unreadable file does not stop the night; it waits in the inbox for the next one.
        console.complain(complaint.line)
        status = max(status, complaint.status)
        continue
      }
      guard let input = try night.begin(input: digest) else {
        report.knownInputs += 1
        continue
      }
      let found = try await InputRun(
        path: path,
        number: input,
        digest: digest,
        night: night,
        transcript: transcript,
        run: self
      ).run(&report)
      status = max(status, found)
    }
    console.endProgress()
    guard !report.newInputs.isEmpty else {
      try night.finish(line.versions, started: started, ended: started)
      return (report, status)
    }
    report.run = number
    let evidence = NightEvidence.bytes(
      report,
      run: number,
      versions: line.versions,
      register: line.register
    )
    _ = try transcript.finish()
    try Folders.write(evidence, to: "\(project.place("evidence"))/\(name).json")
    try night.finish(line.versions, started: started, ended: Timestamp.text(now()))
    return (report, status)
  }
}
