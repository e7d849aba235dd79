import Classification
import Codebook
import Ledger

/// Forms that came after the night, laid over the codes that the ledger holds.
struct FormImport {
  /// What became of the forms.
  struct Outcome {
    /// Forms whose codes count now, or were kept as a second coding.
    var taken = 0
    /// Contacts that got other codes.
    var changed = 0
    /// Forms of a closed period: kept out, a closed figure never changes.
    var closed = 0
    /// The lines of forms whose contact the ledger does not hold.
    var unknown: [Int] = []
    /// How many codes differ from those that the ledger had, by variable.
    var disagreements: [String: (compared: Int, different: Int)] = [:]
  }

  let ledger: Ledger
  let coder: Coder

  /// Takes forms in, all of them or none.
  ///
  /// - Parameters:
  ///   - forms: The forms; a later one of the same contact goes before an earlier one, question by
  ///     question, also within one file. A second coder's later form replaces the earlier whole.
  ///   - name: The second coder; empty for the counsellors' own forms, which count at once.
  ///   - time: When, RFC 3339.
  /// - Returns: What became of them.
  /// - Throws: `LedgerError`.
  func run(_ forms: [FormFile.Form], coder name: String, at time: String) throws -> Outcome {
    var outcome = Outcome()
    var earlier = try ledger.lateForms()
    let revision = try ledger.beginRevision()
    for form in forms {
      guard let contact = try ledger.contact(form.token) else {
        outcome.unknown.append(form.line)
        continue
      }
      let assignments = coder.assignments(of: form.codes)
      compare(assignments, with: contact, &outcome)
      guard name.isEmpty else {
        let codes = assignments.map { ($0.variable, $0.codes) }
        try revision.keep(
          CodingForm(coder: name, codes: Dictionary(uniqueKeysWithValues: codes)),
          of: contact.token
        )
        outcome.taken += 1
        continue
      }
      guard try !revision.isClosed(contact) else {
        outcome.closed += 1
        continue
      }
      let before = earlier[contact.token]?.codes ?? [:]
      let whole = CodingForm(coder: "", codes: before.merging(form.codes) { $1 })
      earlier[contact.token] = whole
      try revision.keep(whole, of: contact.token)
      let codes = laid(assignments, over: contact.assignments)
      if codes != contact.assignments {
        outcome.changed += 1
        try revision.replace(contact, with: codes)
      }
      outcome.taken += 1
    }
    try revision.finish(
      "registrations",
      "\(name.isEmpty ? "forms" : "coder \(name)"): \(outcome.taken) taken, "
        + "\(outcome.changed) changed, \(outcome.closed) closed, \(outcome.unknown.count) unknown",
      at: time
    )
    return outcome
  }

  private func compare(
    _ form: [CodedContact.Assignment],
    with contact: LedgerContact,
    _ outcome: inout Outcome
  ) {
    for assignment in form {
      guard let held = contact.assignments.first(where: { $0.variable == assignment.variable })
      else { continue }
      let isDifferent = Set(held.codes) != Set(assignment.codes)
      outcome.disagreements[assignment.variable, default: (0, 0)].compared += 1
      outcome.disagreements[assignment.variable, default: (0, 0)].different += isDifferent ? 1 : 0
    }
  }

  /// The codes of the form where it decides, else those of before, in the codebook's order.
  private func laid(
    _ form: [CodedContact.Assignment],
    over held: [CodedContact.Assignment]
  ) -> [CodedContact.Assignment] {
    var codes: [String: CodedContact.Assignment] = [:]
    for assignment in held + form { codes[assignment.variable] = assignment }
    return coder.codebook.variables.compactMap { codes[$0.id] }
  }
}
