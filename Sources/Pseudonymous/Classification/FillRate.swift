import Codebook

/// How often a variable is known: a line's mirror of how it registers.
public struct FillRate: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// Contacts with at least one code that is no missing code.
  public private(set) var known = 0
  /// Contacts with a missing code, or none.
  public private(set) var missing = 0
  /// Contacts whose code a person registered.
  public private(set) var registered = 0

  /// Makes an empty rate for each variable that is coded, in the codebook's order.
  public static func empty(_ codebook: Codebook) -> [FillRate] {
    let coded = Set(codebook.plans.map(\.variable))
    return codebook.variables.filter { coded.contains($0.id) }.map { FillRate(variable: $0.id) }
  }

  private init(variable: String) { self.variable = variable }

  /// Counts a contact.
  ///
  /// - Parameters:
  ///   - assignment: Its codes of the variable; `nil` where it has none.
  ///   - variable: The variable, which knows what is missing.
  public mutating func add(_ assignment: CodedContact.Assignment?, _ variable: Variable) {
    guard let assignment, assignment.codes.contains(where: { !variable.isMissing($0) }) else {
      missing += 1
      return
    }
    known += 1
    if assignment.isRegistered { registered += 1 }
  }
}
