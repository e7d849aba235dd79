import Codebook
import Detection
import Pseudonymisation

/// Assigns a codebook's codes to sanitized contacts, each with who set it.
///
/// Compiled once from a codebook; one value serves all threads. The counsellor's registration beats
/// rules, rules beat readers of facts, both beat a model; where nothing holds, the variable's missing
/// code stands.
public struct Coder: Sendable {
  /// The codebook.
  public let codebook: Codebook
  let book: RuleBook
  private let steps: [CodingStep]
  /// What is asked where rules and readers are silent.
  private var model: CodingModel?

  /// Compiles a codebook's rules.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - model: What is asked where rules are silent; nothing where left out.
  public init(codebook: Codebook, model: CodingModel? = nil) {
    self.codebook = codebook
    self.model = model
    book = RuleBook(codebook)
    var steps: [CodingStep] = []
    for plan in codebook.plans {
      guard let place = codebook.variables.firstIndex(where: { $0.id == plan.variable }) else {
        continue
      }
      steps.append(CodingStep(plan, at: place, codebook))
    }
    self.steps = steps
  }

  /// The same coder with a model behind its rules.
  public func with(model: CodingModel) -> Coder {
    var other = self
    other.model = model
    return other
  }

  /// Codes a contact.
  ///
  /// Cost: linear in the text.
  public func code(_ contact: SanitizedContact) -> CodedContact {
    let reading = Reading(contact, book)
    guard let model else {
      return CodedContact(token: contact.token, assignments: assignments(reading) { _ in nil })
    }
    var row: [Int]?
    let assignments = assignments(reading) { step in
      guard model.speaks(of: step.variable.id) else { return nil }
      let known = row ?? model.row(of: CodingFeatures.names(reading))
      row = known
      return claimed(step, by: model, known)
    }
    return CodedContact(token: contact.token, assignments: assignments)
  }

  /// The assignments, in the codebook's order.
  ///
  /// - Parameters:
  ///   - reading: The contact.
  ///   - ask: Asked where a variable was asked for and nothing decided.
  /// - Returns: The assignments.
  func assignments(
    _ reading: Reading,
    otherwise ask: (CodingStep) -> CodedContact.Assignment?
  ) -> [CodedContact.Assignment] {
    var assignments = [CodedContact.Assignment?](
      repeating: nil,
      count: codebook.variables.count
    )
    for step in steps {
      if step.plan.reader == .age { reading.ages = AgeReader(reading) }
      let isAsked = step.isAsked(reading)
      if isAsked, !step.given.isEmpty { reading.seekFurther() }
      if let assignment = found(step, reading, isAsked: isAsked) ?? (isAsked ? ask(step) : nil) {
        assignments[step.place] = assignment
        for code in assignment.codes {
          reading.given[step.place] |= step.bit(of: code)
        }
        if step.isRole {
          reading.isAboutAnother = Self.reporters.contains(assignment.codes.first ?? "")
        }
      } else {
        let isSparse = reading.visitorWords < step.plan.sparse
        let otherwise = isSparse ? step.missing ?? step.otherwise : step.otherwise
        assignments[step.place] = otherwise.assignment
        reading.given[step.place] |= otherwise.bits
        if step.isRole { reading.isAboutAnother = false }
      }
    }
    return assignments.compactMap { $0 }
  }

  /// What a model claims of a variable, each code with its probability; `nil` where it abstains.
  private func claimed(
    _ step: CodingStep,
    by model: CodingModel,
    _ row: [Int]
  ) -> CodedContact.Assignment? {
    let claims = model.claims(step.variable, row)
    guard !claims.isEmpty else { return nil }
    return CodedContact.Assignment(
      variable: step.variable.id,
      codes: claims.map(\.code),
      evidence: claims.map { claim in
        let hundredths = min(99, Int(claim.probability * 100))
        return CodedContact.Evidence(
          source: .model,
          rule: "linear 0.\(hundredths < 10 ? "0" : "")\(hundredths)",
          message: nil
        )
      }
    )
  }

  /// The roles of those who speak of another.
  private static let reporters: Set<String> = ["other_known", "professional", "parent_carer"]

  /// What registration, rules or readers say of a variable; `nil` where they say nothing.
  private func found(
    _ step: CodingStep,
    _ reading: Reading,
    isAsked: Bool
  ) -> CodedContact.Assignment? {
    if let registered = registered(step, reading.contact.registration) { return registered }
    guard isAsked else { return nil }
    var found = byRules(step, reading)
    if let reader = step.plan.reader {
      found = FactReader(reader: reader, step: step).read(reading, rules: found)
    }
    guard !found.isEmpty else { return nil }
    return CodedContact.Assignment(
      variable: step.variable.id,
      codes: found.map(\.code),
      evidence: found.map(\.evidence)
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
  private func registered(
    _ step: CodingStep,
    _ form: [String: [String]]
  ) -> CodedContact.Assignment? {
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
  private func byRules(_ step: CodingStep, _ reading: Reading) -> [Finding] {
    let sums = sums(step, reading)
    guard !sums.isEmpty else { return [] }
    var found: [Finding] = []
    for sum in sums where sum.weight >= step.plan.least - 1e-9 && sum.strongest >= 0 {
      let hit = reading.hitsOfRule[sum.strongest].first.map { reading.hits[$0] }
      found.append(
        Finding(
          code: step.variable.codes[sum.code].id,
          weight: sum.weight,
          evidence: CodedContact.Evidence(
            source: .rule,
            rule: book.rules[sum.strongest].id,
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

  /// What the rules for a code add up to, and the heaviest of them; -1 where none speaks for it.
  private struct Sum {
    let code: Int
    var weight: Double
    var strongest: Int
  }

  /// The sums of the codes for which a rule holds, in the codebook's order.
  private func sums(_ step: CodingStep, _ reading: Reading) -> [Sum] {
    var sums: [Sum] = []
    let hits = reading.hitsOfRule
    let given = reading.given
    for (rule, code) in book.rulesByVariable[step.place]
    where book.holds(rule, hits, given: given) {
      let weight = book.weights[rule]
      let place = sums.firstIndex { $0.code >= code } ?? sums.count
      if place == sums.count || sums[place].code != code {
        sums.insert(Sum(code: code, weight: 0, strongest: -1), at: place)
      }
      sums[place].weight += weight
      let best = sums[place].strongest
      if weight > 0, best < 0 || weight > book.weights[best] { sums[place].strongest = rule }
    }
    return sums
  }
}
