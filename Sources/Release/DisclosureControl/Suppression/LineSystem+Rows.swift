import Aggregation
import Codebook

extension LineSystem {
  /// Joins what files of rows said: one table of all their variables.
  ///
  /// Every combination of answers is a cell. What a file says of one of them, or of several together,
  /// is a cell of its own whose number is known. Wherever tables count some of the file's variables,
  /// each of their cells at the file's lines is the sum of its combinations, and also the sum of the
  /// tables' single codes; that holds tables and file together.
  ///
  /// - Parameters:
  ///   - rows: What files said.
  ///   - places: The place of each cell.
  ///   - relations: The relations so far.
  ///   - earlier: What left before; takes in the numbers that the files say.
  /// - Throws: `DisclosureError.doesNotAddUp` where the counts break a relation.
  mutating func join(
    _ rows: KnownRows,
    _ places: inout [CellKey: Int],
    _ relations: inout Set<Relation>,
    earlier: inout [CellKey: EarlierValue]
  ) throws(DisclosureError) {
    for (file, sums) in Dictionary(grouping: rows.sums, by: { "\($0.file)/\($0.period)" })
      .sorted(by: { $0.key < $1.key })
    {
      var combinations: Set<CellKey> = []
      for sum in sums { combinations.formUnion(sum.keys) }
      for key in combinations.sorted() where places[key] == nil {
        places[key] = cells.count
        cells.append(Cell(key: key, count: rows.counts[key] ?? 0))
      }
      for (number, sum) in sums.enumerated() {
        let members = sum.keys.compactMap { places[$0] }
        // A number of one cell is a constant, unless a table keeps it secret: then it is on trial.
        let isExact = sum.persons.lowerBound == sum.persons.upperBound
        if isExact, sum.keys.count == 1 || sum.persons.upperBound == 0,
          sum.keys.allSatisfy({ earlier[$0] != .withheld })
        {
          let said = sum.persons.lowerBound
          for key in sum.keys { earlier[key] = .published(said) }
          continue
        }
        let whole = CellKey(
          population: "\(file)#\(number)",
          period: sum.period,
          conditions: []
        )
        let count = members.reduce(0) { $0 + cells[$1].count }
        var cell = Cell(key: whole, count: count)
        if isExact {
          earlier[whole] = .published(sum.persons.lowerBound)
          if sum.keys.count > 1, sum.persons.lowerBound > 0 {
            for member in members { cells[member].isSuppressedValue = true }
          }
        } else {
          cell.window = sum.persons
        }
        places[whole] = cells.count
        try connect(cells.count, members, &relations, adding: cell)
        if isExact, sum.persons.lowerBound > 0 {
          try addLostValues(of: sum, in: whole, &places, &relations)
        }
      }
      try linkMargins(of: combinations, &places, &relations)
    }
  }

  /// Adds how many of the rows of a sum have each value that they lost; nobody may be sure of it.
  private mutating func addLostValues(
    of sum: PublishedSum,
    in whole: CellKey,
    _ places: inout [CellKey: Int],
    _ relations: inout Set<Relation>
  ) throws(DisclosureError) {
    for variable in sum.keys[0].conditions.map(\.variable) {
      let values = Dictionary(grouping: sum.keys) { key in
        key.conditions.first { $0.variable == variable }?.codes ?? []
      }
      guard values.count > 1 else { continue }
      for codes in values.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let members = (values[codes] ?? []).compactMap { places[$0] }
        guard members.count > 1 else { continue }
        let key = CellKey(
          population: whole.population,
          period: whole.period,
          conditions: [.init(variable: variable, codes: codes)]
        )
        var cell = Cell(key: key, count: members.reduce(0) { $0 + cells[$1].count })
        cell.isSuppressedValue = true
        places[key] = cells.count
        try connect(cells.count, members, &relations, adding: cell)
      }
    }
  }

  /// Adds a whole and that it is the sum of its parts.
  private mutating func connect(
    _ whole: Int,
    _ parts: [Int],
    _ relations: inout Set<Relation>,
    adding cell: Cell? = nil
  ) throws(DisclosureError) {
    if let cell { cells.append(cell) }
    guard parts != [whole] else { return }
    let terms = [Term(cell: whole, coefficient: 1)] + parts.map { Term(cell: $0, coefficient: -1) }
    let row = Relation(terms: terms.sorted { $0.cell < $1.cell }, isEquality: true)
    guard Self.holds(row, for: counts) else {
      throw .doesNotAddUp(table: "[[microdata]]", cell: cells[whole].key)
    }
    relations.insert(row)
  }

  /// Ties the combinations to every cell of tables of some of their variables.
  private mutating func linkMargins(
    of combinations: Set<CellKey>,
    _ places: inout [CellKey: Int],
    _ relations: inout Set<Relation>
  ) throws(DisclosureError) {
    guard let any = combinations.first else { return }
    let variables = any.conditions.map(\.variable)
    let crossed = Set(
      places.keys.filter { $0.population == any.population }
        .map { $0.conditions.map(\.variable) }
        .filter { Set($0).isSubset(of: variables) && $0.count < variables.count }
    )
    for some in crossed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      var parts: [CellKey: [Int]] = [:]
      for combination in combinations.sorted() {
        let margin = CellKey(
          population: any.population,
          period: any.period,
          conditions: combination.conditions.filter { some.contains($0.variable) }
        )
        if let place = places[combination] { parts[margin, default: []].append(place) }
      }
      for margin in parts.keys.sorted() {
        let members = parts[margin] ?? []
        if places[margin] == nil {
          places[margin] = cells.count
          cells.append(Cell(key: margin, count: members.reduce(0) { $0 + cells[$1].count }))
        }
        guard let whole = places[margin] else { continue }
        try connect(whole, members, &relations)
        try connectCodes(of: whole, places, &relations)
      }
    }
    // A table of all the variables has the combinations as the sums of single codes.
    for combination in combinations.sorted() {
      guard let whole = places[combination] else { continue }
      try connectCodes(of: whole, places, &relations)
    }
  }

  /// Adds that a cell is the sum of its single codes, where tables have all of them.
  private mutating func connectCodes(
    of whole: Int,
    _ places: [CellKey: Int],
    _ relations: inout Set<Relation>
  ) throws(DisclosureError) {
    let key = cells[whole].key
    var codes: [[CellKey.Condition]] = [[]]
    for condition in key.conditions {
      codes = codes.flatMap { prefix in
        condition.codes.map { prefix + [.init(variable: condition.variable, codes: [$0])] }
      }
    }
    guard codes.count > 1 else { return }
    let parts = codes.compactMap {
      places[CellKey(population: key.population, period: key.period, conditions: $0)]
    }
    guard parts.count == codes.count else { return }
    try connect(whole, parts, &relations)
  }
}
