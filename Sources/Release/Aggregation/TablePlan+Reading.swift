import Codebook
import Configuration

extension TablePlan {
  /// Reads a table plan, and checks that every name in it exists.
  ///
  /// - Parameters:
  ///   - root: The root of `tableplan.toml`.
  ///   - codebook: The codebook whose variables and groups it names.
  /// - Returns: The plan.
  /// - Throws: `ConfigurationError` with line, path and remedy.
  public static func read(
    _ root: ConfigurationTable,
    codebook: Codebook
  ) throws(ConfigurationError) -> TablePlan {
    try root.refuseKeys(
      otherThan: [
        "cellkey", "dimensions", "figures", "microdata", "minimum_base", "noise", "programme",
        "round", "same", "tables", "threshold",
      ]
    )
    let layout: RowLayout
    do {
      layout = try RowLayout(codebook)
    } catch {
      throw root.error("dimensions", "\(error)", remedy: "use at most 64 codes a variable")
    }
    let reader = DimensionReader(codebook: codebook, layout: layout)
    var dimensions: [Dimension] = []
    for table in try root.tables("dimensions") {
      let dimension = try reader.read(table)
      guard !dimensions.contains(where: { $0.id == dimension.id }) else {
        throw table.error("id", "\"\(dimension.id)\" stands there twice", remedy: "rename one")
      }
      dimensions.append(dimension)
    }
    var tables: [PlannedTable] = []
    for table in try root.tables("tables") {
      let planned = try PlannedTable(table, dimensions: dimensions, codebook: codebook)
      guard !tables.contains(where: { $0.id == planned.id }) else {
        throw table.error("id", "\"\(planned.id)\" stands there twice", remedy: "rename one")
      }
      tables.append(planned)
    }
    try checkMargins(tables, root)
    var figures: [PlannedFigure] = []
    for table in try root.tables("figures") {
      figures.append(try PlannedFigure(table, tables: tables, codebook: codebook))
    }
    var microdata: [PlannedMicrodata] = []
    for table in try root.tables("microdata") {
      let planned = try PlannedMicrodata(table, dimensions: dimensions, codebook: codebook)
      guard !microdata.contains(where: { $0.id == planned.id }),
        !tables.contains(where: { $0.id == planned.id })
      else {
        throw table.error("id", "\"\(planned.id)\" stands there twice", remedy: "rename one")
      }
      microdata.append(planned)
    }
    let threshold = try root.table("threshold")
    try threshold?.refuseKeys(otherThan: PlannedTable.Reach.allCases.map(\.rawValue))
    let round = try root.table("round")
    try round?.refuseKeys(otherThan: ["base"])
    return TablePlan(
      programme: try root.requiredString("programme"),
      // Below these no plan may go: ESSNet guideline (10), NHS and OHDSI practice (5).
      publicThreshold: try threshold?.integer("public", in: 10...1_000) ?? 10,
      contractThreshold: try threshold?.integer("contract", in: 5...1_000) ?? 5,
      minimumBase: try root.integer("minimum_base", in: 30...10_000) ?? 30,
      cellKey: try CellKeyParameters(root.table("cellkey")),
      noise: try NoiseParameters(root.table("noise")),
      roundingBase: try round?.integer("base", in: 3...100) ?? 5,
      same: try root.tables("same").map { (table) throws(ConfigurationError) in
        try SameCells(table, layout: layout)
      },
      tables: tables,
      figures: figures,
      microdata: microdata
    )
  }

  /// How many tables may cross one variable with others.
  ///
  /// With more of them noise under cell keys averages out: 100 two-way splits of one cell gave it
  /// away in 97 % of runs (measured for this project).
  public static let tablesSharingAMargin = 20

  private static func checkMargins(
    _ tables: [PlannedTable],
    _ root: ConfigurationTable
  ) throws(ConfigurationError) {
    guard let margin = crowdedMargin(of: tables) else { return }
    throw root.error(
      "tables",
      "more than \(tablesSharingAMargin) tables cross \(margin) with other variables",
      remedy: "leave out tables until at most \(tablesSharingAMargin) share a margin"
    )
  }

  /// The first margin that more tables share than may, such as `gender of P3`; `nil` for none.
  public static func crowdedMargin(of tables: [PlannedTable]) -> String? {
    var crossed: [String: Int] = [:]
    for table in tables where table.dimensions.count > 1 {
      for variable in Set(table.dimensions.map(\.variable)).sorted() {
        let margin = "\(variable) of \(table.population)"
        crossed[margin, default: 0] += 1
        if crossed[margin, default: 0] > tablesSharingAMargin { return margin }
      }
    }
    return nil
  }
}

extension SameCells {
  /// Reads one of `[[same]]`: `cells = ["outcome=once_only", "n_contacts=1"]`.
  init(_ table: ConfigurationTable, layout: RowLayout) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["cells"])
    var conditions: [CellKey.Condition] = []
    for text in try table.strings("cells") {
      guard let condition = Condition(text), let place = layout.place(of: condition.variable)
      else {
        throw table.error(
          "cells",
          "\"\(text)\" is no condition on a coded variable",
          remedy: "write a variable, = and its codes: outcome=once_only"
        )
      }
      let column = layout.columns[place]
      for code in condition.codes where column.bit(of: code) == nil {
        throw table.error(
          "cells",
          "\"\(code)\" is no code of \(condition.variable)",
          remedy: "write one of: \(column.codes.joined(separator: ", "))"
        )
      }
      conditions.append(
        CellKey.Condition(
          variable: condition.variable,
          codes: column.codes.filter(condition.codes.contains)
        )
      )
    }
    guard conditions.count == 2 else {
      throw table.error("cells", "\(conditions.count) conditions", remedy: "write two")
    }
    one = conditions[0]
    other = conditions[1]
  }
}

extension NoiseParameters {
  /// Reads `[noise]`; sigma^2 = 50, delta = 1e-6 and a budget of rho = 0.5 where left out.
  init(_ table: ConfigurationTable?) throws(ConfigurationError) {
    try table?.refuseKeys(otherThan: ["budget", "delta", "variance"])
    variance = try table?.integer("variance", in: 1...1_000_000) ?? 50
    let delta = try table?.number("delta") ?? 1e-6
    let budget = try table?.number("budget") ?? 0.5
    if let table, !(delta > 0 && delta <= 1e-3) {
      throw table.error("delta", "\(delta) is out of range", remedy: "write 0.001 or less, above 0")
    }
    if let table, !(budget > 0 && budget <= 10) {
      throw table.error(
        "budget",
        "\(budget) is out of range",
        remedy: "write rho: 10 or less, above 0"
      )
    }
    self.delta = delta
    self.budget = Int((budget * 1e9).rounded(.down))
  }
}

extension CellKeyParameters {
  /// Reads `[cellkey]`; D = 5, V = 3, js = 2, pstay = 0.5 where left out.
  init(_ table: ConfigurationTable?) throws(ConfigurationError) {
    try table?.refuseKeys(otherThan: ["D", "V", "js", "pstay"])
    distance = try table?.integer("D", in: 1...50) ?? 5
    variance = try table?.number("V") ?? 3
    smallest = try table?.integer("js", in: 0...20) ?? 2
    stay = try table?.number("pstay") ?? 0.5
  }
}

extension PlannedTable {
  init(
    _ table: ConfigurationTable,
    dimensions known: [Dimension],
    codebook: Codebook
  ) throws(ConfigurationError) {
    try table.refuseKeys(
      otherThan: [
        "dimensions", "id", "measures", "method", "population", "reach", "title", "wanted", "zeros",
      ]
    )
    id = try table.requiredString("id")
    title = try Label(reading: table.requiredTable("title"))
    let population = try table.requiredString("population")
    self.population = population
    guard codebook.population(population) != nil else {
      throw table.error(
        "population",
        "no population \"\(population)\"",
        remedy: "write one of: \(codebook.populations.map(\.id).joined(separator: ", "))"
      )
    }
    let measures: [Measure] = try table.choices("measures") ?? [.count]
    self.measures = measures
    let names = try table.strings("dimensions")
    var dimensions: [Dimension] = []
    for name in names {
      guard let dimension = known.first(where: { $0.id == name }) else {
        throw table.error(
          "dimensions",
          "no dimension \"\(name)\"",
          remedy: Spelling.nearest(to: name, in: known.map(\.id)).map { "did you mean \"\($0)\"?" }
            ?? "add it to [[dimensions]]"
        )
      }
      dimensions.append(measures.contains(.shareOfKnown) ? dimension.withKnown : dimension)
    }
    self.dimensions = dimensions
    method = try table.choice("method") ?? .suppress
    let reach: Reach = try table.choice("reach") ?? .public
    self.reach = reach
    for dimension in dimensions {
      guard let variable = codebook.variable(dimension.variable), !reach.permits(variable) else {
        continue
      }
      throw table.error(
        "dimensions",
        "the codebook lets \(variable.id) reach \(variable.privacy.reach.rawValue) only",
        remedy: "write reach = \"contract\" for a variable of researchers, or leave it out"
      )
    }
    zeros =
      try table.choice("zeros")
      ?? (dimensions.contains(where: \.isMulti) ? .protected : .published)
    var wanted: [[String]] = []
    for text in try table.strings("wanted") {
      let lines = text.split(separator: "/").map(String.init)
      try Self.check(lines, dimensions, table, "wanted")
      wanted.append(lines)
    }
    self.wanted = wanted
    for lines in wanted where isMerged(lines) {
      throw table.error(
        "wanted",
        "\"\(lines.joined(separator: "/"))\" is a code of a merged group",
        remedy: "want the group, or take the group out of the dimension's merge"
      )
    }
  }

  /// Refuses lines that the dimensions do not have.
  static func check(
    _ lines: [String],
    _ dimensions: [Dimension],
    _ table: ConfigurationTable,
    _ key: String
  ) throws(ConfigurationError) {
    guard lines.count == dimensions.count else {
      throw table.error(
        key,
        "\(lines.count) lines for \(dimensions.count) dimensions",
        remedy: "name one line of each dimension"
      )
    }
    for (line, dimension) in zip(lines, dimensions) where dimension.place(of: line) == nil {
      throw table.error(
        key,
        "no line \"\(line)\" in \(dimension.id)",
        remedy: "write one of: \(dimension.lines.map(\.id).joined(separator: ", "))"
      )
    }
  }
}

extension PlannedFigure {
  init(
    _ table: ConfigurationTable,
    tables: [PlannedTable],
    codebook: Codebook
  ) throws(ConfigurationError) {
    try table.refuseKeys(
      otherThan: ["base", "figure", "instead", "lines", "measure", "periods", "table"]
    )
    let id = try table.requiredString("figure")
    self.id = id
    guard codebook.figures.contains(where: { $0.id == id }) else {
      throw table.error(
        "figure",
        "the codebook has no figure \"\(id)\"",
        remedy: "write one of: \(codebook.figures.map(\.id).joined(separator: ", "))"
      )
    }
    let name = try table.requiredString("table")
    guard let planned = tables.first(where: { $0.id == name }) else {
      throw table.error("table", "no table \"\(name)\"", remedy: "name a table of the plan")
    }
    self.table = name
    let lines = try table.strings("lines")
    self.lines = lines
    try PlannedTable.check(lines, planned.dimensions, table, "lines")
    let measure: PlannedTable.Measure = try table.choice("measure") ?? .count
    self.measure = measure
    guard planned.measures.contains(measure) else {
      throw table.error(
        "measure",
        "\(name) has no measure \"\(measure.rawValue)\"",
        remedy: "add it to the table's measures"
      )
    }
    let instead = try table.strings("instead")
    self.instead = instead
    if !instead.isEmpty { try PlannedTable.check(instead, planned.dimensions, table, "instead") }
    let base = try table.strings("base")
    self.base = base
    if !base.isEmpty { try PlannedTable.check(base, planned.dimensions, table, "base") }
    periods = try table.integer("periods", in: 1...10) ?? 1
  }
}

extension Label {
  init(reading table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["nl", "en"])
    self.init(nl: try table.requiredString("nl"), en: try table.requiredString("en"))
  }
}

extension ConfigurationTable {
  /// A word of an enumeration; `nil` where absent.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(ConfigurationError) -> Choice? where Choice.RawValue == String {
    guard let text = try word(key, of: Choice.allCases.map(\.rawValue)) else { return nil }
    return Choice(rawValue: text)
  }

  /// Words of an enumeration; `nil` where absent.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(ConfigurationError) -> [Choice]? where Choice.RawValue == String {
    guard value(key) != nil else { return nil }
    let allowed = Choice.allCases.map(\.rawValue)
    var choices: [Choice] = []
    for text in try strings(key) {
      guard let choice = Choice(rawValue: text) else {
        throw error(
          key,
          "\"\(text)\" is not allowed",
          remedy: "write one of: \(allowed.joined(separator: ", "))"
        )
      }
      choices.append(choice)
    }
    return choices
  }
}
