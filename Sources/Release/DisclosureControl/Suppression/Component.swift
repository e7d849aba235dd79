/// The free cells that hang together, with what is known of them: one small system of its own.
///
/// `rows`: lower <= sum of coefficient * x <= upper over the component's cells, in integers.
struct Component {
  /// One row in integers; `lower` is `nil` where there is none.
  struct Row: Equatable {
    let terms: [LineSystem.Term]
    let lower: Int?
    let upper: Int
  }

  /// More persons than any line has: keeps every interval finite.
  static let ceiling = 1_000_000

  /// The cells' places in the system, ascending.
  let cells: [Int]
  /// The least that each cell can be, before any arithmetic.
  let floors: [Int]
  /// The most that each cell can be.
  let ceilings: [Int]
  /// The rows; a term's cell is a place in `cells`.
  let rows: [Row]

  /// Tells whether integers are a table that an attacker has to reckon with.
  func isConsistent(_ values: [Int]) -> Bool {
    values.indices.allSatisfy { values[$0] >= floors[$0] && values[$0] <= ceilings[$0] }
      && rows.allSatisfy { row in
        let sum = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.cell] }
        return sum <= row.upper && sum >= row.lower ?? .min
      }
  }
}

extension LineSystem {
  /// The components of the free cells under a pattern.
  ///
  /// Shown cells and what was published before are constants.
  func components(_ pattern: Pattern, counts: [Int]) -> [Component] {
    var parent = Array(cells.indices)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while parent[cell] != cell {
        parent[cell] = parent[parent[cell]]
        cell = parent[cell]
      }
      return cell
    }
    func isFree(_ cell: Int) -> Bool {
      if case .published = cells[cell].earlier { return false }
      return pattern.isFree(cell, in: self)
    }
    var rowsOfRoot: [Int: [(terms: [Term], lower: Int?, upper: Int)]] = [:]
    var open: [(terms: [Term], lower: Int?, upper: Int)] = []
    for relation in relations {
      let free = relation.terms.filter { isFree($0.cell) }
      guard let first = free.first else { continue }
      for term in free.dropFirst() {
        let (a, b) = (root(first.cell), root(term.cell))
        parent[max(a, b)] = min(a, b)
      }
      let constant = relation.terms.reduce(0) {
        isFree($1.cell) ? $0 : $0 + $1.coefficient * counts[$1.cell]
      }
      open.append((free, relation.isEquality ? -constant : nil, -constant))
    }
    for row in open { rowsOfRoot[root(row.terms[0].cell), default: []].append(row) }
    var cellsOfRoot: [Int: [Int]] = [:]
    for cell in cells.indices where isFree(cell) {
      cellsOfRoot[root(cell), default: []].append(cell)
    }
    return cellsOfRoot.keys.sorted().map { key in
      let members = cellsOfRoot[key] ?? []
      var local: [Int: Int] = [:]
      for (index, cell) in members.enumerated() { local[cell] = index }
      let rows = (rowsOfRoot[key] ?? []).map { row in
        Component.Row(
          terms: row.terms.map { Term(cell: local[$0.cell] ?? 0, coefficient: $0.coefficient) },
          lower: row.lower,
          upper: row.upper
        )
      }
      return Component(
        cells: members,
        floors: members.map { cells[$0].floor },
        ceilings: members.map { cells[$0].ceiling },
        rows: rows
      )
    }
  }
}
