import Codebook
import Detection

/// A coding rule as numbers: what the coder looks at for every contact.
struct CompiledRule: Sendable {
  /// A code as the places of its variable and of itself in the codebook.
  struct Target: Sendable {
    let variable: Int
    let code: Int
  }

  /// Codes of one variable of which one must be given: a bit a code.
  struct Demand: Sendable {
    let variable: Int
    let codes: UInt64

    /// Compiles a condition; `nil` where the codebook lacks the variable.
    init?(_ condition: Condition, _ codebook: Codebook) {
      guard let place = codebook.variables.firstIndex(where: { $0.id == condition.variable }) else {
        return nil
      }
      variable = place
      codes = condition.codes.reduce(0) { bits, code in
        let number = codebook.variables[place].order(of: code)
        return number < 64 ? bits | 1 << UInt64(number) : bits
      }
    }
  }

  let targets: [Target]
  let given: [Demand]
  let notGiven: [Demand]
  let weight: Double
  let speaker: CodingRule.Speaker
  let negation: CodingRule.Guard
  let hypothetical: CodingRule.Guard
  let hasPhrases: Bool
  let hasQuestion: Bool
  let hasContext: Bool
  /// Whether a match tells of exploitation: a form or a means of control.
  let isExploitation: Bool
  /// Whether a match tells of a form of exploitation.
  let isForm: Bool
  /// Whether it speaks only for variables that are coded under a condition, so that it need not be
  /// looked for where none of the conditions holds.
  let isFurther: Bool

  /// Compiles a rule; codes that the codebook lacks are left out.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - codebook: Its codebook.
  ///   - further: The variables that are coded under a condition.
  init(_ rule: CodingRule, _ codebook: Codebook, further: Set<String>) {
    isFurther = rule.codes.allSatisfy { further.contains($0.variable) }
    targets = rule.codes.compactMap { condition in
      guard let place = codebook.variables.firstIndex(where: { $0.id == condition.variable }),
        let code = codebook.variables[place].codes.firstIndex(where: { $0.id == condition.codes[0] }
        )
      else { return nil }
      return Target(variable: place, code: code)
    }
    given = rule.given.compactMap { Demand($0, codebook) }
    notGiven = rule.notGiven.compactMap { Demand($0, codebook) }
    weight = rule.weight
    speaker = rule.speaker
    negation = rule.negation
    hypothetical = rule.hypothetical
    hasPhrases = !rule.phrases.isEmpty
    hasQuestion = !rule.asked.isEmpty
    hasContext = !rule.also.isEmpty
    isForm = rule.weight > 0 && rule.codes.contains { $0.variable == "exploit_form" }
    isExploitation =
      rule.weight > 0
      && rule.codes.contains { $0.variable == "exploit_form" || $0.variable == "control_means" }
  }
}
