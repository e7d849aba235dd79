import ChatLogs
import Detection
import Pseudonymisation

extension Verb {
  static let explain = Verb(
    name: "explain",
    summary: "says why each stretch was replaced, without the text",
    operands: .optional("CONTACTS"),
    options: [.project, policy, contact, showText],
    details: """
      For each finding: message, place, kind, score, recogniser and evidence. The text itself is
      shown with --show-text, and only on a terminal, for the steward's eyes. Without CONTACTS,
      --policy prints what is done to each kind, with the ISO/IEC 20889 technique.
      """,
    run: explain
  )

  private static let contact = Option("--contact", value: "ID", help: "only this contact")
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
      for rule in workshop.redaction.rules {
        call.world.console.print(
          "\(padded(rule.kind.rawValue, 15)) \(padded(rule.operation.rawValue, 11)) "
            + rule.operation.technique
        )
      }
      return .done
    }
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

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
