import Aggregation
import Codebook

extension LineSystem {
  /// Adds what links cells of different periods and populations.
  ///
  /// Several years are the sum of the years, a year that of its quarters, where all of them are
  /// cells. Of nested populations the larger one is the smaller one and the rest; the rest is a cell
  /// of its own that must not be found out by subtraction when few are in it.
  mutating func link(
    _ places: inout [CellKey: Int],
    _ rows: inout Set<Relation>,
    _ codebook: Codebook
  ) {
    for key in places.keys.sorted() {
      guard let whole = places[key], let period = Period(key.period) else { continue }
      for parts in period.partitions {
        let cells = parts.compactMap { places[key.of(period: $0.description)] }
        guard cells.count == parts.count else { continue }
        insert(whole, cells, &rows)
      }
    }
    for larger in codebook.populations where larger.unit == .person {
      for smaller in codebook.populations
      where smaller.unit == .person && smaller.isInside(larger) {
        for key in places.keys.sorted() where key.population == smaller.id {
          let outer = key.of(population: larger.id)
          guard let inside = places[key], let around = places[outer] else { continue }
          let rest = cells.count
          let difference = key.of(population: "\(larger.id)-\(smaller.id)")
          var cell = Cell(key: difference, count: cells[around].count - cells[inside].count)
          cell.isGoverned = true
          places[difference] = rest
          cells.append(cell)
          insert(around, [inside, rest], &rows)
        }
      }
    }
  }

  /// Adds that cells of the same persons are equal, under whatever variable they are shown.
  func join(
    _ same: [SameCells],
    _ places: [CellKey: Int],
    _ rows: inout Set<Relation>
  ) throws(DisclosureError) {
    for pair in same {
      for key in places.keys.sorted() where key.conditions.contains(pair.one) {
        let twin = CellKey(
          population: key.population,
          period: key.period,
          conditions: key.conditions.map { $0 == pair.one ? pair.other : $0 }
        )
        guard let one = places[key], let other = places[twin] else { continue }
        guard cells[one].count == cells[other].count else {
          throw .doesNotAddUp(table: "[[same]] \(twin)", cell: key)
        }
        let terms = [Term(cell: one, coefficient: 1), Term(cell: other, coefficient: -1)]
        rows.insert(Relation(terms: terms.sorted { $0.cell < $1.cell }, isEquality: true))
      }
    }
  }

  /// Hides the cells of other periods that never left: context shows only what is out.
  mutating func hideUnreleased(outside periods: Set<String>) {
    for place in cells.indices
    where cells[place].earlier == nil && !periods.contains(cells[place].key.period) {
      cells[place].isDisplayed = false
    }
  }

  private func insert(_ whole: Int, _ parts: [Int], _ rows: inout Set<Relation>) {
    let terms = [Term(cell: whole, coefficient: 1)] + parts.map { Term(cell: $0, coefficient: -1) }
    let row = Relation(terms: terms.sorted { $0.cell < $1.cell }, isEquality: true)
    if Self.holds(row, for: counts) { rows.insert(row) }
  }
}

extension Period {
  /// How the period divides into shorter ones: years, and the quarters of a year.
  var partitions: [[Period]] {
    // Sums over time are those of the first countings.
    guard revision == 0 else { return [] }
    let length = last - first + 1
    if length > 4, length % 4 == 0 { return [parts] }
    if length == 4 { return [(first...last).map { Period(year: $0 / 4, quarter: $0 % 4 + 1) }] }
    return []
  }
}

extension Population {
  /// Tells whether everybody in this population is in the other, and not the other way round.
  func isInside(_ other: Population) -> Bool {
    !isKnownOnly && !other.isKnownOnly && conditions != other.conditions
      && other.conditions.allSatisfy { condition in
        conditions.contains {
          $0.variable == condition.variable && $0.codes.allSatisfy(condition.codes.contains)
        }
      }
  }
}
