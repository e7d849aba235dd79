import Codebook

/// How often a variable is known: a line's mirror of how it registers.
public struct FillRate: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// Contacts with at least one code that is no missing code.
  public private(set) var known = 0
  /// Contacts with a missing code, or none.
  public private(set) var missing = 0
  /// Contacts whose code the counsellor registered.
  public private(set) var registered = 0

  /// Counts contacts, a rate for each variable that is coded, in the codebook's order.
  public static func rates(of contacts: [CodedContact], _ codebook: Codebook) -> [FillRate] {
    codebook.variables.compactMap { variable in
      guard codebook.plans.contains(where: { $0.variable == variable.id }) else { return nil }
      var rate = FillRate(variable: variable.id)
      for contact in contacts {
        guard let assignment = contact.assignments.first(where: { $0.variable == variable.id })
        else {
          rate.missing += 1
          continue
        }
        if assignment.codes.contains(where: { !variable.isMissing($0) }) {
          rate.known += 1
        } else {
          rate.missing += 1
        }
        if assignment.evidence.contains(where: { $0.source == .registration }) {
          rate.registered += 1
        }
      }
      return rate
    }
  }

  private init(variable: String) { self.variable = variable }
}
