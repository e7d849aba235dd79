import Classification
import Ledger
import Pseudonymisation

extension Verb {
  private static let coder = Option(
    "--coder",
    value: "CODER",
    help: "a second, blind coding by this coder; a letter or number, never a name"
  )

  static let registrations = Verb(
    name: "registrations",
    summary: "takes in forms that came late, were corrected, or were coded a second time",
    operands: Operands(name: "import FORMS", count: 2...2),
    options: [.project, coder, .unlockFile],
    details: """
      FORMS has a line for each contact: {"contact_id": ID, "registration": {field: value}}, fields
      and values as in the chat logs and in the codebook's [registration]; or "contact" with the
      token of the transcripts. A line that is no form refuses the whole file, and nothing changes.

      Without --coder they are the counsellors' own: their codes go before those of rules at once,
      but never in a closed period. With --coder they are kept beside the codes that count: how far
      the two agree (Cohen's kappa) is printed in the release. Either way the codes that differ are
      counted by variable. It is written into the ledger's log.
      """,
    run: registrations
  )

  private static func registrations(_ call: Invocation) throws -> ExitStatus {
    _ = try call.action(of: ["import": 2...2])
    let name = call.value(coder) ?? ""
    guard name.utf8.count <= 16, name.utf8.allSatisfy({ isPlain($0) }) else {
      throw Complaint.notACoder(name)
    }
    let workshop = try Workshop.open(call)
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let time = Timestamp.text(call.world.now())
    let codebook = try workshop.codebook()
    let file = try FormFile(
      call.operands[1],
      passing: RegistrationCodes(codebook),
      keyring: try workshop.keyring(time: time)
    )
    let outcome = try FormImport(
      ledger: try Ledger.open(path: project.place("ledger")),
      coder: Coder(codebook: codebook)
    ).run(file.forms, coder: name, at: time)
    let console = call.world.console
    console.print(
      "\(file.forms.count) forms: \(outcome.taken) taken, \(outcome.changed) contacts changed, "
        + "\(outcome.closed) of closed periods left out, \(outcome.unknown.count) of unknown "
        + "contacts; \(file.dropped) values that the codebook does not know"
    )
    for variable in codebook.variables {
      guard let found = outcome.disagreements[variable.id] else { continue }
      console.print(
        "  \(variable.id): \(found.different) of \(found.compared) differ from the codes before"
      )
    }
    guard outcome.unknown.isEmpty else {
      console.complain(Complaint.unknownForms(call.operands[1], lines: outcome.unknown).line)
      return .checkFailed
    }
    return .done
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
