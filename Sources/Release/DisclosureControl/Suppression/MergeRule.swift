import Aggregation

/// Codes that the plan shows all together or only as their group.
///
/// Where one member of such a group is sensitive, every member is withheld; so the pattern does
/// not tell which one was small, and a replay of the program learns no more than the group's sum.
///
/// The lines of a revision are such a group, table by table: where few persons part one of them from
/// what left, only the table's total is said, so that the pattern does not tell which line it was.
struct MergeRule {
  /// The members of each group, as places in the system.
  var groups: [[Int]] = []

  /// Withholds the members of every group that has a sensitive one.
  ///
  /// - Parameters:
  ///   - pattern: What is withheld; grows.
  ///   - counts: The counts.
  ///   - system: The system.
  ///   - sensitive: Whether a cell is withheld for its own sake.
  func run(_ pattern: inout Pattern, counts: [Int], system: LineSystem, sensitive: [Bool]) {
    for members in groups where members.contains(where: { sensitive[$0] }) {
      for member in members where system.cells[member].isDisplayed {
        let isShownZero = counts[member] == 0 && !system.cells[member].protectsZero
        if !isShownZero, !system.cells[member].isWanted { pattern.isWithheld[member] = true }
      }
    }
  }

  /// No groups.
  init() {}

  /// The groups of the tables of a system.
  init(_ tables: [CountTable], _ system: LineSystem) {
    var places: [CellKey: Int] = [:]
    for (place, cell) in system.cells.enumerated() { places[cell.key] = place }
    var groups: Set<[Int]> = []
    for table in tables {
      if table.period.revision > 0 {
        let period = table.period.description
        groups.insert(
          (0..<table.table.cellCount).compactMap { place in
            places[table.table.key(of: table.table.coordinates(of: place), period: period)]
          }
          .filter { !system.cells[$0].key.conditions.isEmpty }.sorted()
        )
      }
      for (dimension, planned) in table.table.dimensions.enumerated() {
        for merge in planned.merges {
          guard let line = planned.place(of: merge) else { continue }
          let group = planned.lines[line].bits
          let members = table.elements[dimension].indices.filter {
            table.elements[dimension][$0].bits & ~group == 0
              && table.elements[dimension][$0].bits.nonzeroBitCount == 1
          }
          for others in table.combinations(leavingOut: dimension) {
            let cells = members.compactMap { member -> Int? in
              var coordinates = others
              coordinates[dimension] = member
              return places[table.key(of: coordinates)]
            }
            groups.insert(cells.sorted())
          }
        }
      }
    }
    self.groups = groups.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
