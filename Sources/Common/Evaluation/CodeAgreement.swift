/// How well one code agrees with people, over the contacts whose variable they coded.
public struct CodeAgreement: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// The code.
  public let code: String
  /// How many contacts people coded for the variable.
  public let contacts: Int
  /// How often people gave it.
  public let gold: Int
  /// How often the program gave it.
  public let given: Int
  /// How often both did.
  public let both: Int

  /// The share of the program's that people gave too; 0 where it gave none.
  public var precision: Double { given > 0 ? Double(both) / Double(given) : 0 }
  /// The share of people's that the program gave too; 0 where they gave none.
  public var recall: Double { gold > 0 ? Double(both) / Double(gold) : 0 }
  /// The harmonic mean of the two; 0 where neither gave it.
  public var f1: Double { gold + given > 0 ? 2 * Double(both) / Double(gold + given) : 0 }
  /// Cohen's kappa of having the code or not; 1 where both give it always, or never.
  public var kappa: Double {
    let same = contacts - gold - given + 2 * both
    let chance = gold * given + (contacts - gold) * (contacts - given)
    let most = contacts * contacts - chance
    return most == 0 ? 1 : Double(same * contacts - chance) / Double(most)
  }
}

extension CodingScore {
  /// The agreement on each code that people gave often enough to tell, by variable and code.
  ///
  /// - Parameter least: How many contacts must have the code.
  /// - Returns: In alphabetical order.
  public func codes(atLeast least: Int) -> [CodeAgreement] {
    variables.flatMap { variable -> [CodeAgreement] in
      let pairs = pairs[variable] ?? []
      return Set(pairs.flatMap(\.gold)).sorted().map { code in
        CodeAgreement(
          variable: variable,
          code: code,
          contacts: pairs.count,
          gold: pairs.count { $0.gold.contains(code) },
          given: pairs.count { $0.given.contains(code) },
          both: pairs.count { $0.gold.contains(code) && $0.given.contains(code) }
        )
      }
      .filter { $0.gold >= least }
    }
  }
}
