import Codebook

/// Tells who belongs to a population, by the bits of their answers.
public struct PopulationFilter: Sendable {
  /// What the population counts.
  public let unit: Variable.Unit
  private let conditions: [(column: Int, bits: UInt64)]

  /// The columns on which it depends.
  public var columns: [Int] { conditions.map(\.column) }

  /// Prepares the conditions of a population.
  ///
  /// - Parameters:
  ///   - id: The population.
  ///   - codebook: Defines it.
  ///   - layout: The layout of the rows.
  /// - Throws: `AggregationError.unknownPopulation`, `.unknownVariable` or `.unknownCode`.
  public init(_ id: String, codebook: Codebook, layout: RowLayout) throws(AggregationError) {
    guard let population = codebook.population(id) else { throw .unknownPopulation(id) }
    unit = population.unit
    var conditions: [(column: Int, bits: UInt64)] = []
    for condition in population.conditions {
      conditions.append(
        try layout.bits(of: condition.codes, variable: condition.variable)
      )
    }
    self.conditions = conditions
  }

  /// Tells whether a row is of the population.
  public func admits(_ row: PersonRow) -> Bool {
    row.unit == unit && conditions.allSatisfy { row.answers[$0.column] & $0.bits != 0 }
  }
}

extension RowLayout {
  /// The column of a variable, and codes of it as bits.
  ///
  /// - Throws: `AggregationError.unknownVariable` or `.unknownCode`.
  func bits(
    of codes: [String],
    variable: String
  ) throws(AggregationError) -> (column: Int, bits: UInt64) {
    guard let column = place(of: variable) else { throw .unknownVariable(variable) }
    var bits: UInt64 = 0
    for code in codes {
      guard let bit = columns[column].bit(of: code) else {
        throw .unknownCode(variable: variable, code: code)
      }
      bits |= bit
    }
    return (column, bits)
  }
}
