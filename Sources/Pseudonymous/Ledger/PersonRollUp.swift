import Codebook

/// How the answers of a person's contacts become the person's.
///
/// Source: the roll-ups of the codebook; see `Codebook.RollUp` for each.
struct PersonRollUp {
  /// A contact's answers.
  typealias Answers = [String: [String]]

  let codebook: Codebook

  /// The person's answers.
  ///
  /// - Parameters:
  ///   - contacts: The person's valid contacts in order of time, none later than the period.
  ///   - reference: The place of the first one about trafficking.
  /// - Returns: Codes by variable; every variable with codes has at least one.
  func run(_ contacts: [Answers], reference: Int) -> Answers {
    var person: Answers = [:]
    for variable in codebook.variables {
      if !variable.codes.isEmpty, let rollUp = variable.rollUp {
        let codes = self.codes(of: variable, rollUp, contacts, reference)
        person[variable.id] = codes.isEmpty ? Array(variable.missing.prefix(1)) : codes
      }
    }
    settleOnce(contacts.count, &person)
    for variable in codebook.variables where !variable.derivations.isEmpty {
      guard let origin = variable.derivedFrom.first,
        let code = variable.derived(from: person[origin] ?? [])
      else { continue }
      person[variable.id] = [code]
    }
    if let variable = codebook.variable("n_contacts"), let band = variable.band(of: contacts.count)
    {
      person[variable.id] = [band]
    }
    person["contact_validity"] = codebook.variable("contact_validity").map { _ in ["valid"] }
    return person
  }

  /// `once_only` is counted, never coded: the person's valid contacts are exactly one.
  private func settleOnce(_ count: Int, _ person: inout Answers) {
    guard let outcome = codebook.variable("outcome"), outcome.code("once_only") != nil else {
      return
    }
    var codes = Set(person[outcome.id] ?? [])
    if count == 1 {
      codes.insert("once_only")
      codes.subtract(outcome.missing)
    } else {
      codes.remove("once_only")
      if codes.isEmpty { codes.formUnion(outcome.missing.prefix(1)) }
    }
    person[outcome.id] = codes.sorted { outcome.order(of: $0) < outcome.order(of: $1) }
  }

  private func codes(
    of variable: Variable,
    _ rollUp: RollUp,
    _ contacts: [Answers],
    _ reference: Int
  ) -> [String] {
    let known = contacts.map { answers in
      (answers[variable.id] ?? []).filter { !variable.isMissing($0) && variable.code($0) != nil }
    }
    let first = known.first { !$0.isEmpty } ?? []
    switch rollUp {
    case .union:
      let all = Set(known.joined())
      return all.sorted { variable.order(of: $0) < variable.order(of: $1) }
    case .first: return first
    case .latest: return known.last { !$0.isEmpty } ?? []
    case .any, .strongest, .preferred:
      let strongest = variable.rollUpOrder.first { code in
        known.contains { $0.contains(code) }
      }
      return strongest.map { [$0] } ?? first
    case .asKnownAtFirstTraffickingContact:
      return known[reference...].first { !$0.isEmpty } ?? []
    case .atFirstTraffickingContact:
      return known[reference]
    }
  }
}
