import Classification
import JSON
import Pseudonymisation

extension Verb {
  static let code = Verb(
    name: "code",
    summary: "assigns the codebook's codes to each contact, as JSON Lines",
    operands: .some("CONTACTS"),
    options: [.project, .output, .policy, .threads, .unlockFile],
    details: """
      For each contact one line: {"contact_id", "codes": {variable: code}, "evidence": [{"variable",
      "code", "source", "rule", "message"}]}. Contacts are sanitized first: no rule sees raw text.
      The ids are those of the input, and ages are in years: the output is for the steward alone.
      """,
    run: code
  )

  private static func code(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let line = try workshop.assemblyLine(keyring: keyring)
    let writer = CodedContactWriter(codebook: line.coder.codebook, audience: .steward)
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run { contact, output in
      var json = JSONWriter()
      writer.write(
        try line.coded(contact),
        id: String(decoding: contact.id.bytes, as: UTF8.self),
        to: &json
      )
      output += json.bytes
    }
  }
}
