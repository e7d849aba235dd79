/// Whom a cell counts: a population, a period and codes; the same key is the same cell anywhere.
///
/// A condition that every person meets is left out, so that a table's margin and another table's
/// cell are one key.
public struct CellKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// One variable's part: any of these codes.
  public struct Condition: Hashable, Comparable, Sendable {
    /// The variable's id.
    public let variable: String
    /// The codes, in the codebook's order.
    public let codes: [String]

    /// Makes a condition; the caller gives the codes in the codebook's order.
    public init(variable: String, codes: [String]) {
      self.variable = variable
      self.codes = codes
    }

    /// Orders by variable, then by codes.
    public static func < (left: Condition, right: Condition) -> Bool {
      left.variable == right.variable
        ? left.codes.lexicographicallyPrecedes(right.codes) : left.variable < right.variable
    }
  }

  /// The population's id.
  public let population: String
  /// The period, such as `2021` or `2021-Q3`.
  public let period: String
  /// The conditions, ordered by variable; all must hold.
  public let conditions: [Condition]

  /// Makes a key.
  public init(population: String, period: String, conditions: [Condition]) {
    self.population = population
    self.period = period
    self.conditions = conditions.sorted()
  }

  /// Such as `P3/2021/age_band=00_11|12_14`.
  public var description: String {
    ([population, period]
      + conditions.map { "\($0.variable)=\($0.codes.joined(separator: "|"))" })
      .joined(separator: "/")
  }

  /// Reads a key back from its description; `nil` where it is none.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    var conditions: [Condition] = []
    for part in parts.dropFirst(2) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
      conditions.append(
        Condition(
          variable: String(sides[0]),
          codes: sides[1].split(separator: "|").map(String.init)
        )
      )
    }
    self.init(population: String(parts[0]), period: String(parts[1]), conditions: conditions)
  }

  /// The same cell of another period.
  public func of(period: String) -> CellKey {
    CellKey(population: population, period: period, conditions: conditions)
  }

  /// The same cell of another population.
  public func of(population: String) -> CellKey {
    CellKey(population: population, period: period, conditions: conditions)
  }

  /// Orders by the description's parts.
  public static func < (left: CellKey, right: CellKey) -> Bool {
    if left.population != right.population { return left.population < right.population }
    if left.period != right.period { return left.period < right.period }
    return left.conditions.lexicographicallyPrecedes(right.conditions)
  }
}
