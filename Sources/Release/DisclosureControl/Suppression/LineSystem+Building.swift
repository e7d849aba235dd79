import Aggregation
import Codebook

extension LineSystem {
  /// Joins the tables of a release.
  ///
  /// - Parameters:
  ///   - tables: The counted tables.
  ///   - wanted: Lines by table that must not be withheld for the sake of others.
  ///   - codebook: Says which populations are nested and which cells are no group disclosure.
  ///   - same: Conditions that the same persons meet.
  ///   - earlier: What left the house before.
  ///   - rows: What files of rows said.
  /// - Throws: `DisclosureError.doesNotAddUp` when the counts break a relation,
  ///   `.twoMultiAnswerVariables`.
  init(
    _ tables: [CountTable],
    wanted: [String: [[String]]] = [:],
    codebook: Codebook,
    same: [SameCells] = [],
    earlier: [CellKey: EarlierValue] = [:],
    rows: KnownRows = KnownRows()
  ) throws(DisclosureError) {
    var places: [CellKey: Int] = [:]
    var found: Set<Relation> = []
    for table in tables {
      guard table.table.dimensions.count(where: \.isMulti) <= 1 else {
        // Their cells are never shown exactly under another method.
        if table.table.method != .suppress { continue }
        throw .twoMultiAnswerVariables(table: table.table.id)
      }
      let cellOfPlace = try register(
        table,
        wanted[table.table.id] ?? [],
        codebook,
        &places
      )
      let counts = counts
      for dimension in table.elements.indices {
        for relation in table.relations(of: dimension) {
          for others in table.combinations(leavingOut: dimension) {
            var terms: [Int: Int] = [:]
            for (element, coefficient) in relation.terms {
              var coordinates = others
              coordinates[dimension] = element
              terms[cellOfPlace[table.place(of: coordinates)], default: 0] += coefficient
            }
            let row = Relation(
              terms: terms.filter { $0.value != 0 }.sorted { $0.key < $1.key }
                .map { Term(cell: $0.key, coefficient: $0.value) },
              isEquality: relation.isEquality
            )
            guard Self.holds(row, for: counts) else {
              let whole = row.terms.first { $0.coefficient > 0 }?.cell ?? 0
              throw .doesNotAddUp(table: table.table.id, cell: cells[whole].key)
            }
            if row.terms.count > 1 { found.insert(row) }
          }
        }
      }
    }
    var earlier = earlier
    try join(rows, &places, &found, earlier: &earlier)
    link(&places, &found, codebook)
    try join(same, places, &found)
    let silenced = compareCountings(&places, &found, earlier: earlier)
    order(places, Array(found))
    for index in cells.indices {
      let key = cells[index].key
      cells[index].isSilenced = silenced.contains(key)
      cells[index].earlier = earlier[key] ?? (cells[index].isSilenced ? .withheld : nil)
      // Both countings left as numbers: their difference is out.
      if cells[index].isOut { cells[index].earlier = .published(cells[index].count) }
    }
  }

  /// Adds the cells of a table; gives the cell of each place.
  private mutating func register(
    _ table: CountTable,
    _ wanted: [[String]],
    _ codebook: Codebook,
    _ places: inout [CellKey: Int]
  ) throws(DisclosureError) -> [Int] {
    var cellOfPlace: [Int] = []
    for place in table.persons.indices {
      let coordinates = table.coordinates(of: place)
      let key = table.key(of: coordinates)
      let cell: Int
      if let known = places[key] {
        cell = known
        guard cells[cell].count == table.persons[place] else {
          throw .doesNotAddUp(table: table.table.id, cell: key)
        }
      } else {
        cell = cells.count
        places[key] = cell
        var cell = Cell(key: key, count: table.persons[place], doubt: table.doubt(at: place))
        if codebook.population(table.table.population)?.unit == .contact {
          cell.visitors = table.visitors(at: place)
        }
        cells.append(cell)
      }
      if table.table.method == .suppress { cells[cell].isGoverned = true }
      cellOfPlace.append(cell)
    }
    // Tables under another method say ranges; see `note(windows:)`.
    guard table.table.method == .suppress else { return cellOfPlace }
    for place in table.persons.indices {
      let coordinates = table.coordinates(of: place)
      guard let lines = table.lines(of: coordinates) else { continue }
      let cell = cellOfPlace[place]
      cells[cell].isDisplayed = true
      let kinds = lines.map(\.kind)
      let isMissing = kinds.contains(.missing)
      cells[cell].isMissing = cells[cell].isMissing || isMissing
      cells[cell].isMargin =
        cells[cell].isMargin || kinds.allSatisfy { $0 == .total || $0 == .known }
      if table.table.zeros == .protected, !isMissing, kinds.contains(where: { $0 != .total }),
        kinds.allSatisfy({ $0 != .known }), table.anybodyAnswered(at: coordinates)
      {
        cells[cell].protectsZero = true
      }
      let ids = lines.map(\.id)
      // How many there are in all is known from elsewhere; withholding it protects nobody.
      let isEverybody = cells[cell].key.conditions.isEmpty
      // What a revision says of the plan's figures is of less weight than that it can be made.
      let isFigure =
        table.period.revision == 0
        && (table.table.wanted.contains(ids) || wanted.contains(ids))
      if isFigure || isEverybody { cells[cell].isWanted = true }
      for (dimension, line) in lines.enumerated()
      where line.kind == .code || line.kind == .group {
        let variable = table.table.dimensions[dimension].variable
        let exempt = codebook.groupDisclosureExemptions.contains { condition in
          condition.variable == variable && line.codes.allSatisfy(condition.codes.contains)
        }
        guard !exempt else { continue }
        var margin = coordinates
        margin[dimension] = 0
        cells[cell].margins.insert(cellOfPlace[table.place(of: margin)])
      }
    }
    return cellOfPlace
  }

  /// Takes in what tables under other methods say of cells.
  mutating func note(_ windows: [CellKey: ClosedRange<Int>]) {
    for place in cells.indices {
      guard let window = windows[cells[place].key] else { continue }
      cells[place].window = cells[place].window?.clamped(to: window) ?? window
    }
  }

  /// Puts cells in the order of their keys and relations in that of their length.
  private mutating func order(_ places: [CellKey: Int], _ rows: [Relation]) {
    let sorted = cells.indices.sorted { cells[$0].key < cells[$1].key }
    var newPlace = [Int](repeating: 0, count: cells.count)
    for (new, old) in sorted.enumerated() { newPlace[old] = new }
    cells = sorted.map { old in
      var cell = cells[old]
      cell.margins = Set(cell.margins.map { newPlace[$0] })
      return cell
    }
    relations = rows.map { row in
      Relation(
        terms: row.terms.map { Term(cell: newPlace[$0.cell], coefficient: $0.coefficient) }
          .sorted { $0.cell < $1.cell },
        isEquality: row.isEquality
      )
    }
    .sorted { left, right in
      if left.terms.count != right.terms.count { return left.terms.count < right.terms.count }
      if left.isEquality != right.isEquality { return left.isEquality }
      return left.terms.map { [$0.cell, $0.coefficient] }
        .lexicographicallyPrecedes(right.terms.map { [$0.cell, $0.coefficient] }) {
          $0.lexicographicallyPrecedes($1)
        }
    }
    relationsOfCell = Array(repeating: [], count: cells.count)
    for (index, relation) in relations.enumerated() {
      for term in relation.terms { relationsOfCell[term.cell].append(index) }
    }
  }
}
