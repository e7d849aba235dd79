import Codebook

/// What becomes of a contact's codes when its transcript is coded anew.
///
/// A transcript holds bands, never numbers: what was read from a number (an age, a length of time,
/// minutes, messages) keeps its value, unless a person registered another or a rule that reads words
/// decided then and decides now.
public struct Recoding: Sendable {
  private let coder: Coder
  private let readers: [String: CodingPlan.Reader]

  /// The readers of numbers that no transcript holds.
  private static let numberReaders: Set<CodingPlan.Reader> = [
    .age, .ageBand, .duration, .minutes, .messages,
  ]

  /// Prepares to code anew.
  ///
  /// - Parameter coder: The coder of the new codebook.
  public init(coder: Coder) {
    self.coder = coder
    var readers: [String: CodingPlan.Reader] = [:]
    for plan in coder.codebook.plans { readers[plan.variable] = plan.reader }
    self.readers = readers
  }

  /// The codes from now on, in the codebook's order.
  ///
  /// - Parameters:
  ///   - old: The codes so far.
  ///   - new: Those of the transcript under the new codebook.
  /// - Returns: New codes, but for what keeps its value.
  public func codes(
    old: [CodedContact.Assignment],
    new: [CodedContact.Assignment]
  ) -> [CodedContact.Assignment] {
    var before: [String: CodedContact.Assignment] = [:]
    for assignment in old { before[assignment.variable] = assignment }
    var after: [String: CodedContact.Assignment] = [:]
    for assignment in new { after[assignment.variable] = assignment }
    return coder.codebook.variables.compactMap { variable in
      guard let kept = before[variable.id] else { return after[variable.id] }
      guard let fresh = after[variable.id] else {
        return isNumberBased(variable) && exists(kept, variable) ? kept : nil
      }
      return keeps(kept, against: fresh, of: variable) ? kept : fresh
    }
  }

  private func keeps(
    _ old: CodedContact.Assignment,
    against new: CodedContact.Assignment,
    of variable: Variable
  ) -> Bool {
    guard isNumberBased(variable), exists(old, variable) else { return false }
    if new.isRegistered { return false }
    return old.isRegistered || !(old.isByWords && new.isByWords)
  }

  private func isNumberBased(_ variable: Variable) -> Bool {
    variable.kind == .int || readers[variable.id].map(Self.numberReaders.contains) == true
  }

  private func exists(_ assignment: CodedContact.Assignment, _ variable: Variable) -> Bool {
    variable.kind == .int
      || assignment.codes.allSatisfy { variable.code($0) != nil || variable.isMissing($0) }
  }
}

extension CodedContact.Assignment {
  /// Whether a person set it.
  public var isRegistered: Bool { evidence.contains { $0.source == .registration } }

  /// Whether a rule that reads words set it, no reader of numbers.
  fileprivate var isByWords: Bool {
    evidence.allSatisfy { $0.source == .rule && !$0.rule.hasPrefix("fact.") }
  }
}
