import Classification
import Pseudonymisation

extension Ledger {
  /// The codes and evidence of assignments, packed for a row.
  ///
  /// Codes are code numbers. Evidence has, for each code in the same order, source, rule and
  /// message + 1.
  func pack(
    _ assignments: [CodedContact.Assignment]
  ) throws(LedgerError) -> (codes: [UInt8], evidence: [UInt8]) {
    var codes = PackedNumbers()
    var evidence = PackedNumbers()
    var place = 0
    for assignment in assignments {
      for (index, code) in assignment.codes.enumerated() {
        codes.append(
          try vocabulary.number(variable: assignment.variable, code: code, at: place)
        )
        let setter = assignment.evidence.indices.contains(index) ? assignment.evidence[index] : nil
        evidence.append(Self.number(of: setter?.source ?? .missing))
        evidence.append(try vocabulary.number(rule: setter?.rule ?? "", at: place))
        evidence.append((setter?.message ?? -1) + 1)
        place += 1
      }
    }
    return (codes.bytes, evidence.bytes)
  }

  /// The assignments of a row.
  func unpack(
    codes: [UInt8],
    evidence: [UInt8]
  ) throws(LedgerError) -> [CodedContact.Assignment] {
    guard let codes = PackedNumbers.unpack(codes),
      let evidence = PackedNumbers.unpack(evidence), evidence.count == 3 * codes.count
    else { throw .damagedRow(table: "contacts") }
    var assignments: [CodedContact.Assignment] = []
    var variable = ""
    var group: (codes: [String], evidence: [CodedContact.Evidence]) = ([], [])
    func close() {
      guard !group.codes.isEmpty else { return }
      assignments.append(
        CodedContact.Assignment(variable: variable, codes: group.codes, evidence: group.evidence)
      )
      group = ([], [])
    }
    for (index, number) in codes.enumerated() {
      guard let word = vocabulary.code(number), let rule = vocabulary.rule(evidence[3 * index + 1])
      else { throw .damagedRow(table: "contacts") }
      if word.variable != variable { close() }
      variable = word.variable
      group.codes.append(word.code)
      group.evidence.append(
        CodedContact.Evidence(
          source: Self.source(of: evidence[3 * index]),
          rule: rule,
          message: evidence[3 * index + 2] == 0 ? nil : evidence[3 * index + 2] - 1
        )
      )
    }
    close()
    return assignments
  }

  private static let columns = """
    SELECT token, digest, year, quarter, ordinal, channel, minutes, messages, links, codes,
      evidence FROM contacts
    """

  /// Gives every contact to a closure, ordered by token.
  public func forEachContact(
    _ body: (LedgerContact) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let query = try connection.prepare("\(Self.columns) ORDER BY token")
    while try query.step() { try body(try contact(of: query)) }
  }

  /// A contact; `nil` where the ledger does not hold it.
  public func contact(_ token: String) throws(LedgerError) -> LedgerContact? {
    let query = try connection.prepare("\(Self.columns) WHERE token = ?")
    try query.bind(.text(token))
    defer { query.reset() }
    return try query.step() ? try contact(of: query) : nil
  }

  private func contact(of query: Statement) throws(LedgerError) -> LedgerContact {
    LedgerContact(
      token: query.text(0),
      digest: query.bytes(1),
      quarter: Quarter(year: query.integer(2), month: query.integer(3) * 3),
      ordinal: query.integer(4),
      channel: query.text(5),
      minutes: query.integer(6),
      messages: query.integer(7),
      encryptedLinks: query.bytes(8),
      assignments: try unpack(codes: query.bytes(9), evidence: query.bytes(10))
    )
  }

  /// The digest of the codebook under which a contact was coded; empty for an unknown one.
  public func codebookDigest(ofContact token: String) throws(LedgerError) -> String {
    let query = try connection.prepare(
      """
      SELECT coalesce(recoded.codebook, runs.codebook)
        FROM contacts JOIN inputs ON inputs.number = contacts.input
        JOIN runs ON runs.number = inputs.run
        LEFT JOIN recoded ON recoded.contact = contacts.token WHERE token = ?
      """
    )
    try query.bind(.text(token))
    return try query.step() ? query.text(0) : ""
  }

  private static func number(of source: CodedContact.Evidence.Source) -> Int {
    switch source {
    case .registration: 0
    case .rule: 1
    case .model: 2
    case .missing: 3
    }
  }

  private static func source(of number: Int) -> CodedContact.Evidence.Source {
    switch number {
    case 0: .registration
    case 1: .rule
    case 2: .model
    default: .missing
    }
  }
}
