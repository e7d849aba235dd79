import Configuration

/// How one variable is coded: under which condition, and by which built-in reader of facts.
public struct CodingPlan: Equatable, Sendable {
  /// A reader of typed facts, compiled into the program; the words it looks for are word lists.
  public enum Reader: String, CaseIterable, Sendable {
    /// The age in years of the (possible) victim.
    case age
    /// The band of that age.
    case ageBand = "age_band"
    /// How long the exploitation lasted.
    case duration
    /// The language of the visitor.
    case language
    /// Who exploits.
    case relation
    /// How many exploit.
    case count
    /// How long the conversation lasted.
    case minutes
    /// How many messages the visitor wrote.
    case messages
    /// The channel of the contact.
    case channel
    /// Whether the visitor wrote anything.
    case content
    /// The part of the country.
    case region
  }

  /// The variable.
  public let variable: String
  /// Codes that must have been given before; else the variable gets `otherwise`.
  public let given: [Condition]
  /// The code where nothing else holds; empty for numbers.
  public let otherwise: String
  /// The reader of facts, tried where no rule decides; `nil` where only rules code.
  public let reader: Reader?
  /// The sum from which the heaviest code is given where none reaches 1; 1 where none is.
  public let least: Double
  /// Below so many words of the visitor the first missing code is given; 0 where it is never.
  public let sparse: Int

  static let keys = ["variable", "given", "least", "otherwise", "reader", "sparse"]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: Self.keys)
    variable = try table.requiredString("variable")
    given = try table.conditions("given")
    otherwise = try table.string("otherwise") ?? ""
    reader = try table.choice("reader")
    sparse = try table.integer("sparse", in: 0...1000) ?? 0
    least = try table.number("least") ?? 1
  }
}
