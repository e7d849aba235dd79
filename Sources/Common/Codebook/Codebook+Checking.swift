import Configuration

extension Codebook {
  /// Checks that every variable and code that is named somewhere exists.
  func checkReferences(_ root: ConfigurationTable) throws(ConfigurationError) {
    for (table, variable) in zip(try root.tables("variables"), variables) {
      for code in variable.missing
      where variable.code(code) == nil && !missing.contains(where: { $0.code.id == code }) {
        throw table.error(
          "missing",
          "\"\(code)\" is neither a code of \(variable.id) nor under [[missing]]",
          remedy: "write one of: \(missing.map(\.code.id).joined(separator: ", "))"
        )
      }
      for code in variable.codes {
        for other in missing where other.code.id == code.id && other.code.number != code.number {
          throw table.error(
            "codes",
            "\"\(code.id)\" has number \(code.number)",
            remedy: "give it \(other.code.number), its number in every variable"
          )
        }
      }
      for origin in variable.derivedFrom { try require(origin, table, "derived_from") }
      for figure in variable.figures where !figures.contains(where: { $0.id == figure }) {
        throw table.error("figures", "no figure \"\(figure)\"", remedy: "add it to [[figures]]")
      }
      if let origin = variable.derivedFrom.first {
        for derivation in variable.derivations {
          for code in derivation.all + derivation.any + derivation.only {
            try require(code, of: origin, table, "derive")
          }
        }
      }
    }
    for (table, group) in zip(try root.tables("groups"), groups) {
      for code in group.codes { try require(code, of: group.variable, table, "codes") }
    }
    if let table = try root.table("populations") {
      for population in populations {
        try require(population.conditions, try table.requiredTable(population.id), "where")
      }
    }
    if let table = try root.table("disclosure") {
      try require(groupDisclosureExemptions, table, "group_exempt")
    }
  }

  func require(
    _ conditions: [Condition],
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    for condition in conditions {
      for code in condition.codes { try require(code, of: condition.variable, table, key) }
    }
  }

  func require(
    _ id: String,
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    guard variable(id) == nil else { return }
    throw table.error(key, "no variable \"\(id)\"", remedy: nearest(id, variables.map(\.id)))
  }

  /// Refuses a code that a variable does not have.
  func require(
    _ code: String,
    of id: String,
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    try require(id, table, key)
    guard let variable = variable(id), variable.code(code) == nil else { return }
    throw table.error(
      key,
      "\"\(code)\" is no code of \(id)",
      remedy: nearest(code, variable.codes.map(\.id))
    )
  }

  func nearest(_ word: String, _ known: [String]) -> String {
    Spelling.nearest(to: word, in: known).map { "did you mean \"\($0)\"?" }
      ?? "write one of: \(known.joined(separator: ", "))"
  }
}
