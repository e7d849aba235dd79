import Configuration
import Detection

/// Every sentence with which the command line refuses: one place, tested word for word.
extension Complaint {
  static func unknownVerb(_ name: String) -> Complaint {
    let nearest = Spelling.nearest(to: name, in: Verb.all.map(\.name))
    let remedy =
      nearest.map { "did you mean \"\($0)\"?" } ?? "luwte --help lists the commands"
    return Complaint(.usage, name, "there is no such command; \(remedy)")
  }

  static func unknownAction(_ verb: Verb, _ name: String, _ actions: [String]) -> Complaint {
    Complaint(.usage, "\(verb.name) \(name)", "allowed: \(actions.joined(separator: ", "))")
  }

  static func unknownOption(_ name: String, of verb: Verb) -> Complaint {
    let known = verb.options.map(\.name) + [Option.help.name]
    let nearest = Spelling.nearest(to: name, in: known)
    let remedy =
      nearest.map { "did you mean \"\($0)\"?" } ?? "luwte help \(verb.name) lists the options"
    return Complaint(.usage, name, "luwte \(verb.name) has no such option; \(remedy)")
  }

  static func repeatedOption(_ name: String) -> Complaint {
    Complaint(.usage, name, "it is given twice; give it once")
  }

  static func valueForSwitch(_ name: String, _ value: String) -> Complaint {
    Complaint(.usage, "\(name)=\(value)", "\(name) takes no value; write \(name)")
  }

  static func missingValue(_ name: String, _ placeholder: String) -> Complaint {
    Complaint(.usage, name, "its value is missing; write \(name) \(placeholder)")
  }

  static func valueNotAllowed(_ name: String, _ value: String, _ allowed: [String]) -> Complaint {
    Complaint(.usage, "\(name) \(value)", "allowed: \(allowed.joined(separator: ", "))")
  }

  static func optionOutOfRange(
    _ name: String,
    _ value: String,
    _ range: ClosedRange<Int>
  ) -> Complaint {
    Complaint(
      .usage,
      "\(name) \(value)",
      "give a whole number from \(range.lowerBound) to \(range.upperBound)"
    )
  }

  static func wrongOperands(_ verb: Verb, _ count: Int) -> Complaint {
    let wanted = verb.operands.synopsis.isEmpty ? " (nothing)" : verb.operands.synopsis
    return Complaint(
      .usage,
      verb.name,
      "\(count) operands given, wanted:\(wanted); luwte help \(verb.name) tells more"
    )
  }

  static func noProject(_ path: String) -> Complaint {
    Complaint(
      .usage,
      "--project \(path)",
      "there is no luwte.toml; make a project with: luwte init \(path)"
    )
  }

  static func unreadable(_ path: String, _ reason: String) -> Complaint {
    Complaint(.machineFailed, path, "cannot be read (\(reason)); check its place and its rights")
  }

  static func unwritable(_ path: String, _ reason: String) -> Complaint {
    Complaint(
      .machineFailed,
      path,
      "cannot be written (\(reason)); check the disk's space and the folder's rights"
    )
  }

  static func notEmpty(_ path: String) -> Complaint {
    Complaint(.usage, path, "there is something there already; name a folder that does not exist")
  }

  static let idsKeptInProject = Complaint(
    .usage,
    "--keep-ids",
    "not inside a project, where transcripts carry tokens; run it outside, without --project"
  )

  static let textOffTerminal = Complaint(
    .usage,
    "--show-text",
    "raw text is shown on a terminal only, never into a file or a pipe"
  )

  static func unknownItem(_ name: String) -> Complaint {
    Complaint(.usage, name, "there is no such item; luwte quarantine lists them")
  }

  static let transcriptsOutOfStep = Complaint(
    .machineFailed,
    "transcripts",
    "the inputs no longer hold the contacts of that night; nothing was kept; put them back"
  )

  static func stranger(_ path: String) -> Complaint {
    Complaint(
      .quarantined,
      path,
      "not read: it is no .jsonl or .jsonl.gz; convert it, or take it out of the inbox"
    )
  }

  static func conflict(_ path: String, line: Int) -> Complaint {
    Complaint(
      .quarantined,
      "\(path):\(line)",
      "this contact id came before with other content; the first is kept, this one waits in quarantine"
    )
  }

  static func periodClosed(_ path: String, line: Int) -> Complaint {
    Complaint(
      .quarantined,
      "\(path):\(line)",
      "this contact's period is closed and its keys are gone; it waits in quarantine, uncounted"
    )
  }

  static func missingOption(_ option: Option) -> Complaint {
    Complaint(.usage, option.name, "it is missing; add \(option.synopsis): \(option.help)")
  }

  static func notAPeriod(_ thing: String, _ text: String) -> Complaint {
    Complaint(
      .usage,
      "\(thing) \(text)",
      "a period is a year (2021), a quarter (2021-Q3) or years (2019..2021)"
    )
  }

  static func notClosable(_ text: String) -> Complaint {
    Complaint(
      .usage,
      "PERIOD \(text)",
      "a period to close is a year (2021) or a quarter (2021-Q3), also with --revise"
    )
  }

  static func notOver(_ period: String) -> Complaint {
    Complaint(.usage, period, "this period is not over; close it after its last day")
  }

  static func unknownRecipient(_ id: String, known: [String]) -> Complaint {
    let nearest = Spelling.nearest(to: id, in: known).map { "did you mean \"\($0)\"? " } ?? ""
    return Complaint(
      .usage,
      "--to \(id)",
      "no such recipient in governance.toml; \(nearest)Known: \(known.joined(separator: ", "))"
    )
  }

  static func releaseExists(_ place: String) -> Complaint {
    Complaint(
      .usage,
      place,
      "this release is there already and stays as it is; check it with: luwte verify \(place)"
    )
  }

  static func unknownTable(_ id: String, known: [String]) -> Complaint {
    Complaint(
      .usage,
      id,
      "the release has no such table; it has: \(known.joined(separator: ", "))"
    )
  }

  static let shippedFilesMissing = Complaint(
    .usage,
    "Lexicons",
    "the folders Lexicons and Samples are neither beside the program nor above it; put them there"
  )
}
