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
    /// Codes by who set them.
    let sources: [CodedContact.Evidence.Source: Int]
    /// The contact's own values that stand in its transcript all the same.
    let leaks: [LeakHit]
  }

  let detector: Detector
  let pseudonymiser: Pseudonymiser
  let coder: Coder
  let keyring: Keyring
  let versions: Night.Versions
  let register: [TransformationRow]
  /// A watch that knows no value yet.
  let blank: LeakWatch

  /// The same line with a model behind its rules.
  func with(model: CodingModel) -> AssemblyLine {
    AssemblyLine(
      detector: detector,
      pseudonymiser: pseudonymiser,
      coder: coder.with(model: model),
      keyring: keyring,
      versions: versions,
      register: register,
      blank: blank
    )
  }

  /// The same line under keys that end with it.
  func isolated() throws -> AssemblyLine {
    let keyring = Keyring.ephemeral()
    return AssemblyLine(
      detector: detector,
      pseudonymiser: pseudonymiser.with(keyring: keyring),
      coder: coder,
      keyring: keyring,
      versions: versions,
      register: register,
      blank: blank
    )
  }

  /// Takes a contact through all stages.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What the detector found in it.
  ///   - watch: Learns the contact's values, to be looked for in every transcript of the night.
  /// - Returns: What it became.
  /// - Throws: Where a wall or a key refuses; the night is then given up whole.
  func product(of contact: RawContact, findings: [Finding], watch: inout LeakWatch) throws
    -> Product
  {
    let names = watch.ownNames(of: contact, findings: findings)
    let own = watch.findings(of: names, in: contact)
    let sanitized = try pseudonymiser.sanitize(contact, findings: findings + own)
    let coded = coder.code(sanitized)
    var transcript = TranscriptLines()
    transcript.append(sanitized)
    watch.add(contact, findings: findings)
    let links = try pseudonymiser.links(of: contact, findings: findings)
    let column = LinkColumn.text(strong: links.strong, weak: links.weak)
    return Product(
      position: contact.position,
      line: contact.line,
      entry: LedgerContact(
        contact: sanitized,
        coded: coded,
        digest: try InputDigest.ofLine(contact.line.bytes, keyring: keyring),
        ordinal: Self.ordinal(of: contact),
        encryptedLinks: column.isEmpty ? [] : try keyring.sealForColumn(column.span)
      ),
      transcript: transcript,
      findings: findings.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 },
      sources: coded.assignments.lazy.flatMap(\.evidence).reduce(into: [:]) {
        $0[$1.source, default: 0] += 1
      },
      leaks: watch.hits(of: names, in: sanitized)
    )
  }

  /// Takes a contact through the first wall.
  ///
  /// - Parameter contact: The contact.
  /// - Returns: The contact behind the wall.
  /// - Throws: `PseudonymisationError`.
  func sanitized(_ contact: RawContact) throws -> SanitizedContact {
    let findings = detector.findings(in: contact.conversation)
    return try pseudonymiser.sanitize(
      contact,
      findings: findings
        + blank.findings(of: blank.ownNames(of: contact, findings: findings), in: contact)
    )
  }

  /// Whether a contact's visitor is kept out, before anything of it is coded.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What the detector found in it.
  ///   - marks: The ledger's marks.
  /// - Returns: Why; `nil` where the contact is taken in.
  /// - Throws: `PseudonymisationError`.
  func barring(of contact: RawContact, findings: [Finding], marks: Set<String>) throws -> Barring? {
    if marks.isEmpty { return nil }
    return try Barring.allCases.first { barring in
      try !marks.isDisjoint(
        with: pseudonymiser.marks(of: contact, findings: findings, barring)
      )
    }
  }

  /// The pseudonym of a contact's id.
  func token(of contact: RawContact) throws -> String {
    try keyring.contactToken(of: contact.id.bytes.span)
  }

  /// Takes a contact through all stages and gives its codes alone.
  func coded(_ contact: RawContact) throws -> CodedContact {
    coder.code(try sanitized(contact))
  }

  /// Orders a visitor's contacts within a quarter: by day, then by place in the inputs.
  ///
  /// No finer time than the day passes the wall.
  private static func ordinal(of contact: RawContact) -> Int {
    let day = (contact.startedAt.month - 1) % 3 * 31 + contact.startedAt.day - 1
    return (day << 48) | (contact.position.input << 24) | contact.position.line
  }
}
