import ChatLogs
import Compression
import Detection
import Keys
import Ledger
import Pseudonymisation
import Transcripts

/// Another look at a held night: what stands in it, and whether it may be kept by now.
///
/// The values that may not stand there are kept nowhere. They are made again from the night's
/// inputs, which must still be in the inbox, under the settings of today.
struct HeldReview {
  /// One message in which a known value stands.
  struct Stand: Sendable {
    /// The contact's pseudonym.
    let contact: String
    /// The message's place in the contact, 0-based.
    let message: Int
    /// What stands there: kind, origin, count.
    let hit: LeakHit
  }

  let night: HeldNight
  let workshop: Workshop
  let project: ProjectFolder
  let keyring: Keyring
  let line: AssemblyLine

  // MARK: Explaining

  /// Where known values stand, in order of contact and message; never a value.
  func stands() async throws -> [Stand] {
    let watch = try await memory(of: try inputs())
    let reader = try TranscriptReader(path: night.file(of: project))
    var stands: [Stand] = []
    while let contact = try reader.next() {
      guard !watch.hits(in: contact).isEmpty else { continue }
      for message in contact.messages {
        var text: [UInt8] = []
        for case .text(let range) in contact.segments[message.segments] {
          text += contact.text[range] + [0]
        }
        stands += watch.hits(in: text).map {
          Stand(contact: contact.token, message: message.index, hit: $0)
        }
      }
    }
    return stands
  }

  /// The lines of the inputs that hold contacts, by the contacts' pseudonyms.
  func places(of contacts: Set<String>) throws -> [String: String] {
    var places: [String: String] = [:]
    for path in try inputs() {
      let reader = try ChatLogReader(InputFile(path: path), settings: workshop.reading)
      while let item = try reader.next() {
        guard case .contact(let contact) = item else { continue }
        let token = try line.token(of: contact)
        guard contacts.contains(token), places[token] == nil else { continue }
        places[token] = "\(path):\(contact.position.line)"
      }
    }
    return places
  }

  // MARK: Trying again

  /// Sanitizes the night's contacts anew, and keeps the transcripts when nothing stands in them.
  ///
  /// - Returns: What still stands there, and what the canaries found; the file is kept when
  ///   nothing does and they did not miss more than the policy allows.
  func retry(at time: String) async throws -> (leaks: [EntityKind: Int], canaries: CanaryTally) {
    // Nobody is erased meanwhile: what is written here was read before.
    let ledger = try Ledger.open(path: project.place("ledger"))
    let hold = try ledger.beginNight()
    let inputs = try inputs()
    let watch = try await memory(of: inputs)
    let again = "\(project.place("transcripts"))/\(HeldNight.folder)/again"
    let anew = "\(again)/anew"
    try Folders.remove(again)
    try Folders.make(anew)
    let held = night.file(of: project)
    let receipt = try await sanitizeAnew(inputs, as: held, into: anew)
    let writer = try TranscriptWriter(folder: again, night: night.name)
    let outcome = try await SecondLook(
      threads: workshop.threads,
      pseudonymiser: line.pseudonymiser,
      watch: watch
    ).rewrite(receipt, in: anew, to: writer)
    let file = "\(again)/\(try writer.finish().file)"
    try Folders.remove(anew)
    var leaks: [EntityKind: Int] = [:]
    for hit in outcome.hits { leaks[hit.kind, default: 0] += hit.count }
    let canaries = try CanaryTest(
      inputs: inputs,
      reading: workshop.reading,
      redaction: workshop.redaction,
      seed: UInt64(night.run),
      line: line
    ).run()
    try Folders.write(
      NightEvidence.retry(leaks, canaries: canaries, run: night.run),
      to: freeEvidence()
    )
    let isClean =
      leaks.isEmpty && canaries.shareMissed <= workshop.redaction.canaries.limit
    if isClean {
      try Folders.move(file, to: night.place(of: project))
      try Folders.remove(held)
    }
    try Folders.remove(again)
    try hold.giveUp()
    try ledger.note(isClean ? "retry-kept" : "retry-held", of: night.name, at: time)
    return (leaks, canaries)
  }

  /// Writes the contacts of a held file anew, each sanitized under the settings of today.
  private func sanitizeAnew(_ inputs: [String], as held: String, into folder: String) async throws
    -> TranscriptWriter.Receipt
  {
    var waiting: Set<String> = []
    let reader = try TranscriptReader(path: held)
    while let contact = try reader.next() { waiting.insert(contact.token) }
    let count = waiting.count
    let wanted = waiting
    let line = line
    let writer = try TranscriptWriter(folder: folder, night: night.name, isDraft: true)
    for path in inputs {
      let reader = try ChatLogReader(InputFile(path: path), settings: workshop.reading)
      try await OrderedPipeline.run(
        threads: workshop.threads,
        next: { try ContactBatch.next(from: reader, input: 0) },
        work: { batch in
          try batch.items.compactMap { item -> SanitizedContact? in
            guard case .contact(let contact) = item,
              wanted.contains(try line.token(of: contact))
            else { return nil }
            return try line.sanitized(contact)
          }
        },
        emit: { (contacts: [SanitizedContact]) in
          // Of a contact that came twice the first was kept.
          for contact in contacts where waiting.remove(contact.token) != nil {
            var lines = TranscriptLines()
            lines.append(contact)
            try writer.append(lines)
          }
        }
      )
    }
    let receipt = try writer.finish()
    guard receipt.contacts == count else { throw Complaint.transcriptsOutOfStep }
    return receipt
  }

  private func freeEvidence() -> String {
    var number = 1
    let stem = "\(project.place("evidence"))/\(night.name)-retry-"
    while Folders.exists("\(stem)\(number).json") { number += 1 }
    return "\(stem)\(number).json"
  }

  // MARK: What the night knew

  /// The night's inputs in the order they were read.
  ///
  /// - Throws: `Complaint.inputsGone` where one is no longer in the inbox.
  private func inputs() throws -> [String] {
    let digests = try Ledger.open(path: project.place("ledger")).inputs(ofRun: night.run)
    var paths: [[UInt8]: String] = [:]
    for path in Inbox(project.place("inbox")).inputs {
      for digest in try InputDigest.ofFile(path, keyring: keyring) { paths[digest] = path }
    }
    let found = digests.compactMap { paths[$0] }
    guard found.count == digests.count else {
      throw Complaint.inputsGone(night.name, missing: digests.count - found.count)
    }
    return found
  }

  private func memory(of inputs: [String]) async throws -> LeakWatch {
    let (line, blank) = (line, line.blank)
    var memory = blank
    for path in inputs {
      let reader = try ChatLogReader(InputFile(path: path), settings: workshop.reading)
      try await OrderedPipeline.run(
        threads: workshop.threads,
        next: { try ContactBatch.next(from: reader, input: 0) },
        work: { batch in
          var watch = blank
          for case .contact(let contact) in batch.items {
            watch.add(contact, findings: line.detector.findings(in: contact.conversation))
          }
          return watch
        },
        emit: { memory.formUnion($0) }
      )
    }
    return memory
  }
}
