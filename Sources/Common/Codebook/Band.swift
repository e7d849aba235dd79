import Configuration

/// A range of whole numbers with a code.
public struct Band: Equatable, Sendable {
  /// The code, such as `2_5`.
  public let code: String
  /// The lowest number.
  public let from: Int
  /// The highest number; `nil` where it has no end.
  public let to: Int?

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["code", "from", "to"])
    code = try table.requiredString("code")
    guard let from = try table.integer("from", in: 0...1_000_000) else {
      throw table.error("from", "missing", remedy: "give the lowest number of the band")
    }
    self.from = from
    to = try table.integer("to", in: from...1_000_000)
  }

  /// Tells whether the band holds a number.
  public func contains(_ number: Int) -> Bool { number >= from && number <= (to ?? Int.max) }
}
