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

  /// Where a night's transcripts are gathered before the leak check.
  static let drafts = "drafts"

  /// Runs the night.
  ///
  /// - Returns: What happened, and the gravest status.
  func run() async throws -> (report: NightReport, status: ExitStatus) {
    let started = Timestamp.text(now())
    let ledger = try Ledger.open(path: project.place("ledger"))
    let closed = try ledger.closedQuarters()
    try KeyLog(ledger: ledger, time: started).endText(of: closed, keyring)
    let night = try ledger.beginNight()
    // Read when nobody else can write: who was forgotten a moment ago is kept out.
    let barred = try ledger.tombstones()
    let number = (try ledger.runs().last?.number ?? 0) + 1
    let name = HeldNight.name(ofRun: number)
    let inbox = Inbox(project.place("inbox"))
    let folder = project.place("transcripts")
    try Self.removeTranscripts(ofKilledRun: number, in: folder)
    try Folders.remove("\(folder)/\(Self.drafts)")
    try Folders.make("\(folder)/\(HeldNight.folder)")
    try Folders.make("\(folder)/\(Self.drafts)")
    let transcript = try TranscriptWriter(
      folder: "\(folder)/\(Self.drafts)",
      night: name,
      isDraft: true
    )
    var watch = line.blank
    var newInputs: [NewInput] = []
    var report = NightReport()
    var status = ExitStatus.done
    for stranger in inbox.strangers {
      console.complain(Complaint.stranger(console.name(ofInput: stranger)).line)
      status = max(status, .quarantined)
    }
    for path in inbox.inputs {
      let digests: [[UInt8]]
      do {
        digests = try InputDigest.ofFile(path, keyring: keyring)
      } catch let complaint as Complaint {
        // One unreadable file does not stop the night; it waits in the inbox for the next one.
        let named = Complaint(complaint.status, console.name(ofInput: path), complaint.text)
        console.complain(named.line)
        status = max(status, complaint.status)
        continue
      }
      guard try digests.allSatisfy({ try ledger.inputNumber($0) == nil }),
        let input = try night.begin(input: digests[0])
      else {
        report.knownInputs += 1
        continue
      }
      newInputs.append(NewInput(path: path, number: input, digest: digests[0]))
    }
    report.canaries = try canaries(newInputs)
    guard report.canaries.shareMissed <= workshop.redaction.canaries.limit else {
      try Folders.remove("\(folder)/\(Self.drafts)")
      try night.giveUp()
      try holdBack(number, report.canaries, ledger)
      return (report, max(status, .checkFailed))
    }
    for (index, input) in newInputs.enumerated() {
      console.progress("input \(index + 1) of \(newInputs.count)")
      let found = try await InputRun(
        path: input.path,
        number: input.number,
        digest: input.digest,
        night: night,
        transcript: transcript,
        closed: Set(closed),
        barred: barred,
        run: self
      ).run(&report, watch: &watch)
      status = max(status, found)
    }
    console.endProgress()
    guard !report.newInputs.isEmpty else {
      try Folders.remove("\(folder)/\(Self.drafts)")
      try night.finish(line.versions, started: started, ended: started)
      return (report, status)
    }
    report.run = number
    let receipt = try transcript.finish()
    let checked = try TranscriptWriter(folder: "\(folder)/\(HeldNight.folder)", night: name)
    let outcome = try await SecondLook(
      threads: workshop.threads,
      pseudonymiser: line.pseudonymiser,
      watch: watch
    ).rewrite(receipt, in: "\(folder)/\(Self.drafts)", to: checked)
    let kept = try checked.finish().file
    let held = "\(folder)/\(HeldNight.folder)/\(kept)"
    try Folders.remove("\(folder)/\(Self.drafts)")
    report.lookedAtAgain = outcome.mended
    report.add(outcome.hits)
    if report.leaks.isEmpty {
      try Folders.move(held, to: "\(folder)/\(kept)")
    } else {
      console.complain(Complaint.leak(report.leaks, held: held).line)
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

  /// Removes the transcripts of a night that was killed when they had their place, before the
  /// ledger kept it.
  ///
  /// - Parameters:
  ///   - number: The first run that the ledger does not know.
  ///   - folder: The project's `transcripts/`.
  /// - Throws: `Complaint` where a file can't be removed.
  static func removeTranscripts(ofKilledRun number: Int, in folder: String) throws {
    let file = HeldNight.name(ofRun: number) + TranscriptFolder.ending
    try Folders.remove("\(folder)/\(file)")
    try Folders.remove("\(folder)/\(HeldNight.folder)/\(file)")
  }

  /// An input that the ledger does not know yet.
  private struct NewInput {
    let path: String
    let number: Int
    let digest: [UInt8]
  }

  /// Plants canaries in copies of the first contacts, drawn by the first input's keyed digest.
  private func canaries(_ inputs: [NewInput]) throws -> CanaryTally {
    guard let first = inputs.first else { return CanaryTally() }
    return try CanaryTest(
      inputs: inputs.map(\.path),
      reading: workshop.reading,
      redaction: workshop.redaction,
      seed: first.digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      line: line
    ).run()
  }

  /// Says that the night was given up before anything was kept, and why: kinds and counts.
  private func holdBack(_ number: Int, _ canaries: CanaryTally, _ ledger: Ledger) throws {
    try ledger.note("canaries", of: HeldNight.name(ofRun: number), at: Timestamp.text(now()))
    try Folders.write(
      NightEvidence.heldBack(canaries, run: number),
      to: "\(project.place("evidence"))/\(HeldNight.name(ofRun: number))-held-back.json"
    )
    console.complain(
      Complaint.canaries(canaries, limit: workshop.redaction.canaries.limit).line
    )
  }
}
