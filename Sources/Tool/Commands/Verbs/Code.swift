import Classification
import JSON
import Ledger
import Pseudonymisation

extension Verb {
  static let code = Verb(
    name: "code",
    summary: "assigns the codebook's codes to each contact, as JSON Lines",
    operands: Operands(name: "CONTACTS", count: 0...Int.max),
    options: [.project, .output, .policy, .threads, uncertain, .unlockFile],
    details: """
      For each contact one line: {"contact_id", "codes": {variable: code}, "evidence": [{"variable",
      "code", "source", "rule", "message"}]}. Contacts are sanitized first: no rule sees raw text.
      The ids are those of the input, and ages are in years: the output is for the steward alone.

      --uncertain N, without CONTACTS, reads the project's ledger instead: the N contacts of open
      periods whose coding by a person would mend most figures, each by token with the weight of its
      doubt (wrong codes expected, times the figures that need them) and the heaviest variables.
      Give them to a coder, and take the forms in with luwte registrations import --coder.
      """,
    run: code
  )

  private static let uncertain = Option(
    "--uncertain",
    value: "N",
    help: "list the N contacts of the ledger that a person should code, 1 to 10000"
  )

  private static func code(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    if let count = try call.integer(uncertain, in: 1...10_000) {
      guard call.operands.isEmpty else {
        throw Complaint.operandsBeside(uncertain.name, call.operands.count)
      }
      return try listDoubts(count, workshop, call)
    }
    guard !call.operands.isEmpty else { throw Complaint.wrongOperands(call.verb, 0) }
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let line = try workshop.assemblyLine(keyring: keyring)
    let writer = CodedContactWriter(codebook: line.coder.codebook, audience: .steward)
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run(
      preparing: { (id: $0.id, contact: try line.sanitized($0)) },
      { prepared, output in
        var json = JSONWriter()
        writer.write(
          line.coder.code(prepared.contact),
          id: String(decoding: prepared.id.bytes, as: UTF8.self),
          to: &json
        )
        output += json.bytes
      }
    )
  }

  private static func listDoubts(
    _ count: Int,
    _ workshop: Workshop,
    _ call: Invocation
  ) throws -> ExitStatus {
    guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
    let ledger = try Ledger.open(path: project.place("ledger"))
    for doubt in try ledger.doubts(most: count, codebook: try workshop.codebook()) {
      let parts = doubt.parts.prefix(4).map { "\($0.variable)=\($0.codes.joined(separator: "|"))" }
      let why = doubt.contradictions + parts
      call.world.console.print(
        "\(doubt.contact)  \(doubt.weight.hundredths)  \(why.joined(separator: " "))"
      )
    }
    return .done
  }
}
