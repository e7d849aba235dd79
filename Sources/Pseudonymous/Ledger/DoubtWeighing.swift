import Classification
import Codebook

/// Weighs what stands in a contact.
struct DoubtWeighing {
  let codebook: Codebook
  let rates: DoubtRates
  /// The figures that need each variable.
  private let figures: [String: Double]
  private let plans: [String: CodingPlan]

  init(codebook: Codebook, rates: DoubtRates) {
    self.codebook = codebook
    self.rates = rates
    var figures: [String: Double] = [:]
    for variable in codebook.variables {
      let derived = codebook.variables.filter { $0.derivedFrom.contains(variable.id) }
      let needed = Set(variable.figures + derived.flatMap(\.figures))
      figures[variable.id] = Double(needed.count)
    }
    for condition in codebook.population("P3")?.conditions ?? [] {
      figures[condition.variable] = Double(codebook.figures.count)
    }
    self.figures = figures
    var plans: [String: CodingPlan] = [:]
    for plan in codebook.plans { plans[plan.variable] = plan }
    self.plans = plans
  }

  func doubt(_ contact: LedgerContact) -> CodingDoubt {
    var codes: [String: [String]] = [:]
    for assignment in contact.assignments { codes[assignment.variable] = assignment.codes }
    let parts = contact.assignments.compactMap { assignment -> CodingDoubt.Part? in
      // A variable that the codes before do not ask for is not in doubt.
      guard let plan = plans[assignment.variable],
        plan.given.allSatisfy({ $0.holds(for: codes[$0.variable] ?? []) })
      else { return nil }
      let weight = rates.chance(assignment) * (figures[assignment.variable] ?? 0)
      guard weight > 0 else { return nil }
      return CodingDoubt.Part(
        variable: assignment.variable,
        codes: assignment.codes,
        weight: weight
      )
    }
    let contradictions = codebook.contradictions
      .filter { $0.holds { codes[$0] ?? [] } }.map(\.id)
    return CodingDoubt(
      contact: contact.token,
      weight: parts.reduce(Double(contradictions.count)) { $0 + $1.weight },
      parts: parts.sorted {
        $0.weight == $1.weight ? $0.variable < $1.variable : $0.weight > $1.weight
      },
      contradictions: contradictions
    )
  }
}
