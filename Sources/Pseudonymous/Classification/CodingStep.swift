import Codebook

/// One variable to code, with what is said of it where nothing is found.
final class CodingStep: Sendable {
  /// What is said where nothing is found.
  struct Otherwise: Sendable {
    let assignment: CodedContact.Assignment
    /// The code, as a bit by its place.
    let bits: UInt64
  }

  let plan: CodingPlan
  let variable: Variable
  /// The variable's place in the codebook.
  let place: Int
  let given: [CompiledRule.Demand]
  /// The variable that it is derived from, and its place.
  let origin: Variable?
  let originPlace: Int
  /// Whether it is the variable that tells of whom the visitor speaks.
  let isRole: Bool
  /// The plan's code, or no code.
  let otherwise: Otherwise
  /// The first missing code, for visitors who wrote next to nothing.
  let missing: Otherwise?

  init(_ plan: CodingPlan, at place: Int, _ codebook: Codebook) {
    self.plan = plan
    self.place = place
    let variable = codebook.variables[place]
    self.variable = variable
    given = plan.given.compactMap { CompiledRule.Demand($0, codebook) }
    // The count of exploiters is read from their relations.
    let source = plan.reader == .count ? "exploiter_relation" : variable.derivedFrom.first ?? ""
    originPlace = codebook.variables.firstIndex { $0.id == source } ?? -1
    origin = originPlace >= 0 ? codebook.variables[originPlace] : nil
    isRole = variable.id == "contact_role"
    otherwise = Self.otherwise(plan.otherwise, variable)
    missing = variable.missing.first.map { Self.otherwise($0, variable) }
  }

  private static func otherwise(_ code: String, _ variable: Variable) -> Otherwise {
    let evidence = CodedContact.Evidence(source: .missing, rule: "", message: nil)
    return Otherwise(
      assignment: CodedContact.Assignment(
        variable: variable.id,
        codes: code.isEmpty ? [] : [code],
        evidence: code.isEmpty ? [] : [evidence]
      ),
      bits: code.isEmpty ? 0 : Self.bit(of: code, variable)
    )
  }

  private static func bit(of code: String, _ variable: Variable) -> UInt64 {
    let number = variable.order(of: code)
    return number < 64 ? 1 << UInt64(number) : 0
  }

  /// A code as a bit by its place.
  func bit(of code: String) -> UInt64 { Self.bit(of: code, variable) }

  /// Tells whether the codes given so far ask for this variable.
  func isAsked(_ reading: Reading) -> Bool {
    given.allSatisfy { reading.given[$0.variable] & $0.codes != 0 }
  }
}
