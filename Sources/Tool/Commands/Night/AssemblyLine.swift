import ChatLogs
import Classification
import Detection
import Keys
import Ledger
import Pseudonymisation
import Transcripts

/// The stages in the order data travels: find, replace, code; one contact in, one product out.
struct AssemblyLine: Sendable {
  /// What a contact became.
  struct Product: Sendable {
    /// Where it stood.
    let position: InputPosition
    /// The line as delivered, for quarantine should the ledger refuse it.
    let line: Withheld
    /// The ledger's entry.
    let entry: LedgerContact
    /// The transcript.
    let transcript: TranscriptLines
    /// Findings by kind.
    let findings: [EntityKind: Int]
  }

  let detector: Detector
  let pseudonymiser: Pseudonymiser
  let coder: Coder
  let keyring: Keyring
  let versions: Night.Versions
  let register: [TransformationRow]

  /// Takes a contact through all stages.
  func product(of contact: RawContact) throws -> Product {
    let findings = detector.findings(in: contact.conversation)
    let sanitized = try pseudonymiser.sanitize(contact, findings: findings)
    let coded = coder.code(sanitized)
    var transcript = TranscriptLines()
    transcript.append(sanitized)
    let links = try linkTokens(of: contact)
    let sealed = try keyring.sealForColumn(Array(links.joined(separator: "\n").utf8).span)
    return Product(
      position: contact.position,
      line: contact.line,
      entry: LedgerContact(
        contact: sanitized,
        coded: coded,
        digest: try InputDigest.ofLine(contact.line.bytes, keyring: keyring),
        ordinal: Self.ordinal(of: contact),
        encryptedLinks: links.isEmpty ? [] : sealed
      ),
      transcript: transcript,
      findings: findings.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    )
  }

  /// Takes a contact through all stages and gives its codes alone.
  func coded(_ contact: RawContact) throws -> CodedContact {
    let findings = detector.findings(in: contact.conversation)
    return coder.code(try pseudonymiser.sanitize(contact, findings: findings))
  }

  private func linkTokens(of contact: RawContact) throws -> [String] {
    guard let account = contact.visitor["id"] else { return [] }
    return [try keyring.linkToken(kind: "visitor.id", value: account.bytes.span)]
  }

  /// Orders a visitor's contacts within a quarter: by day, then by place in the inputs.
  ///
  /// No finer time than the day passes the wall.
  private static func ordinal(of contact: RawContact) -> Int {
    let day = (contact.startedAt.month - 1) % 3 * 31 + contact.startedAt.day - 1
    return (day << 48) | (contact.position.input << 24) | contact.position.line
  }
}
