import Aggregation

/// A release that its wanted cells make impossible, and which of them stand in the way.
///
/// The whole program runs once more as if nothing but everybody were wanted: what it withholds then
/// is what has to go, and what it shows then has passed the audit together.
struct RefusedRelease {
  let finder: PatternFinder
  let system: LineSystem

  /// The wanted cells that have to go, with the line that may be said in each one's place.
  var remedy: [Remedy] {
    var free = system
    for place in free.cells.indices where !free.cells[place].key.conditions.isEmpty {
      free.cells[place].isWanted = false
    }
    guard let safe = try? SafePattern(finder, free) else { return [] }
    let withheld = safe.outcome.pattern.isWithheld
    return system.cells.indices
      .filter { system.cells[$0].isWanted && withheld[$0] && safe.outcome.needs[$0] == nil }
      .map { cell in
        let around = system.cells.indices.filter { other in
          system.cells[other].isDisplayed && !withheld[other]
            && !system.cells[other].key.conditions.isEmpty
            && system.cells[cell].key.isInside(system.cells[other].key)
        }
        let smallest = around.min { left, right in
          let (a, b) = (system.cells[left].coarseness, system.cells[right].coarseness)
          return a == b ? left < right : a < b
        }
        return Remedy(cell: system.cells[cell].key, instead: smallest.map { system.cells[$0].key })
      }
  }
}

extension CellKey {
  /// Tells whether a cell's persons are all among another cell's, by its conditions.
  func isInside(_ other: CellKey) -> Bool {
    population == other.population && period == other.period
      && other.conditions.allSatisfy { condition in
        conditions.contains {
          $0.variable == condition.variable && $0.codes.allSatisfy(condition.codes.contains)
        }
      }
  }
}
