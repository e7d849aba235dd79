import Classification
import JSON
import Keys
import Pseudonymisation

extension Verb {
  static let map = Verb(
    name: "map",
    summary: "codes contacts for a distributed engine: standard input to standard output",
    operands: .none,
    options: [.project, .policy, .threads, keys, .unlockFile],
    details: """
      Reads canonical contacts from standard input and writes coded contacts to standard output,
      with tokens for ids and nothing finer than bands. Keeps no state. --keys-fd reads a worker's
      share of the keys from an open file descriptor; without it the project's keys serve, and
      outside a project the keys end with the process. An empty input is an empty output.
      """,
    run: map
  )

  private static let keys = Option(
    "--keys-fd",
    value: "N",
    help: "the file descriptor of a worker's share of the keys, 3 to 1023"
  )

  private static func map(_ call: Invocation) async throws -> ExitStatus {
    var workshop = try Workshop.open(call)
    workshop.reading.emptyInput = .accepted
    let keyring =
      if let descriptor = try call.integer(keys, in: 3...1023) {
        try Keyring.share(reading: Int32(descriptor))
      } else {
        try workshop.keyring(time: Timestamp.text(call.world.now()))
      }
    let line = try workshop.assemblyLine(keyring: keyring)
    let writer = CodedContactWriter(codebook: line.coder.codebook, audience: .program)
    let stream = ContactStream(
      call: call,
      inputs: ["-"],
      settings: workshop.reading,
      threads: workshop.threads
    )
    return try await stream.run { contact, output in
      var json = JSONWriter()
      let coded = try line.coded(contact)
      writer.write(coded, id: coded.token, to: &json)
      output += json.bytes
    }
  }
}
