import Codebook

/// How far two readers of the same contacts agree on a variable, as far as it may be said.
///
/// Only `DisclosureControl` makes one. Nothing is said on fewer contacts than the plan's minimum
/// base: of a few contacts kappa would tell the codes.
public struct ReleasableAgreement: Equatable, Sendable {
  /// The variable's id.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// How many contacts were coded twice.
  public let contacts: Int
  /// Cohen's kappa in hundredths, rounded half away from zero.
  public let kappaHundredths: Int
}

extension DisclosureControl {
  /// What may be said of the agreement of two readers.
  ///
  /// - Parameter agreements: Variable, contacts coded twice and Cohen's kappa, in any order.
  /// - Returns: In the codebook's order, those with enough contacts whose variable may travel as far.
  public func agreement(
    _ agreements: [(variable: String, contacts: Int, kappa: Double)]
  ) -> [ReleasableAgreement] {
    codebook.variables.compactMap { variable in
      guard let found = agreements.first(where: { $0.variable == variable.id }),
        found.contacts >= plan.minimumBase, reach.permits(variable)
      else { return nil }
      return ReleasableAgreement(
        variable: variable.id,
        label: variable.label,
        contacts: found.contacts,
        kappaHundredths: Int((found.kappa * 100).rounded())
      )
    }
  }
}
