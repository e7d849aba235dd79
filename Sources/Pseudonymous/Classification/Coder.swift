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
  private let steps: [Step]

  /// One variable to code; a class, so that it is not copied for every contact.
  final class Step: Sendable {
    let plan: CodingPlan
    let variable: Variable
    /// The variable's place in the codebook.
    let place: Int
    let given: [CompiledRule.Demand]
    /// The variable that it is derived from, and its place.
    let origin: Variable?
    let originPlace: Int

    init(_ plan: CodingPlan, at place: Int, _ codebook: Codebook) {
      self.plan = plan
      self.place = place
      variable = codebook.variables[place]
      given = plan.given.compactMap { CompiledRule.Demand($0, codebook) }
      // The count of exploiters is read from their relations.
      let source = plan.reader == .count ? "exploiter_relation" : variable.derivedFrom.first ?? ""
      originPlace = codebook.variables.firstIndex { $0.id == source } ?? -1
      origin = originPlace >= 0 ? codebook.variables[originPlace] : nil
    }

    /// Tells whether the codes given so far ask for this variable.
    func isAsked(_ reading: borrowing Reading) -> Bool {
      given.allSatisfy { reading.given[$0.variable] & $0.codes != 0 }
    }
  }

  /// Compiles a codebook's rules.
  public init(codebook: Codebook) {
    self.codebook = codebook
    book = RuleBook(codebook)
    var steps: [Step] = []
    for plan in codebook.plans {
      guard let place = codebook.variables.firstIndex(where: { $0.id == plan.variable }) else {
        continue
      }
      steps.append(Step(plan, at: place, codebook))
    }
    self.steps = steps
  }

  /// Codes a contact.
  ///
  /// Cost: linear in the text.
  public func code(_ contact: SanitizedContact) -> CodedContact {
    var reading = Reading(contact, book)
    var assignments = [CodedContact.Assignment?](
      repeating: nil,
      count: codebook.variables.count
    )
    for place in steps.indices {
      if steps[place].plan.reader == .age { reading.ages = AgeReader(reading) }
      if !steps[place].given.isEmpty, steps[place].isAsked(reading) { reading.seekFurther() }
      let assignment = assign(steps[place], reading)
      let variable = steps[place].place
      for code in assignment.codes {
        let number = steps[place].variable.order(of: code)
        if number < 64 { reading.given[variable] |= 1 << UInt64(number) }
      }
      if assignment.variable == "contact_role" {
        reading.isAboutAnother = Self.reporters.contains(assignment.codes.first ?? "")
      }
      assignments[variable] = assignment
    }
    return CodedContact(token: contact.token, assignments: assignments.compactMap { $0 })
  }

  /// The roles of those who speak of another.
  private static let reporters: Set<String> = ["other_known", "professional", "parent_carer"]

  private func assign(_ step: Step, _ reading: Reading) -> CodedContact.Assignment {
    if let registered = registered(step, reading.contact.registration) { return registered }
    if step.isAsked(reading) {
      var found = byRules(step, reading)
      if let reader = step.plan.reader {
        found = FactReader(reader: reader, step: step).read(reading, rules: found)
      }
      if !found.isEmpty {
        return CodedContact.Assignment(
          variable: step.variable.id,
          codes: found.map(\.code),
          evidence: found.map(\.evidence)
        )
      }
    }
    let evidence = CodedContact.Evidence(source: .missing, rule: "", message: nil)
    if reading.visitorWords < step.plan.sparse, let missing = step.variable.missing.first {
      return CodedContact.Assignment(
        variable: step.variable.id,
        codes: [missing],
        evidence: [evidence]
      )
    }
    let otherwise = step.plan.otherwise
    return CodedContact.Assignment(
      variable: step.variable.id,
      codes: otherwise.isEmpty ? [] : [otherwise],
      evidence: otherwise.isEmpty ? [] : [evidence]
    )
  }

  /// The codes of a form alone, each with the form as its source, in the codebook's order.
  ///
  /// - Parameter form: Codes by variable, as they passed the wall.
  /// - Returns: An assignment for each variable on which the form decides.
  public func assignments(of form: [String: [String]]) -> [CodedContact.Assignment] {
    steps.sorted { $0.place < $1.place }.compactMap { registered($0, form) }
  }

  /// What a person registered, where the codebook knows the codes.
  ///
  /// A number that was registered gives the band of the variable that is derived from it.
  private func registered(_ step: Step, _ form: [String: [String]]) -> CodedContact.Assignment? {
    guard !form.isEmpty else { return nil }
    let variable = step.variable
    var values = form[variable.id] ?? []
    if values.isEmpty, let origin = step.origin, origin.kind == .int {
      let numbers = (form[origin.id] ?? []).compactMap { Int($0) }
      if numbers.count == 1, let band = origin.band(of: numbers[0]) { values = [band] }
    }
    guard !values.isEmpty else { return nil }
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
  private func byRules(_ step: Step, _ reading: Reading) -> [Finding] {
    let codes = step.variable.codes
    var weights = [Double](repeating: 0, count: codes.count)
    var strongest = [Int](repeating: -1, count: codes.count)
    for (rule, code) in book.rulesByVariable[step.place] where reading.holds(rule) {
      let weight = book.compiled[rule].weight
      weights[code] += weight
      let best = strongest[code]
      if weight > 0, best < 0 || weight > book.compiled[best].weight { strongest[code] = rule }
    }
    var found: [Finding] = []
    for code in codes.indices
    where weights[code] >= step.plan.least - 1e-9 && strongest[code] >= 0 {
      let rule = strongest[code]
      let hit = reading.hitsOfRule[rule].first.map { reading.hits[$0] }
      found.append(
        Finding(
          code: codes[code].id,
          weight: weights[code],
          evidence: CodedContact.Evidence(
            source: .rule,
            rule: book.rules[rule].id,
            message: hit.map { reading.stream.indices[$0.message] }
          )
        )
      )
    }
    if found.contains(where: { $0.weight >= 1 - 1e-9 }) {
      found.removeAll { $0.weight < 1 - 1e-9 }
    } else if let heaviest = found.map(\.weight).max() {
      found.removeAll { $0.weight < heaviest }
    }
    if step.variable.kind == .multi {
      let known = found.filter { !step.variable.isMissing($0.code) && $0.code != "none" }
      return known.isEmpty ? Array(found.prefix(1)) : known
    }
    guard var best = found.first else { return [] }
    for finding in found where finding.weight > best.weight { best = finding }
    return [best]
  }
}
