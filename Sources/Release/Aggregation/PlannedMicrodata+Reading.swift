import Codebook
import Configuration

extension PlannedMicrodata {
  /// Reads one of `[[microdata]]`.
  init(
    _ table: ConfigurationTable,
    dimensions: [Dimension],
    codebook: Codebook
  ) throws(ConfigurationError) {
    try table.refuseKeys(
      otherThan: ["id", "identifying", "k", "l", "population", "reach", "sensitive", "title"]
    )
    id = try table.requiredString("id")
    title = try Label(reading: table.requiredTable("title"))
    let reach: PlannedTable.Reach = try table.choice("reach") ?? .contract
    guard reach == .contract else {
      throw table.error(
        "reach",
        "rows of persons never leave to the public",
        remedy: "take reach out, and give the public a table"
      )
    }
    population = try table.requiredString("population")
    let people = codebook.populations.filter { $0.unit == .person }.map(\.id)
    guard people.contains(population) else {
      throw table.error(
        "population",
        "\"\(population)\" is no population of persons",
        remedy: "write one of: \(people.joined(separator: ", "))"
      )
    }
    leastAlike = try table.integer("k", in: 5...1_000) ?? Self.leastAlikeByDefault
    leastAnswers = try table.integer("l", in: 2...20) ?? Self.leastAnswersByDefault
    let reader = LevelReader(dimensions: dimensions, codebook: codebook)
    var identifying: [Identifier] = []
    for entry in try table.tables("identifying") {
      let identifier = try reader.identifier(entry)
      guard !identifying.contains(where: { $0.variable == identifier.variable }) else {
        throw entry.error("variable", "\"\(identifier.variable)\" twice", remedy: "remove one")
      }
      identifying.append(identifier)
    }
    self.identifying = identifying
    var sensitive: [Sensitive] = []
    for name in try table.strings("sensitive") {
      let (dimension, level) = try reader.level(name, in: table, "sensitive")
      let taken = identifying.map(\.variable) + sensitive.map(\.variable)
      guard !taken.contains(dimension.variable) else {
        throw table.error("sensitive", "\"\(dimension.variable)\" twice", remedy: "remove one")
      }
      sensitive.append(
        Sensitive(
          variable: dimension.variable,
          label: dimension.label,
          column: dimension.column,
          layout: dimension.layout,
          level: level
        )
      )
    }
    self.sensitive = sensitive
    guard !identifying.isEmpty, !sensitive.isEmpty else {
      throw table.error(
        identifying.isEmpty ? "identifying" : "sensitive",
        "none is named",
        remedy: "name what others may know of a person, and what they may not find out"
      )
    }
    for variable in sensitive where variable.level.lines.count < leastAnswers {
      throw table.error(
        "l",
        "\(variable.variable) has \(variable.level.lines.count) lines, fewer than \(leastAnswers)",
        remedy: "lower l, or lay the variable out more finely"
      )
    }
    guard layouts <= Self.layoutsAtMost, combinations <= Self.combinationsAtMost else {
      throw table.error(
        "identifying",
        "\(layouts) layouts and \(combinations) combinations of answers",
        remedy: "at most \(Self.layoutsAtMost) and \(Self.combinationsAtMost): name fewer "
          + "variables, or begin with coarser levels"
      )
    }
  }
}

/// Reads levels: dimensions of the plan whose lines lie apart.
private struct LevelReader {
  let dimensions: [Dimension]
  let codebook: Codebook

  func identifier(
    _ entry: ConfigurationTable
  ) throws(ConfigurationError) -> PlannedMicrodata.Identifier {
    try entry.refuseKeys(otherThan: ["levels", "weight"])
    var levels: [PlannedMicrodata.Level] = []
    var first: Dimension?
    for name in try entry.strings("levels") {
      let (dimension, level) = try self.level(name, in: entry, "levels")
      if let first, first.variable != dimension.variable {
        throw entry.error(
          "levels",
          "\"\(name)\" is of \(dimension.variable), not of \(first.variable)",
          remedy: "give each variable an entry of its own"
        )
      }
      if let finer = levels.last, !level.isCoarser(than: finer) {
        throw entry.error(
          "levels",
          "\"\(name)\" does not hold the lines of \"\(finer.id)\" whole",
          remedy: "begin with the finest; each line of a level lies in one line of the next"
        )
      }
      first = first ?? dimension
      levels.append(level)
    }
    guard let first else {
      throw entry.error("levels", "no level", remedy: "name dimensions, the finest first")
    }
    return PlannedMicrodata.Identifier(
      variable: first.variable,
      label: first.label,
      column: first.column,
      layout: first.layout,
      weight: try entry.integer("weight", in: 1...100) ?? 1,
      levels: levels
    )
  }

  func level(
    _ name: String,
    in table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) -> (Dimension, PlannedMicrodata.Level) {
    guard let dimension = dimensions.first(where: { $0.id == name }) else {
      throw table.error(
        key,
        "no dimension \"\(name)\"",
        remedy: Spelling.nearest(to: name, in: dimensions.map(\.id))
          .map { "did you mean \"\($0)\"?" } ?? "add it to [[dimensions]]"
      )
    }
    if let variable = codebook.variable(dimension.variable),
      !PlannedTable.Reach.contract.permits(variable)
    {
      throw table.error(
        key,
        "the codebook lets \(variable.id) never leave",
        remedy: "leave it out"
      )
    }
    guard !dimension.isMulti, dimension.layout.missing != 0 else {
      throw table.error(
        key,
        dimension.isMulti
          ? "\(dimension.variable) has several answers a person"
          : "\(dimension.variable) has no code for who gave no answer",
        remedy: "take a variable with one answer or none, such as one derived from it"
      )
    }
    guard let lines = dimension.partition else {
      throw table.error(
        key,
        "the lines of \"\(name)\" tear each other or leave codes out",
        remedy: "write a dimension whose smallest lines hold every code once"
      )
    }
    return (dimension, PlannedMicrodata.Level(id: name, lines: lines))
  }
}

extension PlannedMicrodata.Level {
  /// Tells whether every line of a finer level lies in one line of this one.
  func isCoarser(than finer: PlannedMicrodata.Level) -> Bool {
    lines.count < finer.lines.count
      && finer.lines.allSatisfy { line in lines.contains { line.bits & ~$0.bits == 0 } }
  }
}
