import Classification
import Codebook
import Ledger

/// Why a contact has its codes, in lines for the steward: who set each, and where; never text.
enum CodeExplanation {
  /// Writes the lines, each ended.
  ///
  /// - Parameters:
  ///   - assignments: The contact's codes with their evidence.
  ///   - id: How the contact is called: its id for the steward, or its token.
  ///   - codebook: The codebook's edition under which it was coded; the rules' version.
  /// - Returns: The lines.
  static func lines(
    _ assignments: [CodedContact.Assignment],
    of id: String,
    codebook: String
  ) -> String {
    let width = assignments.map(\.variable.count).max() ?? 0
    var lines = ["contact \(id): codebook \(codebook)"]
    for assignment in assignments {
      for (code, evidence) in zip(assignment.codes, assignment.evidence) {
        let variable = assignment.variable.padding(to: width)
        lines.append("  \(variable) = \(code): \(source(evidence))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Prints what the ledger holds.
  ///
  /// - Parameters:
  ///   - ledger: The line's ledger.
  ///   - token: The only contact to print; `nil` for all.
  ///   - codebook: Today's codebook.
  ///   - console: Where to print.
  /// - Returns: Whether any contact was printed.
  /// - Throws: `LedgerError`.
  static func print(
    _ ledger: Ledger,
    only token: String?,
    codebook: Codebook,
    on console: Console
  ) throws -> Bool {
    var found = false
    let editions = [try codebook.fingerprint(): try codebook.edition()]
    try ledger.forEachContact { (contact) throws(LedgerError) in
      if let token, token != contact.token { return }
      found = true
      let digest = try ledger.codebookDigest(ofContact: contact.token)
      // The ledger knows earlier codebooks by their fingerprint alone.
      let edition = editions[digest] ?? "+\(Codebook.short(digest))"
      console.write(
        Array(lines(contact.assignments, of: contact.token, codebook: edition).utf8)
      )
    }
    return found
  }

  private static func source(_ evidence: CodedContact.Evidence) -> String {
    let place = evidence.message.map { ", message \($0)" } ?? ""
    return switch evidence.source {
    case .registration: "the counsellor's registration"
    case .rule: "rule \(evidence.rule)\(place)"
    case .model: "model \(evidence.rule)\(place)"
    case .missing: "nothing told"
    }
  }
}

extension String {
  /// The text with blanks behind it, at least `width` characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
