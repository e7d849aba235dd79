import Detection
import Ledger
import Pseudonymisation
import Transcripts

/// What is said when a stage of the night refuses.
extension Complaint {
  init(_ error: LexiconError) {
    switch error {
    case .unreadable(let file, let code):
      self.init(
        .usage,
        file,
        "the lexicon cannot be read (\(Self.systemReason(code))); it comes with the program"
      )
    case .malformed(let file):
      self.init(.usage, file, "this is no lexicon; put the program's own there")
    case .version(let file, let found, let expected):
      self.init(
        .usage,
        file,
        "it has format \(found), this program reads \(expected); put the program's own there"
      )
    case .line(let file, let number):
      self.init(.usage, "\(file):\(number)", "this line is not what its list asks for")
    }
  }

  init(_ error: DetectionError) {
    switch error {
    case .invalidPattern(let recogniser, let offset, let reason):
      self.init(
        .usage,
        "redaction.toml: recogniser \"\(recogniser)\"",
        "its pattern is refused at byte \(offset): \(reason); see RE2's syntax"
      )
    case .emptyMatch(let recogniser):
      self.init(
        .usage,
        "redaction.toml: recogniser \"\(recogniser)\"",
        "its pattern matches the empty text, so everywhere; make it match at least one character"
      )
    case .emptyDeniedValue(let index):
      self.init(
        .usage,
        "redaction.toml: deny[\(index)]",
        "the value has no letter or digit; write what is to be found"
      )
    }
  }

  init(_ error: PseudonymisationError) {
    switch error {
    case .keyring(let error): self.init(error)
    case .findingOutOfPlace(let message, let detector):
      self.init(
        .machineFailed,
        "message \(message)",
        "\(detector) found a place outside the text: a fault of the program; nothing was kept"
      )
    }
  }

  init(_ error: TranscriptFileError) {
    switch error {
    case .system(let code): self.init(.machineFailed, "transcripts", Self.systemReason(code))
    case .exists:
      self.init(.usage, "transcripts", "a file of this night is there already; move it away")
    case .notAsWritten:
      self.init(
        .machineFailed,
        "transcripts",
        "the night's draft no longer holds what was written; nothing was kept; check the disk"
      )
    case .unusableName: self.init(.usage, "transcripts", "the night's name cannot be a file's")
    case .damaged(let offset):
      self.init(.machineFailed, "transcripts", "damaged at byte \(offset); restore a backup")
    case .line: self.init(.machineFailed, "transcripts", "a line is no transcript")
    case .tooLong(let line):
      self.init(.machineFailed, "transcripts", "line \(line) is longer than any transcript")
    }
  }

  init(_ error: LedgerError) {
    switch error {
    case .cannotOpen(let path, let code):
      self.init(.machineFailed, path, "cannot be opened (code \(code)); check its rights")
    case .newerVersion(let found, let known):
      self.init(
        .usage,
        "ledger",
        "it was written by a newer program (version \(found), this one knows \(known)); update luwte"
      )
    case .notALedger:
      self.init(.usage, "ledger", "this file is no ledger; set paths.ledger to another place")
    case .sqlite(let code):
      self.init(
        .machineFailed,
        "ledger",
        "SQLite refused (code \(code)); check the disk's space; nothing was kept"
      )
    case .countsDoNotReconcile(let input, let contacts, let fates):
      self.init(
        .machineFailed,
        "input \(input)",
        "\(contacts) contacts came in and \(fates) have a fate; nothing was kept"
      )
    case .damagedRow(let table):
      self.init(.machineFailed, "ledger", "a row of \(table) is damaged; restore a backup")
    case .alreadyClosed(let period):
      self.init(.usage, period, "this period, or a part of it, is closed already")
    case .tooFewChanged(let period, let changed, let smallest):
      self.init(
        .checkFailed,
        period,
        "refused, nothing was written: \(changed) persons differ from what was counted, and a "
          + "revision needs \(smallest) or more, so that nobody can be told apart by it; wait until "
          + "more have changed"
      )
    case .notRevised(let period):
      self.init(
        .usage,
        "--period \(period)",
        "there is no such revision; luwte close --revise PERIOD makes one"
      )
    case .notClosed(let period):
      self.init(
        .usage,
        "--period \(period)",
        "this period is open; close it first: luwte close \(period)"
      )
    case .contactsNotKept(let period):
      self.init(
        .usage,
        period,
        "this period was closed by an earlier program, which kept no contacts for tables; take the "
          + "tables of population P0 and P1 out of tableplan.toml for its release"
      )
    case .releaseDiffers(let name):
      self.init(
        .checkFailed,
        name,
        "a release of this name left with other bytes; restore that one, it stays as it was"
      )
    case .linksUnreadable:
      self.init(
        .usage,
        "ledger",
        "the column of visitors cannot be decrypted with these keys; restore the line's keyring"
      )
    case .recordKeyMissing(let period):
      self.init(.machineFailed, period, "a person's number could not be made; nothing was closed")
    case .codeUnknown(let variable, let code):
      self.init(
        .usage,
        "codebook.toml: \(variable)",
        "the ledger holds the code \"\(code)\", which the codebook does not have; put it back"
      )
    }
  }

  static func leak(_ leaks: [EntityKind: Int], held: String) -> Complaint {
    Complaint(
      .checkFailed,
      held,
      "held, not kept as a transcript: known values stand in it (\(told(leaks))); "
        + "luwte blocked explain says where"
    )
  }

  static func canaries(_ tally: CanaryTally, limit: Double) -> Complaint {
    let planted = tally.planted.values.reduce(0, +)
    return Complaint(
      .checkFailed,
      "canaries",
      "of \(planted) invented details the line missed \(told(tally.missed)), more than the share "
        + "\(limit) that redaction.toml allows; nothing was kept; check policy and lists, run again"
    )
  }

  static func identifiersInRelease(_ name: String, _ found: [EntityKind: Int]) -> Complaint {
    Complaint(
      .checkFailed,
      name,
      "refused: its files hold what looks like identifiers (\(told(found))); look for them in "
        + "codebook.toml, tableplan.toml and governance.toml"
    )
  }

  static func notHeld(_ name: String, held: [String]) -> Complaint {
    Complaint(
      .usage,
      name,
      "this night is not held; held: \(held.isEmpty ? "none" : held.joined(separator: ", "))"
    )
  }

  static func inputsGone(_ night: String, missing: Int) -> Complaint {
    Complaint(
      .usage,
      night,
      "\(missing) of its inputs are no longer in the inbox; put them back as they were delivered"
    )
  }

  static func notOneIdentifier(_ count: Int) -> Complaint {
    Complaint(
      .usage,
      "standard input",
      "\(count) identifiers given; give one, on a line of its own (with --opt-out: one or more)"
    )
  }

  static func identifierTooLong(_ limit: Int) -> Complaint {
    Complaint(
      .usage,
      "standard input",
      "a line is longer than \(limit) bytes; give an id, nickname, number or address a line"
    )
  }

  static func stillHeld(_ nights: [String]) -> Complaint {
    Complaint(
      .checkFailed,
      nights.joined(separator: ", "),
      "transcripts are held, and closing ends the keys to mend them; luwte blocked retry them, or "
        + "remove their files from transcripts/\(HeldNight.folder)"
    )
  }

  /// Kinds with their counts, in the order of the kinds.
  private static func told(_ counts: [EntityKind: Int]) -> String {
    EntityKind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
      .joined(separator: ", ")
  }
}
