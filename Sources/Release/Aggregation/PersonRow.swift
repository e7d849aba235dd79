import Codebook

/// One person, or one contact, as codes: what tables count, and nothing that leads back to a contact.
public struct PersonRow: Equatable, Sendable {
  /// What the row is: only tables of that unit count it.
  public let unit: Variable.Unit
  /// The year in which the person came into view.
  public let year: Int
  /// The quarter of that year, 1...4.
  public let quarter: Int
  /// The person's random number for cell keys, made under a key of its own.
  public let recordKey: UInt32
  /// The answers, one set of bits a column of the layout; empty where nothing was coded.
  public let answers: [UInt64]
  /// Whom the person may be the same as: rows that share the number may be one; `nil` where alone.
  public let visitor: Int?

  /// Makes a row from bits.
  public init(
    unit: Variable.Unit = .person,
    year: Int,
    quarter: Int,
    recordKey: UInt32,
    answers: [UInt64],
    visitor: Int? = nil
  ) {
    self.unit = unit
    self.year = year
    self.quarter = quarter
    self.recordKey = recordKey
    self.answers = answers
    self.visitor = visitor
  }

  /// Makes a row from codes.
  ///
  /// - Parameters:
  ///   - unit: What the row is.
  ///   - year: The year in which the person came into view.
  ///   - quarter: The quarter, 1...4.
  ///   - recordKey: The person's random number.
  ///   - codes: The codes by variable; a variable that is left out has its first missing code.
  ///   - layout: The codebook's layout.
  ///   - visitor: Whom the person may be the same as; `nil` where alone.
  /// - Throws: `AggregationError.unknownCode` or `.unknownVariable`.
  public init(
    unit: Variable.Unit = .person,
    year: Int,
    quarter: Int,
    recordKey: UInt32,
    codes: [String: [String]],
    layout: RowLayout,
    visitor: Int? = nil
  ) throws(AggregationError) {
    var answers: [UInt64] = []
    answers.reserveCapacity(layout.columns.count)
    for column in layout.columns {
      var bits: UInt64 = 0
      for code in codes[column.variable] ?? [] {
        guard let bit = column.bit(of: code) else {
          throw .unknownCode(variable: column.variable, code: code)
        }
        bits |= bit
      }
      if bits == 0, column.missing != 0 {
        bits = 1 << UInt64(column.missing.trailingZeroBitCount)
      }
      answers.append(bits)
    }
    for variable in codes.keys.sorted() where layout.place(of: variable) == nil {
      throw .unknownVariable(variable)
    }
    self.init(
      unit: unit,
      year: year,
      quarter: quarter,
      recordKey: recordKey,
      answers: answers,
      visitor: visitor
    )
  }
}
