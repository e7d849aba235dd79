import Pseudonymisation

extension Verb {
  static let sanitize = Verb(
    name: "sanitize",
    summary: "replaces identifying details and writes transcripts, as JSON Lines",
    operands: .some("CONTACTS"),
    options: [.project, .output, .policy, .threads, keepIDs, .unlockFile],
    details: """
      For each contact one line in the shape of Schemas/transcript.v1.schema.json: tokens such as
      <PERSON:7Q3KX9M2> in place of details, bands in place of ages and dates, the quarter in place
      of times, a token in place of the id. Outside a project the keys end with the process, so no
      token of one call equals one of another.
      """,
    run: sanitize
  )

  private static let keepIDs = Option(
    "--keep-ids",
    help: "write the input's ids; only outside a project"
  )

  private static func sanitize(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    let keepsIDs = call.has(keepIDs)
    guard !keepsIDs || workshop.project == nil else { throw Complaint.idsKeptInProject }
    let line = try workshop.assemblyLine(
      keyring: try workshop.keyring(time: Timestamp.text(call.world.now()))
    )
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run { contact, output in
      let sanitized = try line.sanitized(contact)
      var writer = SanitizedContactWriter()
      writer.write(
        sanitized,
        id: keepsIDs ? String(decoding: contact.id.bytes, as: UTF8.self) : nil
      )
      output += writer.bytes
    }
  }
}
