import Codebook

/// Which bit of a row stands for which code.
///
/// Every variable of the codebook that has codes or bands gets one 64-bit set.
public struct RowLayout: Sendable {
  /// One variable's codes, in the codebook's order.
  public struct Column: Sendable {
    /// The variable's id.
    public let variable: String
    /// The codes, missing ones included; bit 0 is the first.
    public let codes: [String]
    /// The codes that mean "no answer", as bits.
    public let missing: UInt64
    /// Whether a person may have several answers.
    public let isMulti: Bool

    /// The bit of a code; `nil` for a code that the variable does not have.
    public func bit(of code: String) -> UInt64? {
      codes.firstIndex(of: code).map { 1 << UInt64($0) }
    }

    /// The bits of all codes.
    public var all: UInt64 { codes.count == 64 ? .max : (1 << UInt64(codes.count)) - 1 }
  }

  /// The columns, in the codebook's order of variables.
  public let columns: [Column]
  private let places: [String: Int]

  /// Lays out the variables of a codebook.
  ///
  /// - Parameter codebook: A codebook.
  /// - Throws: `AggregationError.tooManyCodes` for a variable of more than 64 codes.
  public init(_ codebook: Codebook) throws(AggregationError) {
    var columns: [Column] = []
    for variable in codebook.variables {
      var codes = variable.codes.map(\.id) + variable.bands.map(\.code)
      guard !codes.isEmpty else { continue }
      for code in variable.missing where !codes.contains(code) { codes.append(code) }
      guard codes.count <= 64 else {
        throw .tooManyCodes(variable: variable.id, count: codes.count)
      }
      var missing: UInt64 = 0
      for (bit, code) in codes.enumerated() where variable.isMissing(code) {
        missing |= 1 << UInt64(bit)
      }
      columns.append(
        Column(
          variable: variable.id,
          codes: codes,
          missing: missing,
          isMulti: variable.kind == .multi
        )
      )
    }
    self.columns = columns
    var places: [String: Int] = [:]
    for (place, column) in columns.enumerated() { places[column.variable] = place }
    self.places = places
  }

  /// The place of a variable among the columns; `nil` where it has no codes.
  public func place(of variable: String) -> Int? { places[variable] }
}
