import Configuration

extension Codebook {
  /// Checks that every variable, code and word list that plans and rules name exists.
  func checkRules(_ root: ConfigurationTable) throws(ConfigurationError) {
    for (table, plan) in zip(try root.tables("coding"), plans) {
      try require(plan.variable, table, "variable")
      if variable(plan.variable)?.codes.isEmpty == false {
        try require(plan.otherwise, of: plan.variable, table, "otherwise")
      }
      try require(plan.given, table, "given")
    }
    for (table, contradiction) in zip(try root.tables("contradictions"), contradictions) {
      try require(contradiction.conditions, table, "where")
    }
    if let table = try root.table("registration") {
      for field in registration {
        let mapping = try table.requiredTable(field.field)
        try require(field.variable, mapping, "variable")
        for (_, code) in field.codes { try require(code, of: field.variable, mapping, "codes") }
      }
    }
    var ids: Set<String> = []
    for (table, rule) in zip(try root.tables("rules"), rules) {
      guard ids.insert(rule.id).inserted else {
        throw table.error("id", "\"\(rule.id)\" stands there twice", remedy: "give it its own id")
      }
      try require(rule.codes, table, "codes")
      try require(rule.given, table, "given")
      try require(rule.notGiven, table, "not_given")
      for (key, phrases) in [
        ("any", rule.phrases), ("asked", rule.asked), ("also", rule.also), ("unless", rule.unless),
      ] {
        for phrase in phrases { try requireLists(of: phrase, table, key) }
      }
    }
    guard let table = try root.table("lists") else { return }
    for list in lists {
      for case .list(let other) in list.words { try requireList(other, table, list.id) }
    }
  }

  private func requireLists(
    of phrase: Phrase,
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    for element in phrase.elements {
      guard case .word(let words) = element else { continue }
      for case .list(let id) in words { try requireList(id, table, key) }
    }
  }

  private func requireList(
    _ id: String,
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    guard !lists.contains(where: { $0.id == id }) else { return }
    throw table.error(key, "no word list \"@\(id)\"", remedy: nearest(id, lists.map(\.id)))
  }
}
