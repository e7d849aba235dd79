import Codebook
import Configuration
import Ledger

extension Verb {
  private static let language = Option(
    "--language",
    value: "LANGUAGE",
    allowed: ["nl", "en"],
    help: "show: nl or en (default: en)"
  )

  static let codebookDesk = Verb(
    name: "codebook",
    summary: "checks the codebook and its rules, or prints it for people",
    operands: .some("ACTION [VARIABLE]"),
    options: [.project, language],
    details: """
      check              reads codebook.toml: every mistake is named with line, key path, value and
                         remedy (in a project also the first of tableplan.toml, which names its codes).
                         Holds every rule to its example and counterexample, and names codes that
                         the ledger holds and the codebook no longer has. A note says where a word
                         of an example is taken for a detail, so that rules never read it
      show [VARIABLE]... labels, definitions, codes with numbers, roll-ups

      Both print the codebook's edition: its version, + and the fingerprint of the file.
      """,
    run: codebookDesk
  )

  private static func codebookDesk(_ call: Invocation) throws -> ExitStatus {
    let action = try call.action(of: ["check": 1...1, "show": 1...Int.max])
    let workshop = try Workshop.open(call)
    return action == "check"
      ? try check(workshop, call.world.console) : try show(workshop, call)
  }

  private static func show(_ workshop: Workshop, _ call: Invocation) throws -> ExitStatus {
    let codebook = try workshop.codebook()
    let wanted = Array(call.operands.dropFirst())
    for id in wanted where codebook.variable(id) == nil {
      throw Complaint.unknownVariable(id, known: codebook.variables.map(\.id))
    }
    let language = Language(rawValue: call.value(language) ?? "en") ?? .en
    let page = CodebookPage(codebook: codebook, language: language)
    call.world.console.write(Array(try page.text(of: wanted).utf8))
    return .done
  }

  private static func check(_ workshop: Workshop, _ console: Console) throws -> ExitStatus {
    let mistakes = try workshop.codebookMistakes()
    guard mistakes.isEmpty else {
      for mistake in mistakes { console.complain(Complaint(mistake).line) }
      return .usage
    }
    let codebook = try workshop.codebook()
    var ledger: Ledger?
    if let project = workshop.project {
      _ = try project.tablePlan(codebook: codebook)
      let path = project.place("ledger")
      if Folders.exists(path) { ledger = try Ledger.open(path: path) }
    }
    let check = try CodebookCheck(
      codebook,
      detector: try workshop.detector(),
      ledger: ledger
    )
    for complaint in check.complaints { console.complain(complaint.line) }
    for note in check.notes { console.print("note: \(note)") }
    let codes = codebook.variables.reduce(0) { $0 + $1.codes.count }
    console.print(
      "\(codebook.id) \(try codebook.edition()): \(codebook.variables.count) variables, \(codes) "
        + "codes, \(codebook.rules.count) rules; \(check.tried) examples tried, "
        + "\(check.complaints.count) faults"
    )
    return check.complaints.isEmpty ? .done : .checkFailed
  }
}
