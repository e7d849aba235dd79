import ChatLogs
import Compression
import Detection
import Keys
import Ledger
import Pseudonymisation
import Transcripts

/// One input of a night: its contacts through the assembly line, in order, into the ledger.
struct InputRun {
  let path: String
  let number: Int
  let digest: [UInt8]
  let night: Night
  let transcript: TranscriptWriter
  /// The quarters whose figures are settled.
  let closed: Set<String>
  /// The marks of visitors who are kept out.
  let barred: Set<String>
  let run: NightRun

  /// What one core made of a batch.
  private struct Worked: Sendable {
    let outcomes: [Outcome]
    let watch: LeakWatch
  }

  private enum Outcome: Sendable {
    case contact(AssemblyLine.Product, known: KnownAs?)
    case barred(Barring)
    case late(Late)
    case damaged(DamagedLine)
  }

  /// A contact of a closed quarter: its keys are gone, so it can't be sanitized.
  private struct Late: Sendable {
    let position: InputPosition
    let line: Withheld
    let known: KnownAs
  }

  /// Reads the input to its end.
  ///
  /// - Parameters:
  ///   - report: Grows by what was met.
  ///   - watch: Learns the values of the input's contacts.
  /// - Returns: `.quarantined` where something went to quarantine.
  /// - Throws: Where the machine or a wall fails; the night is then given up whole.
  func run(_ report: inout NightReport, watch: inout LeakWatch) async throws -> ExitStatus {
    let reader: ChatLogReader
    do {
      reader = try ChatLogReader(
        InputFile(path: path),
        number: number,
        settings: run.workshop.reading
      )
    } catch let error as CompressionError {
      throw Complaint.unreadable(name, error)
    }
    let (line, closed, barred) = (run.line, closed, barred)
    // What was kept under a contact or digest key that was rotated since is still known.
    let hasEarlierKeys = run.keyring.roots.contains {
      ($0.purpose == .contact || $0.purpose == .digest) && $0.state == .retired
    }
    var status = ExitStatus.done
    var tally = report
    var known = watch
    let blank = line.blank
    try await OrderedPipeline.run(
      threads: run.workshop.threads,
      next: { try ContactBatch.next(from: reader, input: number) },
      work: { batch in
        var watch = blank
        // One step for the whole batch, then the next: each finds its tables in the cache, where the
        // other would have pushed them out after every contact.
        let findings = batch.items.map { item -> [Finding] in
          guard case .contact(let contact) = item else { return [] }
          return line.detector.findings(in: contact.conversation)
        }
        let outcomes = try zip(batch.items, findings).map { item, findings -> Outcome in
          switch item {
          case .contact(let contact):
            try Self.outcome(
              of: contact,
              findings: findings,
              line,
              closed: closed,
              barred: barred,
              hasEarlierKeys: hasEarlierKeys,
              &watch
            )
          case .damaged(let damaged): .damaged(damaged)
          }
        }
        return Worked(outcomes: outcomes, watch: watch)
      },
      emit: { worked in
        known.formUnion(worked.watch)
        for outcome in worked.outcomes {
          switch outcome {
          case .contact(let product, let known):
            status = max(status, try keep(product, known, &tally))
          case .barred(let barring): keep(barring, &tally)
          case .late(let contact): status = max(status, try keep(contact, &tally))
          case .damaged(let damaged): status = max(status, try keep(damaged, &tally))
          }
        }
      }
    )
    watch = known
    let counts = reader.counts
    try night.end(input: number, contacts: counts.contacts + counts.damaged)
    tally.add(counts)
    tally.newInputs.append(
      NightReport.Input(
        number: number,
        digest: digest,
        contacts: counts.contacts,
        messages: counts.messages,
        damaged: counts.damaged
      )
    )
    report = tally
    return status
  }

  private func keep(
    _ product: AssemblyLine.Product,
    _ known: KnownAs?,
    _ report: inout NightReport
  ) throws -> ExitStatus {
    let before = try known.flatMap {
      try night.standing(tokens: $0.tokens, digests: $0.digests)
    }
    if let before {
      night.count(before == .duplicate ? \.duplicates : \.quarantined, input: number)
    }
    switch try before ?? night.record(product.entry, input: number) {
    case .kept:
      try transcript.append(product.transcript)
      report.fates.coded += 1
      report.add(product.leaks)
      for (kind, count) in product.findings { report.findings[kind, default: 0] += count }
      report.findingsPerContact.append(product.findings.reduce(0) { $0 + $1.value })
      for (source, count) in product.sources { report.codesBySource[source, default: 0] += count }
      return .done
    case .duplicate:
      report.fates.duplicates += 1
      return .done
    case .conflict:
      report.fates.quarantined += 1
      return try quarantine(product.line, product.position, .conflict)
    }
  }

  /// What a contact becomes on one core.
  private static func outcome(
    of contact: RawContact,
    findings: [Finding],
    _ line: AssemblyLine,
    closed: Set<String>,
    barred: Set<String>,
    hasEarlierKeys: Bool,
    _ watch: inout LeakWatch
  ) throws -> Outcome {
    if let barring = try line.barring(of: contact, findings: findings, marks: barred) {
      return .barred(barring)
    }
    guard !closed.contains(contact.quarter.description) else {
      return .late(try late(contact, line))
    }
    return .contact(
      try line.product(of: contact, findings: findings, watch: &watch),
      known: hasEarlierKeys ? try KnownAs(contact, keyring: line.keyring) : nil
    )
  }

  private func keep(_ barring: Barring, _ report: inout NightReport) {
    let fate: WritableKeyPath<Fates, Int> = barring == .erased ? \.erased : \.optedOut
    night.count(fate, input: number)
    report.fates[keyPath: fate] += 1
  }

  private static func late(_ contact: RawContact, _ line: AssemblyLine) throws -> Late {
    Late(
      position: contact.position,
      line: contact.line,
      known: try KnownAs(contact, keyring: line.keyring)
    )
  }

  private func keep(_ late: Late, _ report: inout NightReport) throws -> ExitStatus {
    switch try night.standing(tokens: late.known.tokens, digests: late.known.digests) {
    case .duplicate:
      night.count(\.duplicates, input: number)
      report.fates.duplicates += 1
      return .done
    case let standing:
      night.count(\.quarantined, input: number)
      report.fates.quarantined += 1
      return try quarantine(
        late.line,
        late.position,
        standing == .conflict ? .conflict : .periodClosed
      )
    }
  }

  /// Seals a contact for the steward, and says why.
  private func quarantine(
    _ line: Withheld,
    _ position: InputPosition,
    _ reason: Quarantine.Reason
  ) throws -> ExitStatus {
    try quarantine.keep(line.bytes, input: digest, position: position, piece: 0, reason: reason)
    let complaint =
      reason.code == Quarantine.Reason.conflict.code
      ? Complaint.conflict(name, line: position.line)
      : Complaint.periodClosed(name, line: position.line)
    run.console.complain(complaint.line)
    return .quarantined
  }

  private func keep(_ damaged: DamagedLine, _ report: inout NightReport) throws -> ExitStatus {
    try quarantine.keep(
      damaged.bytes.bytes,
      input: digest,
      position: damaged.position,
      piece: damaged.piece,
      reason: Quarantine.Reason(
        code: damaged.damage.code,
        field: damaged.damage.field?.rawValue ?? ""
      )
    )
    if damaged.isContinued { return .done }
    night.count(\.quarantined, input: number)
    report.fates.quarantined += 1
    run.console.complain(Complaint.damaged(damaged, in: name).line)
    return .quarantined
  }

  private var name: String { run.console.name(ofInput: path, number: number) }

  private var quarantine: Quarantine {
    Quarantine(path: run.project.place("quarantine"), keyring: run.keyring)
  }
}
