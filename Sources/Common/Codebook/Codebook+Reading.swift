import Configuration

extension Codebook {
  static let keys = [
    "coding", "contradictions", "date", "disclosure", "figures", "groups", "id", "languages",
    "lists", "missing",
    "populations", "registration", "rules", "spelling", "variables", "version",
  ]

  /// Reads a codebook file.
  ///
  /// - Parameters:
  ///   - text: The text of `codebook.toml`.
  ///   - file: The name that errors give.
  /// - Returns: The codebook; every code that it names in one place exists in the other.
  /// - Throws: `ConfigurationError` with line, path and remedy.
  public static func read(text: String, file: String) throws(ConfigurationError) -> Codebook {
    try Codebook(TOML.parse(text, file: file), source: Array(text.utf8))
  }

  init(_ root: ConfigurationTable, source: [UInt8]) throws(ConfigurationError) {
    try root.refuseKeys(otherThan: Self.keys)
    id = try root.requiredString("id")
    version = try root.requiredString("version")
    date = try root.date("date") ?? ""
    self.source = source
    for language in try root.strings("languages") where Language(rawValue: language) == nil {
      throw root.error(
        "languages",
        "\"\(language)\" is not allowed",
        remedy: "write nl and en"
      )
    }
    missing = try root.elements("missing", MissingCode.init)
    let variables = try root.elements("variables", Variable.init)
    self.variables = variables
    var places: [String: Int] = [:]
    for (place, table) in try root.tables("variables").enumerated() {
      let id = variables[place].id
      guard places.updateValue(place, forKey: id) == nil else {
        throw table.error("id", "\"\(id)\" stands there twice", remedy: "give it its own id")
      }
    }
    self.places = places
    var populations: [Population] = []
    if let table = try root.table("populations") {
      for id in table.keys { populations.append(try Population(id: id, table.requiredTable(id))) }
    }
    self.populations = populations
    figures = try root.elements("figures", Figure.init)
    groups = try root.elements("groups", CodeGroup.init)
    if let disclosure = try root.table("disclosure") {
      try disclosure.refuseKeys(otherThan: ["group_exempt"])
      groupDisclosureExemptions = try disclosure.conditions("group_exempt")
    } else {
      groupDisclosureExemptions = []
    }
    plans = try root.elements("coding", CodingPlan.init)
    rules = try root.elements("rules", CodingRule.init)
    var lists: [WordList] = []
    if let table = try root.table("lists") {
      for id in table.keys { lists.append(try WordList(id: id, table)) }
    }
    self.lists = lists
    var spellings: [(variant: String, word: String)] = []
    if let table = try root.table("spelling") {
      for word in table.keys {
        for variants in try table.strings(word) {
          for variant in variants.split(separator: " ") {
            spellings.append((String(variant), word))
          }
        }
      }
    }
    self.spellings = spellings
    contradictions = try root.elements("contradictions", Contradiction.init)
    var registration: [RegistrationField] = []
    if let table = try root.table("registration") {
      for field in table.keys {
        registration.append(try RegistrationField(field: field, table.requiredTable(field)))
      }
    }
    self.registration = registration
    try checkReferences(root)
    try checkRules(root)
  }
}
