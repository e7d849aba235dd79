import Classification

/// The chance that a code is wrong, learnt from what was coded twice.
struct DoubtRates {
  /// What set a code: second codings differ more where nothing told than where a rule held.
  private struct Kind: Hashable {
    let variable: String
    let source: CodedContact.Evidence.Source
  }

  private var counts: [Kind: (compared: Int, different: Int)] = [:]

  mutating func add(_ first: CodedContact.Assignment, second: [String]) {
    let kind = Kind(variable: first.variable, source: first.evidence.first?.source ?? .missing)
    counts[kind, default: (0, 0)].compared += 1
    if Set(first.codes) != Set(second) { counts[kind, default: (0, 0)].different += 1 }
  }

  func chance(_ assignment: CodedContact.Assignment) -> Double {
    let source = assignment.evidence.first?.source ?? .missing
    guard source != .registration else { return 0 }
    let found = counts[Kind(variable: assignment.variable, source: source)] ?? (0, 0)
    return Double(found.different + 1) / Double(found.compared + 4)
  }
}
