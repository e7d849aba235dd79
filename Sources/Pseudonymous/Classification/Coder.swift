import Codebook
import Detection
import Pseudonymisation

/// Assigns a codebook's codes to sanitized contacts, each with who set it.
///
/// Compiled once from a codebook; one value serves all threads. The counsellor's registration beats
/// rules, rules beat readers of facts; where nothing holds, the variable's missing code stands.
public struct Coder: Sendable {
  /// The codebook.
  public let codebook: Codebook
  let book: RuleBook

  /// Compiles a codebook's rules.
  public init(codebook: Codebook) {
    self.codebook = codebook
    book = RuleBook(codebook)
  }

  /// Codes a contact.
  ///
  /// Cost: linear in the text.
  public func code(_ contact: SanitizedContact) -> CodedContact {
    var reading = Reading(contact, book)
    var assignments: [String: CodedContact.Assignment] = [:]
    for plan in codebook.plans {
      guard let variable = codebook.variable(plan.variable) else { continue }
      let assignment = assign(variable, plan, reading)
      reading.codes[variable.id] = assignment.codes
      assignments[variable.id] = assignment
    }
    return CodedContact(
      token: contact.token,
      assignments: codebook.variables.compactMap { assignments[$0.id] }
    )
  }

  private func assign(
    _ variable: Variable,
    _ plan: CodingPlan,
    _ reading: Reading
  ) -> CodedContact.Assignment {
    if let registered = registered(variable, reading.contact) { return registered }
    if reading.holds(plan.given) {
      var found = byRules(variable, plan, reading)
      if let reader = plan.reader {
        found = FactReader(reader, codebook).read(variable, reading, rules: found)
      }
      if !found.isEmpty {
        return CodedContact.Assignment(
          variable: variable.id,
          codes: found.map(\.code),
          evidence: found.map(\.evidence)
        )
      }
    }
    let evidence = CodedContact.Evidence(source: .missing, rule: "", message: nil)
    if reading.visitorWords < plan.sparse, let missing = variable.missing.first {
      return CodedContact.Assignment(
        variable: variable.id,
        codes: [missing],
        evidence: [evidence]
      )
    }
    return CodedContact.Assignment(
      variable: variable.id,
      codes: plan.otherwise.isEmpty ? [] : [plan.otherwise],
      evidence: plan.otherwise.isEmpty ? [] : [evidence]
    )
  }

  /// What the counsellor registered, where the codebook knows the codes.
  private func registered(
    _ variable: Variable,
    _ contact: SanitizedContact
  ) -> CodedContact.Assignment? {
    guard let values = contact.registration[variable.id] else { return nil }
    let codes: [String]
    switch variable.kind {
    case .single, .multi:
      codes = values.filter { variable.code($0) != nil }
        .sorted { variable.order(of: $0) < variable.order(of: $1) }
      if codes.isEmpty || (variable.kind == .single && codes.count > 1) { return nil }
    case .int:
      guard values.count == 1, let number = Int(values[0]), number >= 0 else { return nil }
      codes = [String(number)]
    case .token, .date: return nil
    }
    let evidence = CodedContact.Evidence(source: .registration, rule: "", message: nil)
    return CodedContact.Assignment(
      variable: variable.id,
      codes: codes,
      evidence: codes.map { _ in evidence }
    )
  }

  /// A code with what it weighs and who set it.
  struct Finding {
    let code: String
    let weight: Double
    let evidence: CodedContact.Evidence
  }

  /// The codes whose rules add up to 1 or more, in the codebook's order.
  ///
  /// Where there is none, the heaviest that reaches the plan's least. For a variable with one
  /// answer the heaviest, the first in order among equals.
  private func byRules(
    _ variable: Variable,
    _ plan: CodingPlan,
    _ reading: Reading
  ) -> [Finding] {
    var weights: [String: Double] = [:]
    var strongest: [String: (weight: Double, evidence: CodedContact.Evidence)] = [:]
    for holding in reading.holdings {
      let rule = book.rules[holding.rule]
      for target in rule.codes where target.variable == variable.id {
        guard reading.holds(rule.given),
          !rule.notGiven.contains(where: { $0.holds(for: reading.codes[$0.variable] ?? []) })
        else { continue }
        let code = target.codes[0]
        weights[code, default: 0] += rule.weight
        if rule.weight > strongest[code]?.weight ?? 0 {
          let message = holding.messages.first.map { reading.stream.indices[$0] }
          strongest[code] = (
            rule.weight,
            CodedContact.Evidence(source: .rule, rule: rule.id, message: message)
          )
        }
      }
    }
    var found: [Finding] = []
    for code in variable.codes {
      guard let weight = weights[code.id], weight >= plan.least - 1e-9,
        let evidence = strongest[code.id]?.evidence
      else { continue }
      found.append(Finding(code: code.id, weight: weight, evidence: evidence))
    }
    if found.contains(where: { $0.weight >= 1 - 1e-9 }) {
      found.removeAll { $0.weight < 1 - 1e-9 }
    } else if let heaviest = found.map(\.weight).max() {
      found.removeAll { $0.weight < heaviest }
    }
    if variable.kind == .multi {
      let known = found.filter { !variable.isMissing($0.code) && $0.code != "none" }
      return known.isEmpty ? Array(found.prefix(1)) : known
    }
    guard var best = found.first else { return [] }
    for finding in found where finding.weight > best.weight { best = finding }
    return [best]
  }
}
