import Classification
import Codebook
import JSON
import Ledger
import Pseudonymisation
import Transcripts

/// Transcripts, coded anew under today's codebook.
struct RecodeRun {
  /// What became of the contacts.
  struct Outcome {
    /// Contacts that were coded anew.
    var recoded = 0
    /// Contacts of which at least one code changed.
    var changed = 0
    /// Contacts of closed periods, left as they are.
    var closed = 0
    /// Contacts of the ledger that have no transcript, left as they are.
    var withoutTranscript = 0
    /// How many contacts got other codes, by variable.
    var changes: [String: Int] = [:]
  }

  let ledger: Ledger
  let coder: Coder
  /// The codebook's fingerprint.
  let fingerprint: String
  /// Which contacts are coded anew.
  var scope = Scope.openPeriods

  /// Which contacts are coded anew.
  enum Scope {
    /// Those that no closed period counts.
    case openPeriods
    /// All; what closed periods count stays as it is until they are revised.
    case allPeriods
  }

  /// Codes all transcripts anew.
  ///
  /// - Parameters:
  ///   - folder: The project's `transcripts/`.
  ///   - isKept: Whether the new codes are kept; else only counted.
  ///   - time: When, RFC 3339.
  /// - Returns: What became of the contacts.
  /// - Throws: `TranscriptFileError`, `LedgerError`.
  func run(_ folder: String, isKept: Bool, at time: String) throws -> Outcome {
    var outcome = Outcome()
    let recoding = Recoding(coder: coder)
    let forms = try ledger.lateForms()
    let passing = RegistrationCodes(coder.codebook)
    let revision = try ledger.beginRevision()
    var seen: Set<String> = []
    for night in try TranscriptFolder.nights(in: folder) {
      let reader = try TranscriptReader(path: night)
      while let transcript = try reader.next() {
        // A contact that was erased has no row.
        guard let contact = try ledger.contact(transcript.token) else { continue }
        guard seen.insert(contact.token).inserted else { continue }
        guard try scope == .allPeriods || !revision.isClosed(contact) else {
          outcome.closed += 1
          continue
        }
        let form = forms[contact.token]?.codes ?? [:]
        let new = coder.code(transcript.registering(form, passing: passing)).assignments
        let codes = recoding.codes(old: contact.assignments, new: new)
        outcome.recoded += 1
        count(codes, against: contact.assignments, &outcome)
        if isKept { try revision.replace(contact, with: codes, codebook: fingerprint) }
      }
    }
    outcome.withoutTranscript = try ledger.contactCount() - seen.count
    if isKept {
      try revision.finish(
        "recode",
        "codebook \(Codebook.short(fingerprint)): \(outcome.recoded) recoded, "
          + "\(outcome.changed) changed, \(outcome.closed) closed",
        at: time
      )
    }
    return outcome
  }

  private func count(
    _ new: [CodedContact.Assignment],
    against old: [CodedContact.Assignment],
    _ outcome: inout Outcome
  ) {
    var before: [String: [String]] = [:]
    for assignment in old { before[assignment.variable] = assignment.codes }
    let variables = new.filter { before[$0.variable] != $0.codes }.map(\.variable)
    let gone = Set(before.keys).subtracting(new.map(\.variable))
    for variable in variables + gone { outcome.changes[variable, default: 0] += 1 }
    if !variables.isEmpty || !gone.isEmpty { outcome.changed += 1 }
  }
}
