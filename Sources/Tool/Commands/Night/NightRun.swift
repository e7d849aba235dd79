import ChatLogs
import Keys
import Ledger
import Pseudonymisation
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

  /// Where a night's transcripts wait for the leak check, and stay when it finds something.
  static let held = "held"

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
    let folder = project.place("transcripts")
    // What stands here belongs to a night that was killed before the ledger kept it.
    try Folders.remove("\(folder)/\(name)\(TranscriptFolder.ending)")
    try Folders.remove("\(folder)/\(Self.held)/\(name)\(TranscriptFolder.ending)")
    try Folders.make("\(folder)/\(Self.held)")
    let transcript = try TranscriptWriter(folder: "\(folder)/\(Self.held)", night: name)
    var watch = line.blank
    var newInputs: [String] = []
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
      ).run(&report, watch: &watch)
      status = max(status, found)
      newInputs.append(path)
    }
    console.endProgress()
    guard !report.newInputs.isEmpty else {
      try night.finish(line.versions, started: started, ended: started)
      return (report, status)
    }
    report.run = number
    let receipt = try transcript.finish()
    let file = try await check(receipt.file, of: name, inputs: newInputs, watch: watch, &report)
    if report.leaks.isEmpty {
      try Folders.move(file, to: "\(folder)/\(receipt.file)")
    } else {
      console.complain(Complaint.leak(report.leaks, held: file).line)
      status = max(status, .checkFailed)
    }
    let evidence = NightEvidence.bytes(
      report,
      run: number,
      versions: line.versions,
      register: line.register
    )
    try Folders.write(evidence, to: "\(project.place("evidence"))/\(name).json")
    try night.finish(line.versions, started: started, ended: Timestamp.text(now()))
    return (report, status)
  }

  /// Searches the held file for every value of the night, looks again at the contacts where one
  /// stands, and searches once more.
  ///
  /// - Returns: The path of the file, still held.
  private func check(
    _ file: String,
    of night: String,
    inputs: [String],
    watch: LeakWatch,
    _ report: inout NightReport
  ) async throws -> String {
    let held = "\(project.place("transcripts"))/\(Self.held)"
    let draft = "\(held)/\(file)"
    let first = try TranscriptCheck(draft, watch: watch)
    guard !first.contacts.isEmpty else { return draft }
    report.lookedAtAgain = first.contacts.count
    let again = "\(held)/again"
    try Folders.remove(again)
    try Folders.make(again)
    _ = try await SecondLook(
      inputs: inputs,
      settings: workshop.reading,
      threads: workshop.threads,
      line: line,
      watch: watch
    ).rewrite(first.contacts, of: draft, into: again, night: night)
    report.add(try TranscriptCheck("\(again)/\(file)", watch: watch).hits)
    try Folders.remove(draft)
    try Folders.move("\(again)/\(file)", to: draft)
    try Folders.remove(again)
    return draft
  }
}
