import ChatLogs
import Detection
import Ledger
import Pseudonymisation

extension Verb {
  static let explain = Verb(
    name: "explain",
    summary: "says why each stretch was replaced or each code given, without the text",
    operands: .optional("CONTACTS"),
    options: [.project, policy, contact, codes, showText, .unlockFile],
    details: """
      For each finding: message, place, kind, score, recogniser and evidence. The text itself is
      shown with --show-text, and only on a terminal, for the steward's eyes. Without CONTACTS,
      --policy prints what is done to each kind of detail and to each field of the metadata, with
      the ISO/IEC 20889 technique.

      --codes says for each code who set it: the counsellor's registration, a rule by its id (its
      version is the codebook's edition in the first line), or a model; and the index of the
      message. With CONTACTS as they would be coded now; without, as the project's ledger has them,
      by token.
      """,
    run: explain
  )

  private static let contact = Option(
    "--contact",
    value: "ID",
    help: "only this contact; its token, where the ledger is asked"
  )
  private static let codes = Option("--codes", help: "explain codes, not findings")
  private static let showText = Option("--show-text", help: "show the text, on a terminal only")
  private static let policy = Option(
    "--policy",
    value: "[POLICY]",
    allowed: ["balanced", "strict"],
    mayStandAlone: true,
    help: "balanced or strict; alone and without CONTACTS: print the policy"
  )

  private static func explain(_ call: Invocation) async throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    if call.has(policy), call.operands.isEmpty {
      call.world.console.print("policy \(workshop.redaction.policy.rawValue)")
      for row in TransformationRow.all(workshop.redaction) {
        call.world.console.print(
          "\(row.kind.padding(to: 19)) \(row.operation.padding(to: 13)) \(row.technique)"
        )
      }
      return .done
    }
    if call.has(codes) { return try await explainCodes(workshop, call) }
    guard !call.operands.isEmpty else { throw Complaint.wrongOperands(call.verb, 0) }
    let showsText = call.has(showText)
    guard !showsText || call.world.console.isTerminal else { throw Complaint.textOffTerminal }
    let wanted = call.value(contact).map { Array($0.utf8) }
    let detector = try workshop.detector()
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run { contact, output in
      if let wanted, wanted != contact.id.bytes { return }
      output += lines(detector.findings(in: contact.conversation), of: contact, text: showsText)
    }
  }

  private static func explainCodes(_ workshop: Workshop, _ call: Invocation) async throws
    -> ExitStatus
  {
    let wanted = call.value(contact)
    guard !call.operands.isEmpty else {
      guard let project = workshop.project else { throw Complaint.noProject(call.projectPath) }
      let found = try CodeExplanation.print(
        try Ledger.open(path: project.place("ledger")),
        only: wanted,
        codebook: try workshop.codebook(),
        on: call.world.console
      )
      guard found || wanted == nil else { throw Complaint.unknownContact(wanted ?? "") }
      return .done
    }
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let line = try workshop.assemblyLine(keyring: keyring)
    let edition = try line.coder.codebook.edition()
    let stream = ContactStream(call: call, settings: workshop.reading, threads: workshop.threads)
    return try await stream.run { contact, output in
      let id = String(decoding: contact.id.bytes, as: UTF8.self)
      if let wanted, wanted != id { return }
      let coded = try line.coded(contact)
      output += CodeExplanation.lines(coded.assignments, of: id, codebook: edition).utf8
    }
  }

  private static func lines(_ findings: [Finding], of contact: RawContact, text: Bool) -> [UInt8] {
    var lines =
      Array("contact ".utf8) + contact.id.bytes + Array(": \(findings.count) findings\n".utf8)
    for finding in findings {
      let message = contact.conversation.messages[finding.message]
      let start = finding.range.lowerBound - message.bytes.lowerBound
      let percent = Int((finding.score * 100).rounded())
      lines += Array(
        """
          message \(message.index), byte \(start), \(finding.range.count) bytes: \
        \(finding.kind.rawValue) \(percent) % by \(finding.detector)
        """.utf8
      )
      if !finding.evidence.isEmpty { lines += Array(" (\(finding.evidence))".utf8) }
      if text { lines += Array(": ".utf8) + contact.conversation.text[finding.range] }
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}
