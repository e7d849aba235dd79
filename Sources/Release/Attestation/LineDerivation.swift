import Datasets

/// What an attacker with pen and paper can say of every number along one line of cells.
///
/// Each code is an unknown number of persons, 0 or more. A shown line of a single-answer variable
/// is the sum of its codes; the bounds of all codes are narrowed by every line and by every
/// difference of two nested lines until nothing moves, in whole numbers. The bounds are true but not
/// always the narrowest: the maker's audit, over all tables together, is stronger. For a multi-answer
/// variable a line is at least its largest and at most the sum of its parts.
struct LineDerivation {
  /// The least and greatest number that fit; lower above upper where nothing fits.
  struct Bounds: Equatable {
    var lower: Int
    var upper: Int
  }

  /// The bounds of each line.
  private(set) var bounds: [Bounds]

  /// Derives.
  ///
  /// - Parameters:
  ///   - lines: The codes of each line.
  ///   - values: What is shown of each line.
  ///   - isMulti: Whether a person may have several codes.
  init(lines: [[String]], values: [DatasetValue], isMulti: Bool) {
    let known = values.map(\.number)
    let top = known.compactMap { $0 }.max() ?? Int.max / 4
    bounds = known.map { value in
      value.map { Bounds(lower: $0, upper: $0) } ?? Bounds(lower: 0, upper: top)
    }
    let sets = lines.map(Set.init)
    if isMulti {
      narrowNested(sets)
    } else {
      narrowSums(lines, sets, known, top)
    }
  }

  /// A line within another is no larger.
  private mutating func narrowNested(_ sets: [Set<String>]) {
    for inner in sets.indices {
      for outer in sets.indices where inner != outer && sets[inner].isSubset(of: sets[outer]) {
        bounds[outer].lower = max(bounds[outer].lower, bounds[inner].lower)
        bounds[inner].upper = min(bounds[inner].upper, bounds[outer].upper)
      }
    }
  }

  private mutating func narrowSums(
    _ lines: [[String]],
    _ sets: [Set<String>],
    _ known: [Int?],
    _ top: Int
  ) {
    let codes = Set(lines.joined()).sorted()
    var places: [String: Int] = [:]
    for (place, code) in codes.enumerated() { places[code] = place }
    let members = sets.map { set in set.compactMap { places[$0] }.sorted() }
    var equations: [(codes: [Int], sum: Int)] = []
    for outer in sets.indices {
      guard let sum = known[outer] else { continue }
      equations.append((members[outer], sum))
      for inner in sets.indices where sets[inner].isStrictSubset(of: sets[outer]) {
        guard let part = known[inner] else { continue }
        let rest = sets[outer].subtracting(sets[inner]).compactMap { places[$0] }.sorted()
        equations.append((rest, sum - part))
      }
    }
    var unknowns = [Bounds](repeating: Bounds(lower: 0, upper: top), count: codes.count)
    // Bounds only narrow, and are true at any moment; the limit guards against a made-up release.
    var moved = true
    var rounds = 0
    while moved && rounds < 10_000 {
      moved = false
      rounds += 1
      for equation in equations {
        let lower = equation.codes.reduce(0) { $0 + unknowns[$1].lower }
        let upper = equation.codes.reduce(0) { $0 + unknowns[$1].upper }
        for code in equation.codes {
          let least = equation.sum - (upper - unknowns[code].upper)
          let most = equation.sum - (lower - unknowns[code].lower)
          if least > unknowns[code].lower {
            unknowns[code].lower = least
            moved = true
          }
          if most < unknowns[code].upper {
            unknowns[code].upper = most
            moved = true
          }
        }
        if equation.codes.contains(where: { unknowns[$0].lower > unknowns[$0].upper }) {
          moved = false
          break
        }
      }
    }
    for line in lines.indices {
      let lower = members[line].reduce(0) { $0 + unknowns[$1].lower }
      let upper = members[line].reduce(0) { $0 + unknowns[$1].upper }
      bounds[line].lower = max(bounds[line].lower, lower)
      bounds[line].upper = min(bounds[line].upper, upper)
    }
  }
}
