import Codebook

/// How far two readers of the same contacts agree on a variable, as far as it may be said.
///
/// Only `DisclosureControl` makes one. Nothing is said on fewer contacts than the plan's minimum
/// base, and nothing where the band would narrow how many contacts got a code (`AgreementAudit`).
public struct ReleasableAgreement: Equatable, Sendable {
  /// The variable's id.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// How many contacts were coded twice, rounded down to tens.
  public let contactsAtLeast: Int
  /// The tenth in which Cohen's kappa lies: 8 is 0.8 to 0.9, -1 is below nought.
  public let kappaTenths: Int
}

/// What two readers said of a variable, crossed: not yet safe.
public struct CrossedReadings: Sendable {
  /// The variable's id.
  public let variable: String
  /// How many contacts got value i from the first reader and value j from the second; square.
  public let counts: [[Int]]

  /// Makes one of a square of counts.
  public init(variable: String, counts: [[Int]]) {
    self.variable = variable
    self.counts = counts
  }
}

extension DisclosureControl {
  /// What may be said of the agreement of two readers.
  ///
  /// - Parameter readings: What two readers said, by variable, in any order.
  /// - Returns: In the codebook's order, those with enough contacts whose variable may travel as far.
  public func agreement(_ readings: [CrossedReadings]) -> [ReleasableAgreement] {
    codebook.variables.compactMap { variable in
      guard let found = readings.first(where: { $0.variable == variable.id }),
        found.counts.reduce(0, { $0 + $1.reduce(0, +) }) >= plan.minimumBase,
        reach.permits(variable)
      else { return nil }
      let audit = AgreementAudit(found.counts)
      guard audit.holds(threshold: plan.threshold(for: reach)) else { return nil }
      return ReleasableAgreement(
        variable: variable.id,
        label: variable.label,
        contactsAtLeast: audit.contactsAtLeast,
        kappaTenths: audit.tenths
      )
    }
  }
}
