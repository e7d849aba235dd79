import JSON

extension Verb {
  static let detect = Verb(
    name: "detect",
    summary: "finds identifying details, as JSON Lines",
    operands: .some("CONTACTS"),
    options: [.project, .output, .policy, .threads],
    details: """
      CONTACTS are canonical chat logs (Schemas/chat-log.v1.schema.json), plain or gzip; - is
      standard input. For each contact one line: {"contact_id", "entities": [{"message", "start",
      "end", "type", "score", "detector"}]}. Offsets count Unicode code points, end exclusive.
      The ids are those of the input: the output is for the steward alone.
      """,
    run: detect
  )

  private static func detect(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    let detector = try workshop.detector()
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run { contact, output in
      var json = JSONWriter()
      json.findings(detector.findings(in: contact.conversation), of: contact)
      output += json.bytes
    }
  }
}
