import Configuration
import Detection

extension RedactionSettings {
  /// Reads `redaction.toml` (`Schemas/redaction.v1.schema.json`).
  ///
  /// - Parameters:
  ///   - table: The file's root table.
  ///   - today: The day on which exceptions must still hold, `2026-11-24`.
  /// - Throws: `ConfigurationError` for the first key that can't stand.
  public init(reading table: ConfigurationTable, today: String) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: [
      "policy", "rare", "mail", "kinds", "recognisers", "deny", "allow", "canaries",
    ])
    let policies = DetectionPolicy.allCases.map(\.rawValue)
    let policy = try table.word("policy", of: policies)
    let replacesRare = try table.boolean("rare") ?? false
    if replacesRare, policy != DetectionPolicy.strict.rawValue {
      throw table.error(
        "rare",
        "the policy is not strict",
        remedy: "write policy = \"strict\", or rare = false"
      )
    }
    var expired: [String] = []
    let rules = try Self.rules(table.table("kinds"), today: today, expired: &expired)
    let denied = try Self.listed(table, "deny", today: today, expired: &expired)
    let allowed = try Self.listed(table, "allow", today: today, expired: &expired)
    self.init(
      policy: policy.flatMap(DetectionPolicy.init(rawValue:)) ?? .balanced,
      replacesRare: replacesRare,
      rules: rules,
      recognisers: try Self.recognisers(table),
      denied: denied,
      allowed: allowed,
      expired: expired,
      canaries: try Self.canaries(table.table("canaries")),
      mail: try Self.mail(table.table("mail"))
    )
  }

  private static var kindNames: [String] { EntityKind.allCases.map(\.rawValue) }

  private static func mail(_ table: ConfigurationTable?) throws(ConfigurationError)
    -> Identity.MailRule
  {
    guard let table else { return Identity.MailRule() }
    try table.refuseKeys(otherThan: ["ignore_dots", "ignore_plus"])
    return Identity.MailRule(
      ignoresDots: try table.boolean("ignore_dots") ?? false,
      ignoresPlus: try table.boolean("ignore_plus") ?? false
    )
  }

  private static func canaries(_ table: ConfigurationTable?) throws(ConfigurationError)
    -> CanaryRule
  {
    var rule = CanaryRule()
    guard let table else { return rule }
    try table.refuseKeys(otherThan: ["contacts", "limit"])
    rule.contacts = try table.integer("contacts", in: 0...200) ?? rule.contacts
    rule.limit = try table.number("limit") ?? rule.limit
    guard (0...1).contains(rule.limit) else {
      throw table.error("limit", "\(rule.limit) is no share", remedy: "write a number from 0 to 1")
    }
    return rule
  }

  private static func rules(
    _ table: ConfigurationTable?,
    today: String,
    expired: inout [String]
  ) throws(ConfigurationError) -> [Rule] {
    try table?.refuseKeys(otherThan: kindNames)
    var rules: [Rule] = []
    for kind in EntityKind.allCases {
      guard let entry = try table?.table(kind.rawValue) else {
        rules.append(Rule(kind: kind, operation: standardOperator(kind), warrant: nil))
        continue
      }
      rules.append(try rule(kind, entry, today: today, expired: &expired))
    }
    return rules
  }

  private static func rule(
    _ kind: EntityKind,
    _ table: ConfigurationTable,
    today: String,
    expired: inout [String]
  ) throws(ConfigurationError) -> Rule {
    try table.refuseKeys(otherThan: ["operator", "reason", "author", "expires"])
    let allowed = operators(for: kind).map(\.rawValue)
    guard let word = try table.word("operator", of: allowed),
      let operation = RedactionOperator(rawValue: word)
    else {
      throw table.error(
        "operator",
        "missing",
        remedy: "write one of: \(allowed.joined(separator: ", "))"
      )
    }
    guard operation == .keep else {
      for key in ["reason", "author", "expires"] where table.value(key) != nil {
        throw table.error(key, "only \"keep\" needs it", remedy: "take it out")
      }
      return Rule(kind: kind, operation: operation, warrant: nil)
    }
    let warrant = try warrant(table, needsEnd: true)
    guard warrant.holds(on: today) else {
      expired.append(table.path)
      return Rule(kind: kind, operation: standardOperator(kind), warrant: nil)
    }
    return Rule(kind: kind, operation: .keep, warrant: warrant)
  }

  /// The operators that make sense for a kind.
  static func operators(for kind: EntityKind) -> [RedactionOperator] {
    switch kind {
    case .person: [.redact, .token, .surrogate, .keep]
    case .location, .date, .age: [.redact, .token, .generalise, .keep]
    default: [.redact, .token, .keep]
    }
  }

  private static func warrant(_ table: ConfigurationTable, needsEnd: Bool)
    throws(ConfigurationError) -> Warrant
  {
    let warrant = Warrant(
      reason: try table.requiredString("reason"),
      author: try table.requiredString("author"),
      expires: try table.date("expires")
    )
    for (key, text) in [("reason", warrant.reason), ("author", warrant.author)]
    where text.allSatisfy(\.isWhitespace) {
      throw table.error(key, "empty", remedy: "say it, so that an officer can follow")
    }
    if needsEnd, warrant.expires == nil {
      throw table.error(
        "expires",
        "missing",
        remedy: "give the last day of the exception, such as 2027-06-30"
      )
    }
    return warrant
  }

  private static func recognisers(_ table: ConfigurationTable) throws(ConfigurationError)
    -> [DetectionSettings.OwnRecogniser]
  {
    var recognisers: [DetectionSettings.OwnRecogniser] = []
    for entry in try table.tables("recognisers") {
      try entry.refuseKeys(otherThan: ["name", "kind", "pattern", "ignore_case"])
      recognisers.append(
        DetectionSettings.OwnRecogniser(
          name: try entry.requiredString("name"),
          kind: try kind(entry),
          pattern: try entry.requiredString("pattern"),
          ignoresCase: try entry.boolean("ignore_case") ?? true
        )
      )
    }
    return recognisers
  }

  private static func listed(
    _ table: ConfigurationTable,
    _ key: String,
    today: String,
    expired: inout [String]
  ) throws(ConfigurationError) -> [ListedValue] {
    let isAllowed = key == "allow"
    var values: [ListedValue] = []
    for entry in try table.tables(key) {
      try entry.refuseKeys(
        otherThan: ["text", "reason", "author", "expires"] + (isAllowed ? [] : ["kind"])
      )
      let value = ListedValue(
        text: try entry.requiredString("text"),
        kind: isAllowed ? nil : try kind(entry),
        warrant: try warrant(entry, needsEnd: isAllowed)
      )
      if value.text.allSatisfy(\.isWhitespace) {
        throw entry.error("text", "empty", remedy: "write the value")
      }
      if value.warrant.holds(on: today) {
        values.append(value)
      } else {
        expired.append(entry.path)
      }
    }
    return values
  }

  private static func kind(_ table: ConfigurationTable) throws(ConfigurationError) -> EntityKind {
    guard let word = try table.word("kind", of: kindNames), let kind = EntityKind(rawValue: word)
    else { throw table.error("kind", "missing", remedy: "write a kind such as PERSON") }
    return kind
  }
}
